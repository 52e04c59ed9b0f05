#nullable enable
using System.Globalization;
using OrchardCore;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Zones;
using PropertySuite.Platform.Display.Building;

namespace PropertySuite.Platform.Display.Content;

internal sealed class ContentItemDisplayManager(
    IEnumerable<IContentDisplayHandler> handlers,
    IContentDefinitionManager definitions,
    IShapeFactory shapes,
    ILayoutAccessor layouts,
    PlacementLookup placement) : IContentItemDisplayManager
{
    public async Task<IShape> BuildDisplayAsync(ContentItem content, IUpdateModel updater, string displayType = "", string groupId = "")
    {
        ArgumentNullException.ThrowIfNull(content);
        var type = await TypeOfAsync(content);
        var shown = string.IsNullOrEmpty(displayType) ? OrchardCoreConstants.DisplayType.Detail : displayType;
        var inDetail = shown == OrchardCoreConstants.DisplayType.Detail;
        var stereotyped = type.TryGetStereotype(out var stereotype);
        var shapeType = stereotyped ? stereotype! : "Content";
        if (!inDetail)
            shapeType += "_" + shown;

        var shape = await CreateAsync(shapeType, content);
        var alternates = shape.Metadata.Alternates;
        if (stereotyped)
            alternates.Add(inDetail ? "Stereotype" : "Stereotype_" + shown);

        alternates.Add(shapeType + "__" + content.ContentType);
        if (shapeType == "Content")
        {
            var id = content.Id.ToString(CultureInfo.InvariantCulture);
            alternates.Add("Content_" + shown);
            alternates.Add("Content__" + id);
            alternates.Add($"Content_{shown}__{content.ContentType}");
            alternates.Add($"Content_{shown}__{id}");
        }

        shape.Metadata.DisplayType = shown;
        shape.Classes.Add("content-item");
        shape.Classes.Add(CssName.Of(content.ContentType));

        var context = new BuildDisplayContext(shape, shown, groupId ?? string.Empty, shapes, await layouts.GetLayoutAsync(), updater);
        await placement.BindAsync(context);
        foreach (var handler in handlers)
            await handler.BuildDisplayAsync(content, context);

        return shape;
    }

    public async Task<IShape> BuildEditorAsync(ContentItem content, IUpdateModel updater, bool isNew, string groupId = "", string htmlFieldPrefix = "")
    {
        var shape = await EditorAsync(content);
        var context = new BuildEditorContext(shape, groupId ?? string.Empty, isNew, htmlFieldPrefix, shapes, await layouts.GetLayoutAsync(), updater);
        await placement.BindAsync(context);
        foreach (var handler in handlers)
            await handler.BuildEditorAsync(content, context);

        return shape;
    }

    public async Task<IShape> UpdateEditorAsync(ContentItem content, IUpdateModel updater, bool isNew, string groupId = "", string htmlFieldPrefix = "")
    {
        var shape = await EditorAsync(content);
        var context = new UpdateEditorContext(shape, groupId ?? string.Empty, isNew, htmlFieldPrefix, shapes, await layouts.GetLayoutAsync(), updater);
        await placement.BindAsync(context);
        foreach (var handler in handlers)
            await handler.UpdateEditorAsync(content, context);

        return shape;
    }

    private async Task<IShape> EditorAsync(ContentItem content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var type = await TypeOfAsync(content);
        var stereotyped = type.TryGetStereotype(out var stereotype);
        var shapeType = (stereotyped ? stereotype : "Content") + "_Edit";
        var shape = await CreateAsync(shapeType, content);
        if (stereotyped)
            shape.Metadata.Alternates.Add("Stereotype_Edit");

        shape.Metadata.Alternates.Add(shapeType + "__" + content.ContentType);
        return shape;
    }

    private async Task<ContentTypeDefinition> TypeOfAsync(ContentItem content) => await definitions.GetTypeDefinitionAsync(content.ContentType)
        ?? throw new InvalidOperationException($"Content Type {content.ContentType} does not exist.");

    private async Task<IShape> CreateAsync(string shapeType, ContentItem content)
    {
        var shape = await shapes.CreateAsync(shapeType, () => new ValueTask<IShape>(new ZoneHolding(() => shapes.CreateAsync("Zone"))));
        shape.Properties["ContentItem"] = content;
        return shape;
    }
}
