using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Modules;

namespace PropertySuite.Platform.Features.Contents;

/// <summary>The public page of an item. Who may see it is decided by the item's own permission; to all others there is no such item.</summary>
[Area("OrchardCore.Contents")]
[AllowAnonymous]
public sealed class ItemController(
    IContentManager contents,
    IContentItemDisplayManager displays,
    IAuthorizationService authorization,
    IUpdateModelAccessor updater) : Controller
{
    [HttpGet]
    [Route("Contents/ContentItems/{contentItemId}", Name = "DisplayContentItem")]
    public async Task<IActionResult> Display(string contentItemId)
    {
        var item = await contents.GetAsync(contentItemId, VersionOptions.Published);
        if (item is null || !await authorization.AuthorizeAsync(User, CommonPermissions.ViewContent, item))
            return NotFound();

        return View(await displays.BuildDisplayAsync(item, updater.ModelUpdater));
    }

    /// <summary>The latest version, published or not.</summary>
    [HttpGet]
    [Route("Contents/ContentItems/{contentItemId}/Preview", Name = "PreviewContentItem")]
    public async Task<IActionResult> Preview(string contentItemId)
    {
        var item = await contents.GetAsync(contentItemId, VersionOptions.Latest);
        if (item is null || !await authorization.AuthorizeAsync(User, CommonPermissions.PreviewContent, item))
            return NotFound();

        return View(nameof(Display), await displays.BuildDisplayAsync(item, updater.ModelUpdater));
    }
}
