#nullable enable
using System.Dynamic;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Implementation;
using OrchardCore.DisplayManagement.Theming;

namespace PropertySuite.Platform.Display.Rendering;

/// <summary>Makes shapes and tells the table's callbacks and the events.</summary>
internal sealed class ShapeFactory(
    IEnumerable<IShapeFactoryEvents> events,
    IShapeTableManager tables,
    IThemeManager themes,
    IServiceProvider services) : DynamicObject, IShapeFactory
{
    private readonly IShapeFactoryEvents[] _events = [.. events];

    public dynamic New => this;

    public override bool TryInvokeMember(InvokeMemberBinder binder, object?[]? args, out object? result)
    {
#pragma warning disable CA2012 // The view that called awaits it, once.
        result = this.CreateAsync(binder.Name, Arguments.From(args ?? [], binder.CallInfo.ArgumentNames));
#pragma warning restore CA2012
        return true;
    }

    public async ValueTask<IShape> CreateAsync(string shapeType, Func<ValueTask<IShape>> shapeFactory, Action<ShapeCreatingContext>? creating, Action<ShapeCreatedContext>? created)
    {
        var table = await tables.GetShapeTableAsync((await themes.GetThemeAsync())?.Id!);
        table.Descriptors.TryGetValue(shapeType, out var descriptor);
        var create = shapeFactory;
        IList<Func<ShapeCreatedContext, Task>>? onCreated = null;

        if (_events.Length > 0 || creating is not null || descriptor is { CreatingAsync.Count: > 0 })
        {
            var context = new ShapeCreatingContext
            {
                New = this,
                ServiceProvider = services,
                ShapeFactory = this,
                ShapeType = shapeType,
                CreateAsync = shapeFactory,
                OnCreated = [],
            };
            foreach (var handler in _events)
                handler.Creating(context);

            if (descriptor is not null)
            {
                foreach (var action in descriptor.CreatingAsync)
                    await action(context);
            }

            creating?.Invoke(context);
            create = context.CreateAsync;
            onCreated = context.OnCreated;
        }

        var shape = await create() ?? throw new InvalidOperationException($"No shape of type '{shapeType}' was made.");
        shape.Metadata.Type = shapeType;

        if (_events.Length > 0 || created is not null || onCreated is { Count: > 0 } || descriptor is { CreatedAsync.Count: > 0 })
        {
            var context = new ShapeCreatedContext { New = this, ServiceProvider = services, ShapeFactory = this, ShapeType = shapeType, Shape = shape };
            foreach (var handler in _events)
                handler.Created(context);

            if (descriptor is not null)
            {
                foreach (var action in descriptor.CreatedAsync)
                    await action(context);
            }

            created?.Invoke(context);
            foreach (var action in onCreated ?? [])
                await action(context);

            shape = context.Shape;
        }

        return shape;
    }
}
