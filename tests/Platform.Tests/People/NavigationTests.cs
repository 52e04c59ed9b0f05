using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Platform.Tests.People;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("1", "2")]
    [InlineData("2", "10")]
    [InlineData("1.5", "1.10")]
    [InlineData("1", "1.1")]
    [InlineData("before", "1")]
    [InlineData("9", "after")]
    [InlineData("9", null)]
    public void Positions_are_ordered_number_by_number(string first, string? second)
    {
        Assert.True(PositionComparer.Instance.Compare(first, second) < 0);
        Assert.True(PositionComparer.Instance.Compare(second, first) > 0);
    }

    [Fact]
    public void Entries_of_the_same_text_become_one_with_the_children_of_both()
    {
        var builder = new NavigationBuilder();
        builder.Add(Text("Visits"), "2", visits => visits.Add(Text("Gate"), "2", gate => gate.Url("gate")));
        builder.Add(Text("Keys"), "1", keys => keys.Url("keys"));
        builder.Add(Text("Visits"), "2", visits => visits.Add(Text("List"), "1", list => list.Url("visits")));

        var tree = NavigationTree.Merge(builder.Build());
        Assert.Equal(["Keys", "Visits"], tree.Select(item => item.Text.Name));
        Assert.Equal(["List", "Gate"], tree[1].Items.Select(item => item.Text.Name));
    }

    [Fact]
    public void Merging_leaves_what_the_providers_built_as_it_was()
    {
        var builder = new NavigationBuilder();
        builder.Add(Text("Visits"), visits => visits.Add(Text("Gate"), gate => gate.Url("gate")));
        builder.Add(Text("Visits"), visits => visits.Add(Text("List"), list => list.Url("visits")));
        var built = builder.Build();

        NavigationTree.Merge(built);
        Assert.All(built, item => Assert.Single(item.Items));
    }

    [Fact]
    public void Of_two_that_name_a_place_the_higher_priority_wins()
    {
        var builder = new NavigationBuilder();
        builder.Add(Text("Visits"), "1", visits => visits.Url("weak"), priority: 0);
        builder.Add(Text("Visits"), "1", visits => visits.Url("strong"), priority: 1);
        Assert.Equal("strong", Assert.Single(NavigationTree.Merge(builder.Build())).Url);
    }

    [Fact]
    public void A_heading_that_one_provider_leaves_open_is_open()
    {
        var builder = new NavigationBuilder();
        builder.Add(Text("Visits"), visits => visits.Permission(new Permission("ViewVisits")));
        builder.Add(Text("Visits"), _ => { });
        Assert.Empty(Assert.Single(NavigationTree.Merge(builder.Build())).Permissions);
    }

    private static LocalizedString Text(string text) => new(text, text);
}
