using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Shapes;
using PropertySuite.Platform.Display;
using PropertySuite.Platform.Display.Tables;

namespace Platform.Tests.Display;

public sealed class PlacementTests
{
    [Theory]
    [InlineData("Content:5", "Content", "5", "", null, null, null, false)]
    [InlineData("/Footer:1.5", "Footer", "1.5", "", null, null, null, true)]
    [InlineData("Parts.Title:after", "Parts/Title", "after", "", null, null, null, false)]
    [InlineData("Content:2#Settings;1%Access;3|Left_6;2@rights", "Content", "2", "Settings;1", "Access;3", "Left_6;2", "rights", false)]
    [InlineData("Header@seo", "Header", "", "", null, null, "seo", false)]
    public void A_location_has_zone_position_tab_card_column_and_group(
        string location, string zones, string position, string tab, string? card, string? column, string? group, bool layout)
    {
        var info = new PlacementInfo { Location = location };

        Assert.Equal(zones, string.Join('/', info.GetZones()));
        Assert.Equal(position, info.GetPosition());
        Assert.Equal(tab, info.GetTab());
        Assert.Equal(card, info.GetCard());
        Assert.Equal(column, info.GetColumn());
        Assert.Equal(group, info.GetGroup());
        Assert.Equal(layout, info.IsLayoutZone());
        Assert.False(info.IsHidden());
    }

    [Theory]
    [InlineData("-")]
    [InlineData("")]
    [InlineData(null)]
    public void A_dash_or_nothing_hides(string? location) => Assert.True(new PlacementInfo { Location = location }.IsHidden());

    [Fact]
    public void Positions_compare_by_their_parts_numbers_before_words_before_first_and_after_last()
    {
        string?[] sorted = ["before", null, "", "0.1", "1", "1.1", "1.2", "1.10", "2", "10", "apple", "pear", "after"];
        var shuffled = sorted.Reverse().ToArray();

        Assert.Equal(sorted.Select(Shown), shuffled.Order(PositionComparer.Instance).Select(Shown), StringComparer.Ordinal);
        Assert.Equal(0, PositionComparer.Instance.Compare(null, "before"));
        Assert.Equal(0, PositionComparer.Instance.Compare("", "0"));

        // Equal ones keep the order in which they came.
        static string Shown(string? position) => position is null or "before" ? "before" : position;
    }

    [Fact]
    public void The_last_rule_that_matches_wins_and_keeps_what_it_does_not_say()
    {
        var table = Table(
            ("A", """{ "GadgetPart": [ { "place": "Content:9", "alternates": ["Gadget_Big"] }, { "displayType": "Summary", "place": "Meta:1" } ] }"""),
            ("B", """{ /* theme */ "GadgetPart": [ { "displayType": "Detail", "place": "-" }, { "differentiator": "Other", "place": "Footer" }, ] }"""));

        Assert.Equal("-", Ask(table, "GadgetPart", "Detail").Location);
        Assert.Equal("Gadget_Big", Ask(table, "GadgetPart", "Detail").Alternates.Last);
        Assert.Equal("Meta:1", Ask(table, "GadgetPart", "Summary").Location);
        Assert.Equal("Content:9", Ask(table, "GadgetPart", "SummaryAdmin").Location);
        Assert.Equal("Footer", Ask(table, "GadgetPart", "Detail", differentiator: "Other").Location);
    }

    [Theory]
    [InlineData("Blog", "1")]
    [InlineData("BillSlip", "2")]
    [InlineData("Visit", "0")]
    public void A_rule_can_ask_for_content_types_by_name_or_beginning(string contentType, string position)
    {
        var table = Table(("A", """{ "P": [ { "place": "Content:0" }, { "place": "Content:2", "contentType": ["X", "Bill*"] }, { "place": "Content:1", "contentType": "Blog" } ] }"""));
        var zone = new Shape();
        zone.Properties["ContentItem"] = new ContentItem { ContentType = contentType };

        Assert.Equal("Content:" + position, Ask(table, "P", "Detail", zone: zone).Location);
    }

    [Fact]
    public void A_rule_for_one_editor_does_not_move_the_others()
    {
        var table = Table(("A", """{ "TextField_Edit__TextArea": [ { "place": "Sidebar" } ] }"""));

        Assert.Equal("Sidebar", Ask(table, "TextField_Edit__TextArea", "Edit").Location);
        Assert.Null(Ask(table, "TextField_Edit", "Edit"));
    }

    [Fact]
    public void A_mistake_names_its_file()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => PlacementFile.Parse("""{ "GadgetPart": { "place": "Content" } }""", "Ours.Demo/placement.json"));
        Assert.Equal("Ours.Demo/placement.json: 'GadgetPart' must hold an array.", exception.Message);
    }

    private static ShapeTable Table(params (string Module, string Json)[] files)
    {
        var assembly = new ShapeTableAssembly();
        foreach (var (module, json) in files)
            assembly.Add(PlacementFile.Parse(json, module), http: null);

        return assembly.Build();
    }

    private static PlacementInfo Ask(ShapeTable table, string shapeType, string displayType, string differentiator = "", IShape? zone = null) =>
        table.Descriptors[shapeType.Split("__")[0]].Placement(new ShapePlacementContext(shapeType, displayType, differentiator, zone));
}
