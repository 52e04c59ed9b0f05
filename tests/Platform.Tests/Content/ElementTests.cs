using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentManagement;
using OrchardCore.Title.Models;

namespace Platform.Tests.Content;

public sealed class ElementTests
{
    private const string Stored =
        """{"ContentItemId":"4abc","ContentItemVersionId":"4def","ContentType":"Flat","DisplayText":"Flat 3","Latest":true,"Published":false,"ModifiedUtc":"2026-03-01T10:00:00Z","PublishedUtc":null,"CreatedUtc":"2026-02-01T10:00:00Z","Owner":"u1","Author":"anna","TitlePart":{"Title":"Flat 3"},"Flat":{"Area":{"Value":1.50},"Note":{"Text":"quiet","Extra":[1,2]}}}""";

    [Fact]
    public void An_item_is_written_as_it_was_read_to_the_last_digit() => Assert.Equal(Stored, Write(Read(Stored)));

    [Fact]
    public void An_item_that_was_only_looked_at_is_written_as_it_was_read()
    {
        var item = Read(Stored);

        _ = item.As<TitlePart>()!.Title;
        _ = item.Get<ContentPart>("Flat")!.Get<NumericField>("Area")!.Value;

        Assert.Equal(Stored, Write(item));
    }

    [Fact]
    public void A_new_item_writes_its_known_properties_in_order_with_nulls() => Assert.Equal(
        """{"ContentItemId":null,"ContentItemVersionId":null,"ContentType":"Flat","DisplayText":null,"Latest":false,"Published":false,"ModifiedUtc":null,"PublishedUtc":null,"CreatedUtc":null,"Owner":null,"Author":null}""",
        Write(new ContentItem { ContentType = "Flat" }));

