using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Implementation;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.DisplayManagement.Zones;

namespace Platform.Tests.Display;

public class GadgetPart : ContentPart
{
    public string? Code { get; set; }
}

public class GadgetPartView
{
    public string? Code { get; set; }
}

internal sealed class GadgetDriver(Action<ShapeResult>? place = null) : ContentPartDisplayDriver<GadgetPart>
{
    public override IDisplayResult Display(GadgetPart part, BuildPartDisplayContext context)
    {
        var result = Initialize<GadgetPartView>("GadgetPart", view => view.Code = part.Code);
        place?.Invoke(result);
        return Combine(result, Initialize<GadgetPartView>("GadgetAll").Location("Detail", "Content:9"));
    }

    public override IDisplayResult Edit(GadgetPart part, BuildPartEditorContext context) => Initialize<GadgetPartView>(GetEditorShapeType(context), view => view.Code = part.Code);
}

/// <summary>Makes shapes and nothing else.</summary>
internal sealed class PlainFactory : IShapeFactory
{
    public dynamic New => this;

    public async ValueTask<IShape> CreateAsync(string shapeType, Func<ValueTask<IShape>> shapeFactory, Action<ShapeCreatingContext>? creating, Action<ShapeCreatedContext>? created)
    {
        var shape = await shapeFactory();
        shape.Metadata.Type = shapeType;
        created?.Invoke(new ShapeCreatedContext { Shape = shape, ShapeType = shapeType });
        return shape;
    }
}

public sealed class DriverTests
{
    private readonly PlainFactory _factory = new();
    private readonly GadgetPart _part = new() { Code = "G-1", ContentItem = new ContentItem { ContentType = "Gadget" } };

    [Fact]
    public async Task Shapes_get_the_prefix_differentiator_and_alternates_of_their_part()
    {
        var item = await DisplayAsync("Detail", result => result.Location("Detail", "Content:5"));

        var shapes = item.Zones["Content"].Items.Cast<IShape>().ToArray();
        Assert.Equal(["GadgetPart", "GadgetAll"], shapes.Select(s => s.Metadata.Type));
        Assert.Equal(["GadgetPart", "GadgetPart-GadgetAll"], shapes.Select(s => s.Metadata.Differentiator));
        Assert.All(shapes, s => Assert.Equal("GadgetPart", s.Metadata.Prefix));
        Assert.Equal("G-1", ((GadgetPartView)shapes[0]).Code);
        Assert.Equal(["GadgetPart_Detail", "Gadget__GadgetPart", "Gadget_Detail__GadgetPart"], shapes[0].Metadata.Alternates);
    }

    [Theory]
    [InlineData("Detail", null, null, false)]
    [InlineData("Detail", "Detail", "-", false)]
    [InlineData("Detail", "Detail", "", false)]
    [InlineData("Detail", "Summary", "Content:1", false)]
    [InlineData("Detail", "Detail", "Content:1", true)]
    [InlineData("SummaryAdmin", "", "Content:0", true)]
    public async Task A_shape_is_shown_where_it_has_a_place(string displayType, string? placedIn, string? location, bool shown)
    {
        var item = await DisplayAsync(displayType, result =>
        {
            if (placedIn is { Length: > 0 })
                result.Location(placedIn, location!);
            else if (location is not null)
                result.Location(location);
        });

        var found = item.Zones["Content"].Items.Cast<IShape>().Any(s => s.Metadata.Type == "GadgetPart");
        Assert.Equal(shown, found);
    }

    [Theory]
    [InlineData("Content:9", "-", false)]
    [InlineData("-", "Content:2", true)]
    public async Task Placement_wins_over_the_driver(string own, string placed, bool shown)
    {
        var item = await DisplayAsync("Detail", result => result.Location("Detail", own), (type, _, _, _) => type == "GadgetPart" ? new PlacementInfo { Location = placed } : null!);

        Assert.Equal(shown, item.Zones["Content"].Items.Cast<IShape>().Any(s => s.Metadata.Type == "GadgetPart"));
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("seo", "", false)]
    [InlineData("seo", "seo", true)]
    [InlineData("", "seo", false)]
    public async Task A_result_belongs_to_the_page_of_its_group(string ofResult, string ofPage, bool shown)
    {
        var item = await DisplayAsync("Detail", result =>
        {
            result.Location("Content");
            if (ofResult.Length > 0)
                result.OnGroup(ofResult);
        }, group: ofPage);

        Assert.Equal(shown, item.Zones["Content"].Items.Cast<IShape>().Any(s => s.Metadata.Type == "GadgetPart"));
    }

    [Fact]
    public async Task An_editor_goes_into_the_frame_of_its_part()
    {
        var item = NewItem();
        var frame = new Shape { Metadata = { Type = "ContentPart_Edit", Name = "GadgetPart" } };
        await item.Zones["Parts"].AddAsync(frame, "1");
        var context = new BuildEditorContext(item, "", true, "", _factory, null, null) { DefaultZone = "Parts.GadgetPart", DefaultPosition = "3" };

        IContentPartDisplayDriver driver = new GadgetDriver();
        await (await driver.BuildEditorAsync(_part, Definition(), context)).ApplyAsync(context);

        var editor = Assert.IsType<IShape>(Assert.Single(frame.Items), exactMatch: false);
        Assert.Equal("GadgetPart_Edit", editor.Metadata.Type);
        Assert.Equal("GadgetPart", editor.Metadata.Prefix);
        Assert.Equal(["Gadget_Edit__GadgetPart"], editor.Metadata.Alternates);
        Assert.Equal("3", ((IPositioned)editor).Position);
    }

    [Fact]
    public async Task A_prefix_from_outside_comes_first()
    {
        var item = NewItem();
        var context = new BuildEditorContext(item, "", true, "Outer", _factory, null, null) { DefaultZone = "Content" };

        IContentPartDisplayDriver driver = new GadgetDriver();
        await (await driver.BuildEditorAsync(_part, Definition(), context)).ApplyAsync(context);

        Assert.Equal("Outer.GadgetPart", ((IShape)Assert.Single(item.Zones["Content"].Items)).Metadata.Prefix);
    }

    private async Task<ZoneHolding> DisplayAsync(string displayType, Action<ShapeResult> place, FindPlacementDelegate? placement = null, string group = "")
    {
        var item = NewItem();
        var context = new BuildDisplayContext(item, displayType, group, _factory, null, null);
        if (placement is not null)
            context.FindPlacement = placement;

        IContentPartDisplayDriver driver = new GadgetDriver(place);
        await (await driver.BuildDisplayAsync(_part, Definition(), context)).ApplyAsync(context);
        return item;
    }

    private ZoneHolding NewItem() => new(() => _factory.CreateAsync("Zone"));

    private static ContentTypePartDefinition Definition()
    {
        var part = new ContentTypePartDefinition("GadgetPart", new ContentPartDefinition("GadgetPart"), []);
        _ = new ContentTypeDefinition("Gadget", "Gadget", [part], []);
        return part;
    }
}
