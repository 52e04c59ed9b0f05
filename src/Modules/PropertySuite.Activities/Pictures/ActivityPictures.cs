using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>A picture of an activity.</summary>
/// <param name="Id">Id of the file.</param>
/// <param name="Seen">What is to be seen, for whoever cannot see it.</param>
/// <param name="IsAlbum">Whether it was taken at the activity.</param>
public sealed record ActivityPicture(string Id, string Seen, bool IsAlbum);

/// <summary>The pictures of activities: those of the notice, and the album (ACT-16).</summary>
public sealed class ActivityPictures(Attachments attachments)
{
    /// <summary>Place of the pictures of the notice.</summary>
    public const string Notice = "notice";

    /// <summary>Place of the pictures that were taken at the activity.</summary>
    public const string Album = "album";

    /// <summary>The pictures of an activity, those of the notice first.</summary>
    public async Task<IReadOnlyList<ActivityPicture>> OfAsync(ActivityPart activity) => [.. Of(activity, await attachments.OfAsync(activity.ContentItem.ContentItemId))];

    /// <summary>The first picture of each of several activities, for lists.</summary>
    public async Task<IReadOnlyDictionary<string, ActivityPicture>> FirstAsync(IReadOnlyCollection<ActivityPart> shown)
    {
        if (shown.Count == 0)
        {
            return new Dictionary<string, ActivityPicture>();
        }

        var files = await attachments.OfAsync([.. shown.Select(activity => activity.ContentItem.ContentItemId)]);
        return shown.Select(activity => (Id: activity.ContentItem.ContentItemId, Picture: Of(activity, files[activity.ContentItem.ContentItemId]).FirstOrDefault()))
            .Where(pair => pair.Picture is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Picture!, StringComparer.Ordinal);
    }

    private static IEnumerable<ActivityPicture> Of(ActivityPart activity, IEnumerable<Attachment> files) => files
        .Where(file => file.IsPicture && file.Slot is Notice or Album)
        .OrderBy(file => file.Slot == Album)
        .Select(file => new ActivityPicture(file.AttachmentId, activity.Pictures.GetValueOrDefault(file.AttachmentId) ?? "", file.Slot == Album));
}

/// <summary>Everybody sees the pictures of what is published; the office sees all, and who writes takes them away.</summary>
public sealed class ActivityPictureGate(ActivityBook activities, IAuthorizationService authorization, IPermissionService permissions) : IAttachmentGate
{
    /// <inheritdoc/>
    public string Kind => ActivityTypes.Number;

    /// <inheritdoc/>
    public async Task<bool> MayReadAsync(Attachment file, ClaimsPrincipal reader) =>
        await activities.FindAsync(file.RecordId) is { } activity && (activity.IsPublic || await MayAsync(ActivityPermissions.View, reader));

    /// <inheritdoc/>
    public Task<bool> MayRemoveAsync(Attachment file, ClaimsPrincipal reader) => MayAsync(ActivityPermissions.Edit, reader);

    private async Task<bool> MayAsync(string name, ClaimsPrincipal reader) => await permissions.FindByNameAsync(name) is { } known && await authorization.AuthorizeAsync(reader, known);
}

/// <summary>Pictures are added, each with words for whoever cannot see it.</summary>
[Requires(ActivityPermissions.Edit)]
public sealed class ActivityPicturesController(ActivityBook activities, ActivityReading reading, Attachments attachments, CurrentActor current) : Controller, IShowsAgain
{
    /// <summary>The pictures and the form for another one.</summary>
    [HttpGet, Admin("Activities/Record/{activityId}/Pictures", "ActivityPictures")]
    public async Task<IActionResult> Index(string activityId) => await activities.FindAsync(activityId) is { } activity
        ? View(await FillAsync(activity, new PictureForm { Album = activity.State is ActivityState.Held or ActivityState.Summarised }))
        : NotFound();

    /// <summary>Adds a picture.</summary>
    [HttpPost, Admin("Activities/Record/{activityId}/Pictures", "ActivityPicturesPost")]
    public async Task<IActionResult> Index(string activityId, PictureForm form)
    {
        if (await activities.FindAsync(activityId) is not { } activity)
        {
            return NotFound();
        }

        var by = await ActorAsync();
        if (form.Picture.IsEmpty) throw ActivityRefusals.PictureMissing.At(nameof(form.Picture));
        ActivityPart.CheckPicture(by, form.Seen, form.Album, form.Consent);
        foreach (var file in await attachments.AddAsync(ActivityTypes.Number, activityId, form.Album ? ActivityPictures.Album : ActivityPictures.Notice, form.Picture, by, nameof(form.Picture), picturesOnly: true))
        {
            activity.Show(by, file.AttachmentId, form.Seen);
        }

        await activities.SaveAsync(activity);
        return RedirectToAction(nameof(Index), new { activityId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("form", out var form) || form is not PictureForm typed
            || !refused.ActionArguments.TryGetValue("activityId", out var id) || await activities.FindAsync(id as string) is not { } activity)
        {
            return null;
        }

        await attachments.HoldAsync(typed.Picture, await ActorAsync(), picturesOnly: true);
        return View("Index", await FillAsync(activity, typed));
    }

    private async Task<PictureForm> FillAsync(ActivityPart activity, PictureForm form)
    {
        form.Page = new PicturesPage(activity.ContentItem.ContentItemId, await reading.OfAsync(activity), await attachments.ListAsync(activity.ContentItem.ContentItemId, mayRemove: true));
        return form;
    }

    private Task<Actor> ActorAsync() => current.GetAsync(ActivityPermissions.Edit);
}

/// <summary>The form of a picture.</summary>
public sealed class PictureForm
{
    public AttachedFiles Picture { get; set; } = new();

    /// <summary>What is to be seen.</summary>
    public string? Seen { get; set; }

    /// <summary>Whether it was taken at the activity.</summary>
    public bool Album { get; set; }

    /// <summary>Whether whoever can be recognised has agreed.</summary>
    public bool Consent { get; set; }

    /// <summary>What the page shows; never posted.</summary>
    [BindNever, ValidateNever]
    public PicturesPage? Page { get; set; }
}

/// <summary>The page.</summary>
public sealed record PicturesPage(string ActivityId, ReadActivity Read, AttachmentList Pictures);