    [Fact]
    public void Only_objects_and_arrays_are_kept_beside_the_known_properties()
    {
        var item = Read("""{"ContentType":"Flat","Stray":"text","Number":3,"Part":{},"List":[]}""");

        Assert.True(item.Has("Part"));
        Assert.True(item.Has("List"));
        Assert.False(item.Has("Stray"));
        Assert.DoesNotContain("Stray", Write(item), StringComparison.Ordinal);
        Assert.EndsWith("""
            "Part":{},"List":[]}
            """.Trim(), Write(item), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_is_the_same_instance_each_time()
    {
        var item = Read(Stored);

        Assert.Same(item.As<TitlePart>(), item.As<TitlePart>());
        Assert.Same(item, item.As<TitlePart>()!.ContentItem);
        Assert.Same(item, item.Get<ContentPart>("Flat")!.Get<TextField>("Note")!.ContentItem);
    }

    [Fact]
    public void A_change_is_stored_when_it_is_applied_and_not_before()
    {
        var item = Read(Stored);
        var part = item.As<TitlePart>()!;

        part.Title = "Flat 4";
        Assert.Equal("Flat 3", Read(Write(item)).As<TitlePart>()!.Title);

        part.Apply();
        Assert.Equal("Flat 4", Read(Write(item)).As<TitlePart>()!.Title);
    }

    [Fact]
    public void Altering_a_field_keeps_what_its_class_does_not_know_and_the_order()
    {
        var item = Read(Stored);

        item.Get<ContentPart>("Flat")!.Alter<TextField>("Note", field => field.Text = "loud");

        Assert.Equal(Stored.Replace("quiet", "loud", StringComparison.Ordinal), Write(item));
    }

    [Fact]
    public void Applying_a_part_keeps_its_fields()
    {
        var item = Read("""{"ContentType":"Flat","KeyPart":{"Number":7,"Note":{"Text":"quiet"}}}""");

        item.Alter<KeyPart>(part => part.Number = 8);

        var again = Read(Write(item));
        Assert.Equal(8, again.As<KeyPart>()!.Number);
        Assert.Equal("quiet", again.As<KeyPart>()!.Get<TextField>("Note")!.Text);
    }

    [Fact]
    public void A_field_that_a_parts_class_names_is_one_with_the_field_of_that_name()
    {
        var item = new ContentItem { ContentType = "Flat" };
        item.Weld(new KeyPart { Number = 1 });
        var part = item.As<KeyPart>()!;

        part.Alter<TextField>("Note", field => field.Text = "first");
        Assert.Same(part.Note, part.Get<TextField>("Note"));
        item.Apply(part);

        Assert.Equal("first", Read(Write(item)).As<KeyPart>()!.Note!.Text);
        Assert.Equal("first", Read(Write(item)).As<KeyPart>()!.Get<TextField>("Note")!.Text);
    }

    [Fact]
    public void A_field_set_in_code_on_a_parts_property_is_stored()
    {
        var item = new ContentItem { ContentType = "Flat" };

        item.Alter<KeyPart>(part => part.Note = new TextField { Text = "by code" });

        Assert.Equal("by code", Read(Write(item)).As<KeyPart>()!.Get<TextField>("Note")!.Text);
    }

    [Fact]
    public void Private_setters_are_kept_and_computed_values_are_not_stored()
    {
        var item = new ContentItem { ContentType = "Flat" };
        item.Alter<KeyPart>(part => part.Hand("u7"));

        var json = Write(item);

        Assert.DoesNotContain("IsOut", json, StringComparison.Ordinal);
        Assert.Equal("u7", Read(json).As<KeyPart>()!.HolderId);
        Assert.True(Read(json).As<KeyPart>()!.IsOut);
    }

    [Fact]
    public void A_property_set_to_null_is_null_after_reading_again()
    {
        var item = new ContentItem { ContentType = "Flat" };
        item.Alter<KeyPart>(part => part.Labels = ["a"]);
        item = Read(Write(item));

        item.Alter<KeyPart>(part => part.Labels = null);

        Assert.Null(Read(Write(item)).As<KeyPart>()!.Labels);
    }

    [Fact]
    public void The_dynamic_content_reads_and_writes_the_json()
    {
        var item = Read(Stored);

        Assert.Equal("Flat 3", (string)item.Content.TitlePart.Title);
        Assert.True(item.Content.TitlePart.Title == "Flat 3");
        Assert.True(item.Content.Nothing == null);
        Assert.Equal(1.5m, (decimal)item.Content.Flat.Area.Value);

        item.Content.TitlePart.Title = "Flat 9";
        Assert.Equal("Flat 9", Read(Write(item)).As<TitlePart>()!.Title);
    }

    [Fact]
    public void The_dynamic_content_shows_what_was_applied_before_and_keeps_what_is_applied_after()
    {
        var item = Read(Stored);
        item.Alter<TitlePart>(part => part.Title = "applied");
        item.Get<ContentPart>("Flat")!.Alter<TextField>("Note", field => field.Text = "below");

        Assert.Equal("applied", (string)item.Content.TitlePart.Title);
        Assert.Equal("below", (string)item.Content.Flat.Note.Text);

        item.Alter<TitlePart>(part => part.Title = "later");
        item.Get<ContentPart>("Flat")!.Alter<TextField>("Note", field => field.Text = "deeper");
        var again = Read(Write(item));
        Assert.Equal("later", again.As<TitlePart>()!.Title);
        Assert.Equal("deeper", again.Get<ContentPart>("Flat")!.Get<TextField>("Note")!.Text);
        Assert.Equal("later", (string)item.Content.TitlePart.Title);
    }

    [Fact]
    public void A_part_read_under_the_base_class_loses_nothing_when_read_under_its_own()
    {
        var item = Read("""{"ContentType":"Flat","KeyPart":{"Number":7}}""");

        item.Get<ContentPart>("KeyPart")!.Alter<TextField>("Note", field => field.Text = "added");

        Assert.Equal("added", item.As<KeyPart>()!.Get<TextField>("Note")!.Text);
        Assert.Equal("added", Read(Write(item)).As<KeyPart>()!.Note!.Text);
    }

    [Fact]
    public void Merging_takes_text_and_parts_but_not_ids()
    {
        var item = Read(Stored);

        item.Merge(new { ContentItemId = "other", DisplayText = "merged", TitlePart = new { Title = "merged" } });

        Assert.Equal("4abc", item.ContentItemId);
        Assert.Equal("merged", item.DisplayText);
        Assert.Equal("merged", item.As<TitlePart>()!.Title);
        Assert.Equal("quiet", item.Get<ContentPart>("Flat")!.Get<TextField>("Note")!.Text);
    }

    [Fact]
    public void A_removed_part_is_gone()
    {
        var item = Read(Stored);

        item.Remove<TitlePart>();

        Assert.Null(item.As<TitlePart>());
        Assert.DoesNotContain("TitlePart", Write(item), StringComparison.Ordinal);
    }

    [Fact]
    public void Welding_leaves_what_is_there()
    {
        var item = Read(Stored);

        item.Weld(new TitlePart { Title = "welded" });
        item.Weld(new KeyPart { Number = 5 });

        Assert.Equal("Flat 3", Read(Write(item)).As<TitlePart>()!.Title);
        Assert.Equal(5, Read(Write(item)).As<KeyPart>()!.Number);
    }

    [Fact]
    public void Times_are_utc_whatever_was_written()
    {
        var item = Read("""{"ContentType":"Flat","CreatedUtc":"2026-03-01T10:00:00","ModifiedUtc":"2026-03-01T12:00:00+02:00"}""");

        Assert.Equal(new DateTime(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc), item.CreatedUtc);
        Assert.Equal(DateTimeKind.Utc, item.CreatedUtc!.Value.Kind);
        Assert.Equal(new DateTime(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc), item.ModifiedUtc);
    }

    [Theory]
    [InlineData("""{"ContentType":5}""", "ContentType")]
    [InlineData("""{"Latest":"yes"}""", "Latest")]
    [InlineData("""{"CreatedUtc":"soon"}""", "CreatedUtc")]
    public void A_known_property_of_another_kind_is_named(string json, string name) =>
        Assert.Contains(name, Assert.Throws<JsonException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Items_within_items_are_stored_whole()
    {
        var inner = new ContentItem { ContentType = "Key", ContentItemId = "4in" };
        inner.Alter<KeyPart>(part => part.Number = 3);
        var item = new ContentItem { ContentType = "Flat" };
        item.Alter<BoxPart>(part => part.ContentItems.Add(inner));

        var again = Read(Write(item)).As<BoxPart>()!.ContentItems.Single();

        Assert.Equal("4in", again.ContentItemId);
        Assert.Equal(3, again.As<KeyPart>()!.Number);
    }

    private static ContentItem Read(string json) => JsonSerializer.Deserialize<ContentItem>(json, JOptions.Default)!;

    private static string Write(ContentItem item) => JsonSerializer.Serialize(item, JOptions.UnsafeRelaxedJsonEscaping);
}

public class KeyPart : ContentPart
{
    public int Number { get; set; }

    public string[]? Labels { get; set; } = [];

    public TextField? Note { get; set; }

    [JsonInclude]
    public string? HolderId { get; private set; }

    [JsonIgnore]
    public bool IsOut => HolderId is not null;

    public void Hand(string holderId) => HolderId = holderId;
}

public class BoxPart : ContentPart
{
    public List<ContentItem> ContentItems { get; set; } = [];
}
