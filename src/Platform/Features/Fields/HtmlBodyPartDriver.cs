using Microsoft.AspNetCore.Html;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Html.Models;
using OrchardCore.Infrastructure.Html;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>Shows a body cleaned, whatever its type's settings say: what is stored may have come from an import.</summary>
internal sealed class HtmlBodyPartDriver(IHtmlSanitizerService sanitizer) : ContentPartDisplayDriver<HtmlBodyPart>
{
    public override IDisplayResult Display(HtmlBodyPart part, BuildPartDisplayContext context) =>
        Initialize<HtmlBodyPartView>(GetDisplayShapeType(context), view => view.Html = sanitizer.Sanitize(part.Html))
            .Location("Detail", "Content:5")
            .Location("Summary", "Content:10");

    public override IDisplayResult Edit(HtmlBodyPart part, BuildPartEditorContext context) =>
        Initialize<HtmlBodyPartView>(GetEditorShapeType(context), view => view.Html = part.Html);

    public override async Task<IDisplayResult> UpdateAsync(HtmlBodyPart part, UpdatePartEditorContext context)
    {
        var view = new HtmlBodyPartView();
        await context.Updater.TryUpdateModelAsync(view, Prefix, v => v.Html!);
        part.Html = view.Html;
        return Edit(part, context);
    }
}

/// <summary>Gives the body to those who ask for an item's text.</summary>
internal sealed class HtmlBodyAspect(IHtmlSanitizerService sanitizer) : ContentPartHandler<HtmlBodyPart>
{
    public override Task GetContentItemAspectAsync(ContentItemAspectContext context, HtmlBodyPart part) => context.ForAsync<BodyAspect>(aspect =>
    {
        aspect.Body = new HtmlString(sanitizer.Sanitize(part.Html));
        return Task.CompletedTask;
    });
}
