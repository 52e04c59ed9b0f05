using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Razor;

#pragma warning disable CA1050 // The contract has these in the global namespace, so that views need no using.

public static class ContentOrchardRazorHelperExtensions
{
    /// <summary>Shows a content item.</summary>
    public static async Task<IHtmlContent> DisplayAsync(this IOrchardDisplayHelper orchardDisplayHelper, ContentItem content, string displayType = "", string groupId = "", IUpdateModel updater = null)
    {
        var services = orchardDisplayHelper.HttpContext.RequestServices;
        var shape = await services.GetRequiredService<IContentItemDisplayManager>().BuildDisplayAsync(
            content, updater ?? services.GetRequiredService<IUpdateModelAccessor>().ModelUpdater, displayType, groupId);
        return await orchardDisplayHelper.DisplayHelper.ShapeExecuteAsync(shape);
    }
}

/// <summary>Content items in views.</summary>
public static class ContentOrchardHelperExtensions
{
    public static async Task<ContentItem> GetContentItemByHandleAsync(this IOrchardHelper orchardHelper, string handle, VersionOptions option = null)
    {
        var id = await orchardHelper.GetContentItemIdByHandleAsync(handle);
        return id is null ? null : await orchardHelper.GetContentItemByIdAsync(id, option);
    }

    public static Task<string> GetContentItemIdByHandleAsync(this IOrchardHelper orchardHelper, string handle) =>
        orchardHelper.HttpContext.RequestServices.GetRequiredService<IContentHandleManager>().GetContentItemIdAsync(handle);

    public static Task<ContentItem> GetContentItemByIdAsync(this IOrchardHelper orchardHelper, string contentItemId, VersionOptions option = null) =>
        Contents(orchardHelper).GetAsync(contentItemId, option ?? VersionOptions.Published);

    public static Task<IEnumerable<ContentItem>> GetContentItemsByIdAsync(this IOrchardHelper orchardHelper, IEnumerable<string> contentItemIds, VersionOptions option = null) =>
        Contents(orchardHelper).GetAsync(contentItemIds, option ?? VersionOptions.Published);

    public static Task<ContentItem> GetContentItemByVersionIdAsync(this IOrchardHelper orchardHelper, string contentItemVersionId) =>
        Contents(orchardHelper).GetVersionAsync(contentItemVersionId);

    private static IContentManager Contents(IOrchardHelper helper) => helper.HttpContext.RequestServices.GetRequiredService<IContentManager>();
}
