using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.DisplayManagement.Zones;
using PropertySuite.Platform.Display;

namespace Platform.Tests.Display;

public class GadgetView
{
    public string Id { get; set; } = "own";

    public string? Title { get; set; }
}

public sealed class SealedView;

public sealed class ShapesTests
{
    [Fact]
    public async Task A_view_model_becomes_a_shape_and_keeps_its_own_members()
    {
        var shape = ShapeProxy<GadgetView>.Create();
        var view = Assert.IsType<GadgetView>(shape, exactMatch: false);
        view.Title = "Pump";
        shape.Id = "of the shape";
        shape.Metadata.Type = "GadgetView";
        await shape.AddAsync("second", "2");
        await shape.AddAsync("first", "1");

        Assert.Equal("own", view.Id);
        Assert.Equal("of the shape", shape.Id);
        Assert.Equal(["1", "2"], shape.Items.Select(i => i.Position));
        Assert.Same(shape.GetType(), ShapeProxy<GadgetView>.Create().GetType());
        Assert.NotSame(shape.Metadata, ShapeProxy<GadgetView>.Create().Metadata);
    }

    [Fact]
    public void A_sealed_view_model_is_refused_with_the_reason()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => ShapeProxy<SealedView>.Create());
        Assert.Contains("must be public, not sealed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_comes_into_being_with_its_first_child()
    {
        var layout = new ZoneHolding(() => new ValueTask<IShape>(new Shape()));
        Assert.False(layout.Zones.IsNotEmpty("Footer"));
        Assert.True(layout.Zones["Footer"].IsNullOrEmpty());
        dynamic view = layout;
        Assert.True((bool)(view.Footer == null));

        await layout.Zones["Footer"].AddAsync("b", "2");
        await layout.Zones["Footer"].AddAsync("a", "1");
        await layout.Zones["Footer"].AddAsync(null, "3");

        Assert.True(layout.Zones.IsNotEmpty("Footer"));
        Assert.Equal(["1", "2"], layout.Zones["Footer"].Items.Select(i => i.Position));
        Assert.False((bool)(view.Footer == null));
    }

    [Fact]
    public void Alternates_come_once_and_the_last_wins()
    {
        string[] shared = ["A", "B"];
        var alternates = new AlternatesCollection();
        alternates.AddShared(shared);
        Assert.Same(shared, alternates.Shared);

        alternates.Add("b");
        Assert.Same(shared, alternates.Shared);
        alternates.Add("C");

        Assert.Null(alternates.Shared);
        Assert.Equal("C", alternates.Last);
        Assert.Equal(["A", "B", "C"], alternates);
        Assert.Equal(["A", "B"], shared);
    }

    [Fact]
    public void Named_arguments_become_properties()
    {
        var named = Arguments.From(new { Text = "Hello", Size = 3 });
        Assert.Equal("Hello", named.Named["Text"]);
        Assert.Empty(named.Positional);

        var mixed = Arguments.From(["first", 5], ["Size"]);
        Assert.Equal(["first"], mixed.Positional);
        Assert.Equal(5, mixed.Named["Size"]);
    }

    [Theory]
    [InlineData("page-size", "PageSize")]
    [InlineData("title", "Title")]
    [InlineData("data_id", "Data_Id")]
    public void Attributes_of_a_shape_tag_are_properties(string attribute, string property) => Assert.Equal(property, AttributeNames.Pascal(attribute));

    [Theory]
    [InlineData("GadgetPart", "gadget-part")]
    [InlineData("HTMLBody", "html-body")]
    [InlineData("Work Order", "work-order")]
    public void Class_names_are_made_of_names_in_code(string name, string css) => Assert.Equal(css, CssName.Of(name));
}
