using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.ViewModels;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Contents;

/// <summary>The buttons of an item's editor and of its row in the list, each for those who may press it.</summary>
internal sealed class ContentButtons(
    IContentDefinitionManager definitions,
    IAuthorizationService authorization,
    IHttpContextAccessor http) : ContentDisplayDriver
{
    // Asked for every item of every list: where the row of the admin's list is not shown, nothing is made ready.
    public override IDisplayResult Display(ContentItem model, BuildDisplayContext context) => context.DisplayType != "SummaryAdmin" ? NullShapeResult() : Combine(
        Button("ContentsMeta_SummaryAdmin", model, "SummaryAdmin", "Meta:20"),
        Button("ContentsButtonEdit_SummaryAdmin", model, "SummaryAdmin", "Actions:10").RenderWhen(() => MayAsync(CommonPermissions.EditContent, model)),
        Button("ContentsButtonView_SummaryAdmin", model, "SummaryAdmin", "Actions:20").RenderWhen(() => MayAsync(CommonPermissions.ViewContent, model)),
        Button("ContentsButtonPublish_SummaryAdmin", model, "SummaryAdmin", "ActionsMenu:10").RenderWhen(() => MayAsync(CommonPermissions.PublishContent, model)),
        Button("ContentsButtonClone_SummaryAdmin", model, "SummaryAdmin", "ActionsMenu:30").RenderWhen(() => MayAsync(CommonPermissions.CloneContent, model)),
        Button("ContentsButtonDelete_SummaryAdmin", model, "SummaryAdmin", "ActionsMenu:40").RenderWhen(() => MayAsync(CommonPermissions.DeleteContent, model)));

    public override async Task<IDisplayResult> EditAsync(ContentItem model, BuildEditorContext context)
    {
        if (await definitions.GetTypeDefinitionAsync(model.ContentType) is not { } type)
            return NullShapeResult();

        var publish = Button("Content_PublishButton", model, "Edit", "Actions:10").RenderWhen(() => MayAsync(CommonPermissions.PublishContent, model));
        return type.IsDraftable()
            ? Combine(publish, Button("Content_SaveDraftButton", model, "Edit", "Actions:20").RenderWhen(() => MayAsync(CommonPermissions.EditContent, model)))
            : publish;
    }

    protected override void BuildPrefix(ContentItem model, string htmlFieldPrefix) =>
        Prefix = string.IsNullOrEmpty(htmlFieldPrefix) ? nameof(ContentItem) : htmlFieldPrefix + "." + nameof(ContentItem);

    private ShapeResult Button(string shapeType, ContentItem item, string displayType, string location) =>
        Initialize<ContentItemViewModel>(shapeType, shape => shape.ContentItem = item).Location(displayType, location);

    private Task<bool> MayAsync(Permission permission, ContentItem item) => authorization.AuthorizeAsync(http.HttpContext?.User, permission, item);
}
