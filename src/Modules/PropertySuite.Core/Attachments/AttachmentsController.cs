using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Net.Http.Headers;
using OrchardCore.DisplayManagement.Notify;

namespace PropertySuite.Core;

/// <summary>Sends files and takes them away, by the gate of their kind of record. Ids say nothing to outsiders: what one may not read is not there.</summary>
public sealed class AttachmentsController(Attachments attachments, CurrentActor current, INotifier notifier, IHtmlLocalizer<AttachmentsController> H) : Controller
{
    /// <summary>The file: pictures are shown, everything else is saved.</summary>
    [HttpGet("attachments/{attachmentId:length(26)}", Name = "Attachment"), AllowAnonymous]
    public Task<IActionResult> Open(string attachmentId) => SendAsync(attachmentId, small: false);

    /// <summary>A picture as lists show it.</summary>
    [HttpGet("attachments/{attachmentId:length(26)}/small", Name = "AttachmentSmall"), AllowAnonymous]
    public Task<IActionResult> Small(string attachmentId) => SendAsync(attachmentId, small: true);

    /// <summary>Takes the file away, for a reason.</summary>
    [HttpPost("attachments/{attachmentId:length(26)}/remove", Name = "AttachmentRemove"), Authorize]
    public async Task<IActionResult> Remove(string attachmentId, string? reason, string? returnUrl)
    {
        if (await attachments.FindAsync(attachmentId) is not { } file || !await attachments.MayRemoveAsync(file, User))
        {
            return NotFound();
        }

        await attachments.RemoveAsync(file, await current.GetAsync(), reason);
        await notifier.SuccessAsync(H["“{0}” was removed.", file.FileName]);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
    }

    private async Task<IActionResult> SendAsync(string attachmentId, bool small)
    {
        if (await attachments.FindAsync(attachmentId) is not { } file || !await attachments.MayReadAsync(file, User))
        {
            return NotFound();
        }

        if (await attachments.OpenAsync(file, small) is not { } bytes)
        {
            return NotFound();
        }

        var disposition = new ContentDispositionHeaderValue(file.IsPicture ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(bytes, file.MediaType);
    }
}
