using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Title.Models;

namespace PropertySuite.Platform.Content;

/// <summary>Shows an item under its title, and asks for one where the type does.</summary>
internal sealed class TitlePartHandler(IStringLocalizer<TitlePartHandler> localizer) : ContentPartHandler<TitlePart>
{
    private readonly IStringLocalizer S = localizer;

    public override Task CreatingAsync(CreateContentContext context, TitlePart part) => Show(part);

    public override Task UpdatingAsync(UpdateContentContext context, TitlePart part) => Show(part);

    protected override Task ValidatingAsync(ValidateContentPartContext context, TitlePart part)
    {
        var options = context.ContentTypePartDefinition.GetSettings<TitlePartSettings>().Options;
        if (options == TitlePartOptions.EditableRequired && string.IsNullOrWhiteSpace(part.Title))
        {
            context.Fail(S["A value is required for Title."], nameof(part.Title));
        }
        return Task.CompletedTask;
    }

    private static Task Show(TitlePart part)
    {
        if (!string.IsNullOrWhiteSpace(part.Title)) part.ContentItem.DisplayText = part.Title.Trim();
        return Task.CompletedTask;
    }
}
