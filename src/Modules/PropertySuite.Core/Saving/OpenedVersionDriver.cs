using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;

namespace PropertySuite.Core;

/// <summary>
/// Every form of a content item carries what was opened. When somebody else has saved in between, the form comes back with
/// what was typed, says who and when, shows the way to their version, and saves over it only when that is ticked.
/// </summary>
public sealed class OpenedVersionDriver(
    IHttpContextAccessor http, IContentManager contents, CommunityTimes times, IClock clock, IStringLocalizer<OpenedVersionDriver> S) : ContentDisplayDriver
{
    private const string Name = "OpenedVersion";

    /// <inheritdoc/>
    public override IDisplayResult? Edit(ContentItem model, BuildEditorContext context) =>
        IsForm(context) ? Shown(new OpenedVersionForm { Opened = OpenedVersion.Of(model) }) : null;

    /// <inheritdoc/>
    public override async Task<IDisplayResult?> UpdateAsync(ContentItem model, UpdateEditorContext context)
    {
        if (!IsForm(context)) return null;
        // This driver runs before those of the parts: the item is still as it is stored.
        var now = OpenedVersion.Of(model);
        var form = new OpenedVersionForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix, f => f.Opened, f => f.Overwrite);
        if (string.IsNullOrEmpty(form.Opened) || form.Opened == now)
        {
            form.Opened = now;
            return Shown(form);
        }

        form.Current = now;
        form.By = await AuthorAsync(model) is { Length: > 0 } author ? author : S["Somebody"];
        if (model.ModifiedUtc is { } changed)
        {
            var time = await times.GetAsync();
            form.At = Moments.Near(time.At(changed), time.DayAt(clock.UtcNow));
        }

        var request = http.HttpContext?.Request;
        form.Theirs = request is null ? null : request.PathBase + request.Path + request.QueryString;
        if (form.Overwrite != now)
        {
            context.Updater.ModelState.AddModelError(
                $"{Prefix}.{nameof(form.Overwrite)}",
                S["{0} changed this while you had it open. What you typed is still here: compare, then tick to save it over theirs.", form.By]);
        }

        return Shown(form);
    }

    /// <inheritdoc/>
    protected override void BuildPrefix(ContentItem model, string htmlFieldPrefix) => Prefix = Name;

    // A draft that was made for this edit has no author yet.
    private async Task<string?> AuthorAsync(ContentItem item) =>
        item.Author ?? (await contents.GetAsync(item.ContentItemId, VersionOptions.Published))?.Author;

    // Items inside an item are saved with it, by its own mark.
    private static bool IsForm(BuildEditorContext context) =>
        !context.IsNew && string.IsNullOrEmpty(context.GroupId) && string.IsNullOrEmpty(context.HtmlFieldPrefix);

    private ShapeResult Shown(OpenedVersionForm form) => Initialize<OpenedVersionForm>("OpenedVersion_Edit", shape =>
    {
        shape.Opened = form.Opened;
        shape.Overwrite = form.Overwrite;
        shape.Current = form.Current;
        shape.By = form.By;
        shape.At = form.At;
        shape.Theirs = form.Theirs;
    }).Location("Parts:before");
}

/// <summary>What a form says of the version it was opened on.</summary>
public class OpenedVersionForm
{
    /// <summary>Mark of what was opened.</summary>
    public string? Opened { get; set; }

    /// <summary>Mark of the version that is to be saved over knowingly.</summary>
    public string? Overwrite { get; set; }

    /// <summary>Mark of what is stored now, when it is another one; null otherwise.</summary>
    public string? Current { get; set; }

    /// <summary>Who saved it.</summary>
    public string? By { get; set; }

    /// <summary>When, on the community's wall; null when unknown.</summary>
    public string? At { get; set; }

    /// <summary>Address that shows what they saved.</summary>
    public string? Theirs { get; set; }
}
