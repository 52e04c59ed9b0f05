using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using OrchardCore.ContentManagement;

namespace PropertySuite.Platform.Contents.TagHelpers;

/// <summary>
/// <c>&lt;a display-for="item"&gt;</c>, <c>edit-for</c>, <c>admin-for</c>, <c>remove-for</c>, <c>create-for</c>: a link to a page of an item.
/// Without text of its own the link says the item's. An item that has no such page gets plain text.
/// </summary>
[HtmlTargetElement("a", Attributes = "display-for")]
[HtmlTargetElement("a", Attributes = "edit-for")]
[HtmlTargetElement("a", Attributes = "admin-for")]
[HtmlTargetElement("a", Attributes = "remove-for")]
[HtmlTargetElement("a", Attributes = "create-for")]
public class ContentLinkTagHelper(IContentManager contentManager, IUrlHelperFactory urls) : TagHelper
{
    private const string RoutePrefix = "asp-route-";

    // After the framework's anchor helper, which would refuse a link that has an address already.
    public override int Order => 0;

    [HtmlAttributeName("display-for")]
    public ContentItem DisplayFor { get; set; }

    [HtmlAttributeName("edit-for")]
    public ContentItem EditFor { get; set; }

    [HtmlAttributeName("admin-for")]
    public ContentItem AdminFor { get; set; }

    [HtmlAttributeName("remove-for")]
    public ContentItem RemoveFor { get; set; }

    [HtmlAttributeName("create-for")]
    public ContentItem CreateFor { get; set; }

    /// <summary>More route values: <c>asp-route-returnUrl="…"</c>.</summary>
    [HtmlAttributeName("asp-all-route-data", DictionaryAttributePrefix = RoutePrefix)]
    public IDictionary<string, string> RouteValues { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext tagHelperContext, TagHelperOutput output)
    {
        var item = DisplayFor ?? EditFor ?? AdminFor ?? RemoveFor ?? CreateFor;
        if (item is null)
        {
            output.SuppressOutput();
            return;
        }

        var metadata = await contentManager.PopulateAspectAsync<ContentItemMetadata>(item);
        var values = DisplayFor is not null ? metadata.DisplayRouteValues
            : EditFor is not null ? metadata.EditorRouteValues
            : AdminFor is not null ? metadata.AdminRouteValues
            : RemoveFor is not null ? metadata.RemoveRouteValues
            : metadata.CreateRouteValues;

        if (values is null)
        {
            output.TagName = null;
        }
        else
        {
            var all = new RouteValueDictionary(values);
            foreach (var (name, value) in RouteValues)
                all[name] = value;

            output.Attributes.SetAttribute("href", urls.GetUrlHelper(ViewContext).Action((string)values["Action"], (string)values["Controller"], all));
        }

        if ((await output.GetChildContentAsync()).IsEmptyOrWhiteSpace)
            output.Content.SetContent(string.IsNullOrEmpty(item.DisplayText) ? item.ContentType : item.DisplayText);
    }
}
