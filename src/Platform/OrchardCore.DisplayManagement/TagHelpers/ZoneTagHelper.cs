using Microsoft.AspNetCore.Razor.TagHelpers;
using OrchardCore.DisplayManagement.Layout;

namespace OrchardCore.DisplayManagement.TagHelpers;

/// <summary><c>&lt;zone name="Footer" position="5"&gt;…&lt;/zone&gt;</c>: puts its content into a zone of the layout.</summary>
[HtmlTargetElement("zone", Attributes = "name")]
public class ZoneTagHelper : TagHelper
{
    private readonly ILayoutAccessor _layoutAccessor;

    public ZoneTagHelper(ILayoutAccessor layoutAccessor) => _layoutAccessor = layoutAccessor;

    public string Position { get; set; }

    /// <summary>The zone; <c>Parent.Child</c> leads to a zone in a zone.</summary>
    public string Name { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Name))
            throw new ArgumentException("The name of the zone is missing.");

        var content = await output.GetChildContentAsync();
        IShape zone = await _layoutAccessor.GetLayoutAsync();
        foreach (var name in Name.Split('.', StringSplitOptions.RemoveEmptyEntries))
            zone = zone is Zones.IZoneHolding holding ? holding.Zones[name] : zone.GetProperty<IShape>(name) ?? zone;

        await zone.AddAsync(content, Position ?? string.Empty);
        output.SuppressOutput();
    }
}
