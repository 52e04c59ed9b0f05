using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Models;
using PropertySuite.Platform.Display.Content;

namespace Platform.Tests.Display;

/// <summary>The names as they came out of a page of the original.</summary>
public sealed class NamesOfPartsTests
{
    [Fact]
    public void A_part_has_its_own_name_and_those_of_its_type()
    {
        var names = PartNames.Of(Part("Gadget", "GadgetPart"));

        Assert.Equal("GadgetPart", names.Differentiator("GadgetPart"));
        Assert.Equal(["GadgetPart_Detail", "Gadget__GadgetPart", "Gadget_Detail__GadgetPart"], names.Alternates("GadgetPart", "Detail"));
        Assert.Equal(["GadgetPart_SummaryAdmin", "Gadget__GadgetPart", "Gadget_SummaryAdmin__GadgetPart"], names.Alternates("GadgetPart", "SummaryAdmin"));
        Assert.Equal("GadgetPart", names.Differentiator("GadgetPart_Edit"));
        Assert.Equal(["Gadget_Edit__GadgetPart"], names.Alternates("GadgetPart_Edit", "Edit"));
        Assert.Equal(["ContentPart_Edit__GadgetPart", "ContentPart_Edit__Gadget__GadgetPart"], names.EditorFrameAlternates());
    }

    [Fact]
    public void A_second_shape_of_a_driver_is_told_apart()
    {
        var names = PartNames.Of(Part("Gadget", "GadgetPart"));

        Assert.Equal("GadgetPart-GadgetAll", names.Differentiator("GadgetAll"));
        Assert.Equal(["GadgetAll_Detail", "Gadget__GadgetPart__GadgetAll", "Gadget_Detail__GadgetPart__GadgetAll"], names.Alternates("GadgetAll", "Detail"));
    }

    [Fact]
    public void A_named_part_can_be_reached_by_its_name_too()
    {
        var names = PartNames.Of(Part("Page", "BagPart", name: "Services"));

        Assert.Equal("Services", names.Differentiator("BagPart"));
        Assert.Equal(["BagPart_Detail", "Page__BagPart", "Page_Detail__BagPart", "Page__Services", "Page_Detail__Services"], names.Alternates("BagPart", "Detail"));
    }

    [Fact]
    public void A_display_mode_moves_in_front_of_the_names()
    {
        var settings = new JsonObject { ["ContentTypePartSettings"] = new JsonObject { ["DisplayMode"] = "Wide" } };
        var names = PartNames.Of(Part("Page", "BagPart", settings: settings));

        Assert.Equal(["BagPart_Detail__Wide_Display", "Page_Display__BagPart__Wide", "Page_Detail__BagPart__Wide_Display"], names.Alternates("BagPart_Display__Wide", "Detail"));
    }

    [Fact]
    public void A_field_has_the_names_of_its_kind_its_part_and_its_type()
    {
        var part = Part("Blog", "Blog");
        var field = new ContentPartFieldDefinition(new ContentFieldDefinition("TextField"), "Intro", []);
        var names = FieldNames.Of(part, field);

        Assert.Equal("Blog-Intro", names.Differentiator("TextField"));
        Assert.Equal("Blog-Intro-TextSummary", names.Differentiator("TextSummary"));
        Assert.Equal(
            ["TextField_Detail", "Blog__Intro", "Blog_Detail__Intro", "Blog__TextField", "Blog_Detail__TextField", "Blog__Blog__Intro", "Blog_Detail__Blog__Intro"],
            names.Alternates("TextField", "Detail"));
        Assert.Empty(names.Alternates("TextField_Edit", "Edit"));
    }

    [Fact]
    public void Names_are_made_once_per_definition()
    {
        var part = Part("Gadget", "GadgetPart");
        Assert.Same(PartNames.Of(part).Alternates("GadgetPart", "Detail"), PartNames.Of(part).Alternates("GadgetPart", "Detail"));
    }

    private static ContentTypePartDefinition Part(string type, string partType, string? name = null, JsonObject? settings = null)
    {
        var part = new ContentTypePartDefinition(name ?? partType, new ContentPartDefinition(partType), settings ?? []);
        _ = new ContentTypeDefinition(type, type, [part], []);
        return part;
    }
}
