using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using PropertySuite.Office.Frame;

namespace PropertySuite.Modules.Tests.Themes;

public sealed class MenuTests
{
    [Fact]
    public void The_entry_nearest_to_the_page_is_the_current_one()
    {
        var menu = At("/Admin/Visits/Inside", Item("Today", "/Admin"), Item("Visits", "/Admin/Visits"), Item("Visitors", "/Admin/Vis"));

        Assert.Equal(["Visits"], menu.Entries.Where(entry => entry.IsCurrent).Select(entry => entry.Text));
    }

    [Fact]
    public void The_front_page_is_current_only_on_itself()
    {
        Assert.True(At("/", Item("Home", "/")).Entries[0].IsCurrent);
        Assert.False(At("/my", Item("Home", "/")).Entries[0].IsCurrent);
    }

    [Fact]
    public void The_path_of_a_community_counts_to_the_address()
    {
        var request = new DefaultHttpContext().Request;
        request.PathBase = "/alba";
        request.Path = "/Admin/Units";

        Assert.True(Menu.From([Item("Units", "/alba/Admin/Units")], request).Entries[0].IsCurrent);
    }

    [Fact]
    public void A_heading_holds_the_current_page_of_its_entries()
    {
        var group = Item("Community", null);
        group.Items = [Item("Units", "/Admin/Units"), Item("Nowhere", "#")];

        var entry = Assert.Single(At("/Admin/Units/7", group).Groups);

        Assert.True(entry.HoldsCurrent);
        Assert.Equal(["Units"], entry.Children.Select(child => child.Text));
    }

    [Fact]
    public void Marked_entries_get_the_places_of_the_tab_bar()
    {
        var visits = Item("Visits", "/Admin/Visits");
        visits.Classes.Add("tab");

        Assert.Equal(["Visits"], At("/", Item("Today", "/Admin"), visits).Tabs.Select(tab => tab.Text));
    }

    [Fact]
    public void Without_marks_the_first_four_get_them()
    {
        var items = Enumerable.Range(1, 6).Select(number => Item($"Page {number}", $"/p{number}")).ToArray();

        Assert.Equal(["Page 1", "Page 2", "Page 3", "Page 4"], At("/", items).Tabs.Select(tab => tab.Text));
    }

    [Fact]
    public void Classes_say_the_icon_and_whether_a_figure_stands_beside()
    {
        var item = Item("Queue", "/Admin/Queue");
        item.Id = "queue";
        item.Classes.AddRange(["icon-inbox", "figure"]);

        var entry = At("/", item).Entries[0];

        Assert.Equal(("inbox", "queue", true), (entry.Icon, entry.Id, entry.HasFigure));
    }

    [Theory]
    [InlineData("units", "units")]
    [InlineData("contentTypes", "content")]
    [InlineData("something-else", "dot")]
    [InlineData(null, "dot")]
    public void Without_a_class_the_id_says_the_icon(string? id, string icon)
    {
        var item = Item("Entry", "/x");
        item.Id = id;

        Assert.Equal(icon, Icons.Of(item));
    }

    [Theory]
    [InlineData("en", "English")]
    [InlineData("es", "Español")]
    [InlineData("es-ES", "Español")]
    [InlineData("zh-Hans", "简体中文")]
    public void A_language_is_called_by_its_own_name(string culture, string name)
    {
        Assert.Equal(name, Languages.NameOf(culture));
    }

    private static Menu At(string path, params MenuItem[] items)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        return Menu.From(items, request);
    }

    private static MenuItem Item(string text, string? href) => new() { Text = new LocalizedString(text, text), Href = href };
}
