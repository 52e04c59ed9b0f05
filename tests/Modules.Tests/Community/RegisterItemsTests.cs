using System.Reflection;
using System.Text.Json;
using OrchardCore.ContentManagement;
using PropertySuite.Community;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Entrances;
using PropertySuite.Community.People;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Units;

namespace Modules.Tests.Community;

public sealed class RegisterItemsTests
{
    private static readonly DateTime At = new(2024, 2, 20, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<Type> Parts => [typeof(BuildingPart), typeof(EntrancePart), typeof(UnitPart), typeof(PersonPart), typeof(TiePart)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_is_stored_whole(Type part)
    {
        var before = Items()[part];
        var after = JsonSerializer.Deserialize<ContentItem>(JsonSerializer.Serialize(before, JOptions.Default), JOptions.Default)!;

        var stored = part.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.CanWrite);
        foreach (var property in stored)
        {
            var told = property.GetValue(before.Get(part, part.Name));
            Assert.NotEqual(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null, told);
            Assert.Equal(told, property.GetValue(after.Get(part, part.Name)));
        }
    }

    [Fact]
    public void A_units_row_holds_what_lists_and_searches_ask()
    {
        var row = UnitIndexProvider.Row(Items()[typeof(UnitPart)]);

        Assert.Equal(("B-07-C", null, "b07c"), (row.Code, row.LiveCode, row.SearchCode));
        Assert.Equal(("building", 7, "C", "Shop", "Closed"), (row.BuildingId, row.Floor, row.Door, row.Kind, row.Stage));

        var live = Item<UnitPart>("Unit", unit => unit.Place(UnitCode.Of("B", 7, "C"), "building", 7, "c"));
        Assert.Equal("B-07-C", UnitIndexProvider.Row(live).LiveCode);
    }

    [Fact]
    public void A_persons_row_is_found_by_folded_name_and_digits_and_sorted_by_family_name()
    {
        var row = PersonIndexProvider.Row(Item<PersonPart>("Person", person =>
        {
            person.Name("Julián", "O’Farrell Ñúñez");
            person.Contact("+34 600 000 344", "", " ", Reach.Letter);
        }));

        Assert.Equal("Julián O’Farrell Ñúñez", row.DisplayName);
        Assert.Equal(("julian ofarrell nunez", "ofarrell nunez julian"), (row.SearchName, row.SortName));
        Assert.Equal(("34600000344", (string?)null, (string?)null), (row.PhoneDigits, row.Email, row.Language));
    }

    [Fact]
    public void A_ties_row_has_its_unique_key_only_while_it_is_open()
    {
        var open = Item<TiePart>("Tie", tie => tie.Begin("unit", "person", TieKind.Owner, new(2016, 4, 18), null, 50));
        var ended = Item<TiePart>("Tie", tie =>
        {
            tie.Begin("unit", "person", TieKind.Owner, new(2016, 4, 18), null, 50);
            tie.End(new(2024, 3, 1), "Sale", "manager", At);
        });

        Assert.Equal(("unit|person|Owner", TieIndex.Open), (TieIndexProvider.Row(open).LiveKey, TieIndexProvider.Row(open).UntilDay));
        Assert.Equal((null, new DateOnly(2024, 3, 1).DayNumber), (TieIndexProvider.Row(ended).LiveKey, TieIndexProvider.Row(ended).UntilDay));
        Assert.Equal(ended.As<TiePart>()!.ToSummary(), TieIndexProvider.Row(ended).ToSummary());
    }

    // Every property differs from its default, so that one that is lost on the way shows.
    private static Dictionary<Type, ContentItem> Items() => new()
    {
        [typeof(BuildingPart)] = Item<BuildingPart>("Building", building =>
        {
            building.Call("b", "Tower B");
            building.Build(-1, 18, 4, 2);
        }),
        [typeof(EntrancePart)] = Item<EntrancePart>("Entrance", entrance =>
        {
            entrance.Call("n", "North gate", 1);
            entrance.Close();
        }),
        [typeof(UnitPart)] = Item<UnitPart>("Unit", unit =>
        {
            unit.Place(UnitCode.Of("B", 7, "C"), "building", 7, "c");
            unit.Describe(UnitKind.Shop, "T3", 3, 96.40m, 113.75m);
            unit.Note("Night shifts");
            unit.Complete();
            unit.HandOver(new(2016, 4, 18));
            unit.Close(new(2021, 6, 30), []);
            SetPrivately(unit, nameof(UnitPart.WorksSince), new DateOnly(2020, 1, 1));
        }),
        [typeof(PersonPart)] = Item<PersonPart>("Person", person =>
        {
            person.Name("Elena", "Vidal Ortega");
            person.Contact("600 000 343", "elena@demo.invalid", "es", Reach.App);
            person.MarkMinor(true);
            person.SignInAs("user");
            SetPrivately(person, nameof(PersonPart.CompanyName), "Both names at once");
            SetPrivately(person, nameof(PersonPart.IsDemonstration), true);
        }),
        [typeof(TiePart)] = Item<TiePart>("Tie", tie =>
        {
            tie.Begin("unit", "person", TieKind.Owner, new(2016, 4, 18), null, 50);
            SetPrivately(tie, nameof(TiePart.Kind), TieKind.Tenant);
            tie.Tell(atHome: true, paysBills: true, "Mon, Thu");
            tie.End(new(2024, 3, 1), "Sale", "manager", At);
        }),
    };

    private static ContentItem Item<TPart>(string type, Action<TPart> fill) where TPart : ContentPart, new()
    {
        var item = new ContentItem { ContentItemId = type.ToLowerInvariant(), ContentType = type, Latest = true, Published = true };
        item.Alter(fill);
        return item;
    }

    // Some pairs of facts never stand together in life; the storage of each is tested all the same.
    private static void SetPrivately(ContentPart part, string property, object value) =>
        part.GetType().GetProperty(property)!.SetValue(part, value);
}
