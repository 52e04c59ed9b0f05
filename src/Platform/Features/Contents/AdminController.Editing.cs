using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Contents;

// Making and changing items: the form, and what its buttons do.
public sealed partial class AdminController
{
    private const string Publishing = "submit.Publish";
    private const string PublishingOn = "submit.PublishAndContinue";
    private const string Saving = "submit.Save";
    private const string SavingOn = "submit.SaveAndContinue";

    [HttpGet]
    [Admin("Contents/ContentTypes/{id}/Create", "CreateContentItem")]
    public async Task<IActionResult> Create(string id)
    {
        if (await definitions.GetTypeDefinitionAsync(id) is null)
            return NotFound();

        // Who may not is answered as if there were nothing, here and below: a refusal would tell what exists.
        var item = await NewAsync(id);
        if (!await authorization.AuthorizeAsync(User, CommonPermissions.EditContent, item))
            return NotFound();

        return View(await displays.BuildEditorAsync(item, updater.ModelUpdater, isNew: true));
    }

    [HttpPost]
    [ActionName(nameof(Create))]
    [Admin("Contents/ContentTypes/{id}/Create", "CreateContentItem")]
    public async Task<IActionResult> CreatePost(string id, string? returnUrl)
    {
        if (await definitions.GetTypeDefinitionAsync(id) is not { } type)
            return NotFound();

        var item = await NewAsync(id);
        if (Pressed(type) is not { } button)
            return await Create(id);
        if (!await authorization.AuthorizeAsync(User, IsPublishing(button) ? CommonPermissions.PublishContent : CommonPermissions.EditContent, item))
            return NotFound();

        var editor = await displays.UpdateEditorAsync(item, updater.ModelUpdater, isNew: true);
        if (!ModelState.IsValid || !await editing.IsInOrderAsync(item, ModelState))
            return Again(nameof(Create), editor);

        await contents.CreateAsync(item, VersionOptions.Draft);
        await FinishAsync(item, button);
        return await editing.CommitAsync(ModelState) ? await DoneAsync(item, type, button, returnUrl) : Again(nameof(Create), editor);
    }

    [HttpGet]
    [Admin("Contents/ContentItems/{contentItemId}/Edit", "EditContentItem")]
    public async Task<IActionResult> Edit(string contentItemId)
    {
        var item = await contents.GetAsync(contentItemId, VersionOptions.Latest);
        if (item is null)
            return NotFound();
        if (!await authorization.AuthorizeAsync(User, CommonPermissions.EditContent, item))
            return NotFound();

        return View(await displays.BuildEditorAsync(item, updater.ModelUpdater, isNew: false));
    }

    [HttpPost]
    [ActionName(nameof(Edit))]
    [Admin("Contents/ContentItems/{contentItemId}/Edit", "EditContentItem")]
    public async Task<IActionResult> EditPost(string contentItemId, string? returnUrl)
    {
        // Asked about before a new version is made, since whoever is refused must not leave one behind.
        var latest = await contents.GetAsync(contentItemId, VersionOptions.Latest);
        if (latest is null || await definitions.GetTypeDefinitionAsync(latest.ContentType) is not { } type)
            return NotFound();
        if (Pressed(type) is not { } button)
            return await Edit(contentItemId);
        if (!await authorization.AuthorizeAsync(User, IsPublishing(button) ? CommonPermissions.PublishContent : CommonPermissions.EditContent, latest))
            return NotFound();

        var item = await contents.GetAsync(contentItemId, VersionOptions.DraftRequired);
        if (item is null)
            return NotFound();

        var editor = await displays.UpdateEditorAsync(item, updater.ModelUpdater, isNew: false);
        if (!ModelState.IsValid || !await editing.IsInOrderAsync(item, ModelState))
        {
            await editing.ForgetAsync();
            return Again(nameof(Edit), editor);
        }

        await contents.UpdateAsync(item);
        await FinishAsync(item, button);
        return await editing.CommitAsync(ModelState) ? await DoneAsync(item, type, button, returnUrl) : Again(nameof(Edit), editor);
    }

    [HttpPost]
    [Admin("Contents/ContentItems/{contentItemId}/Publish", "AdminPublishContentItem")]
    public Task<IActionResult> Publish(string contentItemId, string? returnUrl) =>
        ActAsync(contentItemId, VersionOptions.Latest, CommonPermissions.PublishContent, returnUrl, async (item, name) =>
        {
            await contents.PublishAsync(item);
            await notifier.SuccessAsync(H["Your {0} has been published.", name]);
        });

