#nullable enable
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.DisplayManagement.Zones;

namespace PropertySuite.Platform.Display.Content;

/// <summary>Asks the drivers of an item, of its parts and of their fields, in the order of the definition.</summary>
internal sealed class ContentDriverCoordinator(
    IEnumerable<IContentDisplayDriver> drivers,
    IContentDefinitionManager definitions,
    ContentDriverResolver resolver,
    ITypeActivatorFactory<ContentPart> partActivators) : IContentDisplayHandler
{
    private readonly IContentDisplayDriver[] _drivers = [.. drivers];

    public async Task BuildDisplayAsync(ContentItem contentItem, BuildDisplayContext context)
    {
        foreach (var driver in _drivers)
            await ApplyAsync(await driver.BuildDisplayAsync(contentItem, context), context);

        if (await definitions.GetTypeDefinitionAsync(contentItem.ContentType) is not { } type)
            return;

        foreach (var typePart in type.Parts)
        {
            var partType = typePart.PartDefinition.Name;
            var activator = partActivators.GetTypeActivator(partType);
            if (contentItem.Get(activator.Type, typePart.Name) is not ContentPart part)
                continue;

            foreach (var driver in resolver.PartDisplay(partType, typePart.DisplayMode()))
                await ApplyAsync(await driver.BuildDisplayAsync(part, typePart, context), context);

            var fieldContext = context;
            if (activator.Type == typeof(ContentPart) && partType != type.Name && await PlaceDynamicPartAsync(part, typePart, context) is { } partContext)
                fieldContext = partContext;

            foreach (var field in typePart.PartDefinition.Fields)
            {
                fieldContext.DefaultPosition = field.GetSettings<ContentPartFieldSettings>().Position;
                foreach (var driver in resolver.FieldDisplay(field.FieldDefinition.Name, field.DisplayMode()))
                    await ApplyAsync(await driver.BuildDisplayAsync(part, field, typePart, fieldContext), fieldContext);
            }

            context.DefaultPosition = null;
        }
    }

    public Task BuildEditorAsync(ContentItem contentItem, BuildEditorContext context) => EditAsync(
        contentItem,
        context,
        driver => driver.BuildEditorAsync(contentItem, context),
        (driver, part, typePart) => driver.BuildEditorAsync(part, typePart, context),
        (driver, part, field, typePart) => driver.BuildEditorAsync(part, field, typePart, context));

    public Task UpdateEditorAsync(ContentItem contentItem, UpdateEditorContext context) => EditAsync(
        contentItem,
        context,
        driver => driver.UpdateEditorAsync(contentItem, context),
        (driver, part, typePart) => driver.UpdateEditorAsync(part, typePart, context),
        (driver, part, field, typePart) => driver.UpdateEditorAsync(part, field, typePart, context));

    private async Task EditAsync(
        ContentItem contentItem,
        BuildEditorContext context,
        Func<IContentDisplayDriver, Task<IDisplayResult>> item,
        Func<IContentPartDisplayDriver, ContentPart, ContentTypePartDefinition, Task<IDisplayResult>> ofPart,
        Func<IContentFieldDisplayDriver, ContentPart, ContentPartFieldDefinition, ContentTypePartDefinition, Task<IDisplayResult>> ofField)
    {
        if (await definitions.GetTypeDefinitionAsync(contentItem.ContentType) is not { } type)
            return;

        foreach (var driver in _drivers)
            await ApplyAsync(await item(driver), context);

        foreach (var typePart in type.Parts)
        {
            var partType = typePart.PartDefinition.Name;
            var activator = partActivators.GetTypeActivator(partType);
            var part = contentItem.Get(activator.Type, typePart.Name) as ContentPart ?? activator.CreateInstance();
            part.ContentItem = contentItem;

            var position = typePart.GetSettings<ContentTypePartSettings>().Position is { Length: > 0 } own ? own : typePart.PartDefinition.DefaultPosition() ?? "before";
            await PlaceEditorAsync(part, typePart, type, position, context);

            context.DefaultZone = "Parts." + typePart.Name;
            context.DefaultPosition = position;
            foreach (var driver in resolver.PartEditors(partType, typePart.Editor()))
                await ApplyAsync(await ofPart(driver, part, typePart), context);

            foreach (var field in typePart.PartDefinition.Fields)
            {
                context.DefaultPosition = field.GetSettings<ContentPartFieldSettings>().Position is { Length: > 0 } fieldPosition ? fieldPosition : "before";
                foreach (var driver in resolver.FieldEditors(field.FieldDefinition.Name, field.Editor()))
                    await ApplyAsync(await ofField(driver, part, field, typePart), context);
            }

            context.DefaultZone = null;
            context.DefaultPosition = null;
            if (context is UpdateEditorContext)
                contentItem.Apply(typePart.Name, part);
        }
    }

    private static Task ApplyAsync(IDisplayResult? result, BuildDisplayContext context) => result is null ? Task.CompletedTask : result.ApplyAsync(context);

    private static Task ApplyAsync(IDisplayResult? result, BuildEditorContext context) => result is null ? Task.CompletedTask : result.ApplyAsync(context);

    /// <summary>A part that has no class gets a shape of its own, into whose zones its fields go. Null when it is not placed.</summary>
    private static async Task<BuildDisplayContext?> PlaceDynamicPartAsync(ContentPart part, ContentTypePartDefinition typePart, BuildDisplayContext context)
    {
        var names = PartNames.Of(typePart);
        var suffix = context.DisplayType == OrchardCore.OrchardCoreConstants.DisplayType.Detail ? string.Empty : "_" + context.DisplayType;
        var result = new ShapeResult("ContentPart" + suffix, c => new ValueTask<IShape>(new ZoneHolding(() => c.ShapeFactory.CreateAsync("Zone"))))
        {
            SharedAlternates = _ => names.DynamicAlternates(suffix),
        };
        await result.Differentiator(typePart.Name).Name(typePart.Name).Location("Content").OnGroup(context.GroupId).ApplyAsync(context);
        if (result.Shape is not { } shape)
            return null;

        shape.Properties["ContentPart"] = part;
        shape.Properties["ContentTypePartDefinition"] = typePart;
        shape.Classes.Add("content-part");
        shape.Classes.Add(CssName.Of(typePart.PartDefinition.Name));
        return new BuildDisplayContext(shape, context.DisplayType, context.GroupId, context.ShapeFactory, context.Layout, context.Updater) { FindPlacement = context.FindPlacement };
    }

    /// <summary>The frame of a part's editor; its drivers' shapes go into it.</summary>
    private static async Task PlaceEditorAsync(ContentPart part, ContentTypePartDefinition typePart, ContentTypeDefinition type, string position, BuildEditorContext context)
    {
        var names = PartNames.Of(typePart);
        var result = new ShapeResult("ContentPart_Edit", c => c.ShapeFactory.CreateAsync("ContentPart_Edit")) { SharedAlternates = _ => names.EditorFrameAlternates() };
        await result
            .Differentiator($"{type.Name}-{typePart.Name}")
            .Name(typePart.Name)
            .Location("Parts:" + position)
            .OnGroup(context.GroupId)
            .ApplyAsync(context);

        if (result.Shape is { } shape)
        {
            shape.Properties["ContentPart"] = part;
            shape.Properties["ContentTypePartDefinition"] = typePart;
        }
    }
}
