using Microsoft.AspNetCore.Razor.TagHelpers;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;

namespace PropertySuite.Platform.Contents.TagHelpers;

/// <summary><c>&lt;contentitem content-item-id="…" display-type="Summary"&gt;</c>: shows an item; nothing when it is not there.</summary>
[HtmlTargetElement("contentitem", Attributes = "content-item-id", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("contentitem", Attributes = "content-item", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("contentitem", Attributes = "handle", TagStructure = TagStructure.NormalOrSelfClosing)]
public class ContentItemTagHelper(
    IContentManager contentManager,
    IContentHandleManager handles,
    IContentItemDisplayManager displayManager,
    IDisplayHelper displayHelper,
    IUpdateModelAccessor updater) : TagHelper
{
    public string ContentItemId { get; set; }

    public ContentItem ContentItem { get; set; }

    /// <summary>As <c>alias:main</c>.</summary>
    public string Handle { get; set; }

    public string DisplayType { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        var item = ContentItem;
        if (item is null)
        {
            var id = ContentItemId;
            if (string.IsNullOrEmpty(id) && !string.IsNullOrEmpty(Handle))
                id = await handles.GetContentItemIdAsync(Handle);

            item = string.IsNullOrEmpty(id) ? null : await contentManager.GetAsync(id, VersionOptions.Published);
        }

        if (item is null)
            return;

        var shape = await displayManager.BuildDisplayAsync(item, updater.ModelUpdater, DisplayType ?? string.Empty);
        output.Content.SetHtmlContent(await displayHelper.ShapeExecuteAsync(shape));
    }
}