    [HttpPost]
    [Admin("Contents/ContentItems/{contentItemId}/Unpublish", "AdminUnpublishContentItem")]
    public Task<IActionResult> Unpublish(string contentItemId, string? returnUrl) =>
        ActAsync(contentItemId, VersionOptions.Latest, CommonPermissions.PublishContent, returnUrl, async (item, name) =>
        {
            await contents.UnpublishAsync(item);
            await notifier.SuccessAsync(H["Your {0} has been unpublished.", name]);
        });

    [HttpPost]
    [Admin("Contents/ContentItems/{contentItemId}/Clone", "AdminCloneContentItem")]
    public Task<IActionResult> Clone(string contentItemId, string? returnUrl) =>
        ActAsync(contentItemId, VersionOptions.Latest, CommonPermissions.CloneContent, returnUrl, async (item, name) =>
        {
            await contents.CloneAsync(item);
            await notifier.InformationAsync(H["A copy was made and saved as a draft."]);
        });

    [HttpPost]
    [Admin("Contents/ContentItems/{contentItemId}/DiscardDraft", "DiscardDraftContentItem")]
    public Task<IActionResult> DiscardDraft(string contentItemId, string? returnUrl) =>
        ActAsync(contentItemId, VersionOptions.Latest, CommonPermissions.DeleteContent, returnUrl, async (item, name) =>
        {
            await contents.DiscardDraftAsync(item);
            await notifier.SuccessAsync(H["The {0} draft has been removed.", name]);
        }, item => !item.Published);

    [HttpPost]
    [Admin("Contents/ContentItems/{contentItemId}/Delete", "DeleteContentItem")]
    public Task<IActionResult> Delete(string contentItemId, string? returnUrl) =>
        ActAsync(contentItemId, VersionOptions.Latest, CommonPermissions.DeleteContent, returnUrl, async (item, name) =>
        {
            await contents.RemoveAsync(item);
            await notifier.SuccessAsync(H["That {0} has been removed.", name]);
        });

    private static bool IsPublishing(string button) => button is Publishing or PublishingOn;

    private async Task<ContentItem> NewAsync(string type)
    {
        var item = await contents.NewAsync(type);
        item.Owner = User.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty;
        return item;
    }

    /// <summary>Which button was pressed; null for none. Items of a type without drafts are published at once.</summary>
    private string? Pressed(ContentTypeDefinition type)
    {
        foreach (var key in new[] { Publishing, Saving })
        {
            if (!Request.Form.TryGetValue(key, out var value))
                continue;

            var pressed = value.ToString();
            var button = pressed is PublishingOn or SavingOn ? pressed : key;
            return button switch
            {
                Saving when !type.IsDraftable() => Publishing,
                SavingOn when !type.IsDraftable() => PublishingOn,
                _ => button,
            };
        }

        return null;
    }

    private Task FinishAsync(ContentItem item, string button) => IsPublishing(button) ? contents.PublishAsync(item) : contents.SaveDraftAsync(item);

    private async Task<IActionResult> DoneAsync(ContentItem item, ContentTypeDefinition type, string button, string? returnUrl)
    {
        await notifier.SuccessAsync(IsPublishing(button)
            ? H["Your {0} has been published.", type.DisplayName]
            : H["Your {0} draft has been saved.", type.DisplayName]);

        if (!string.IsNullOrEmpty(returnUrl) && Url.IsLocalUrl(returnUrl) && button is not (PublishingOn or SavingOn))
            return LocalRedirect(returnUrl);

        return RedirectToAction(nameof(Edit), new { contentItemId = item.ContentItemId, returnUrl = string.IsNullOrEmpty(returnUrl) ? null : returnUrl });
    }

    /// <summary>The form as it was sent, with what is wrong. 422 tells Turbo to show it; the text is the reader's.</summary>
    private ViewResult Again(string view, IShape editor)
    {
        var result = View(view, editor);
        result.StatusCode = 422;
        return result;
    }

    private async Task<IActionResult> ActAsync(
        string contentItemId,
        VersionOptions version,
        Permission permission,
        string? returnUrl,
        Func<ContentItem, string, Task> act,
        Func<ContentItem, bool>? applies = null)
    {
        var item = await contents.GetAsync(contentItemId, version);
        if (item is null || applies?.Invoke(item) == false)
            return NotFound();
        if (!await authorization.AuthorizeAsync(User, permission, item))
            return NotFound();

        var type = await definitions.GetTypeDefinitionAsync(item.ContentType);
        await act(item, type?.DisplayName ?? item.ContentType);
        return !string.IsNullOrEmpty(returnUrl) && Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToAction(nameof(List));
    }
}
