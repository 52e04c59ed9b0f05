#nullable enable
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Zones;

namespace PropertySuite.Platform.Display.Building;

/// <summary>Builds a model's shape from its drivers. A driver that throws ends the page; half a page would be a lie.</summary>
internal sealed class DisplayManager<TModel>(
    IEnumerable<IDisplayDriver<TModel>> drivers,
    IEnumerable<IDisplayHandler<TModel>> handlers,
    IShapeFactory shapes,
    ILayoutAccessor layouts,
    PlacementLookup placement) : IDisplayManager<TModel>
{
    public async Task<IShape> BuildDisplayAsync(TModel model, IUpdateModel updater, string displayType = "", string groupId = "")
    {
        var shown = string.IsNullOrEmpty(displayType) ? OrchardCore.OrchardCoreConstants.DisplayType.Detail : displayType;
        var type = shown == OrchardCore.OrchardCoreConstants.DisplayType.Detail ? typeof(TModel).Name : $"{typeof(TModel).Name}_{shown}";
        var shape = await CreateAsync(type, model);
        var context = new BuildDisplayContext(shape, shown, groupId ?? string.Empty, shapes, await layouts.GetLayoutAsync(), updater);
        await placement.BindAsync(context);

        foreach (var driver in drivers)
        {
            if (await driver.BuildDisplayAsync(model, context) is { } result)
                await result.ApplyAsync(context);
        }

        foreach (var handler in handlers)
            await handler.BuildDisplayAsync(model, context);

        return shape;
    }

    public async Task<IShape> BuildEditorAsync(TModel model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "")
    {
        var shape = await CreateAsync(typeof(TModel).Name + "_Edit", model);
        var context = new BuildEditorContext(shape, groupId ?? string.Empty, isNew, htmlPrefix, shapes, await layouts.GetLayoutAsync(), updater);
        await placement.BindAsync(context);

        foreach (var driver in drivers)
        {
            if (await driver.BuildEditorAsync(model, context) is { } result)
                await result.ApplyAsync(context);
        }

        foreach (var handler in handlers)
            await handler.BuildEditorAsync(model, context);

        return shape;
    }

    public async Task<IShape> UpdateEditorAsync(TModel model, IUpdateModel updater, bool isNew, string groupId = "", string htmlPrefix = "")
    {
        var shape = await CreateAsync(typeof(TModel).Name + "_Edit", model);
        var context = new UpdateEditorContext(shape, groupId ?? string.Empty, isNew, htmlPrefix, shapes, await layouts.GetLayoutAsync(), updater);
        await placement.BindAsync(context);

        foreach (var driver in drivers)
        {
            if (await driver.UpdateEditorAsync(model, context) is { } result)
                await result.ApplyAsync(context);
        }

        foreach (var handler in handlers)
            await handler.UpdateEditorAsync(model, context);

        return shape;
    }

    private async Task<IShape> CreateAsync(string type, TModel model)
    {
        var shape = await shapes.CreateAsync(type, () => new ValueTask<IShape>(new ZoneHolding(() => shapes.CreateAsync("ContentZone"))));
        shape.Properties[typeof(TModel).Name] = model!;
        shape.Properties["Model"] = model!;

        // Type_Display__Concrete: each kind of a model may have a template of its own.
        var concrete = model!.GetType();
        shape.Metadata.Alternates.Add($"{type}__{concrete.Name}");
        if (concrete != typeof(TModel))
            shape.Metadata.Alternates.Add(type.Replace(typeof(TModel).Name, concrete.Name, StringComparison.Ordinal));

        return shape;
    }
}
