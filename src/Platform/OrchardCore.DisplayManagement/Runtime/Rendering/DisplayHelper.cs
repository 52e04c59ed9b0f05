#nullable enable
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Implementation;
using OrchardCore.DisplayManagement.Theming;
using OrchardCore.DisplayManagement.Zones;
using PropertySuite.Platform.Display.Caching;

namespace PropertySuite.Platform.Display.Rendering;

/// <summary>Shows shapes: callbacks, the choice of a template, its output, wrappers around it.</summary>
internal sealed class DisplayHelper(
    IShapeTableManager tables,
    IThemeManager themes,
    IEnumerable<IShapeDisplayEvents> events,
    IEnumerable<IShapeBindingResolver> resolvers,
    ShapeCache cache,
    IServiceProvider services) : IDisplayHelper
{
    private readonly IShapeDisplayEvents[] _events = [.. events];
    private readonly IShapeBindingResolver[] _resolvers = [.. resolvers];
    private ShapeTable? _table;
    private string? _themeId;

    public async Task<IHtmlContent> ShapeExecuteAsync(IShape shape)
    {
        if (shape is null or ZoneOnDemand)
            return HtmlString.Empty;

        var metadata = shape.Metadata;
        if (string.IsNullOrEmpty(metadata.Type))
            return shape as IHtmlContent ?? new OrchardCore.DisplayManagement.Html.HtmlContentString(shape.ToString()!);

        // Rendered before, as by a wrapper that shows its content.
        if (metadata.ChildContent is { } done)
            return done;

        var table = await LoadTableAsync();
        var display = new DisplayContext { ServiceProvider = services, DisplayHelper = this, Value = shape, HtmlFieldPrefix = metadata.Prefix };
        var context = new ShapeDisplayContext { Shape = shape, DisplayContext = display, ServiceProvider = services };
        try
        {
            foreach (var handler in _events)
                await handler.DisplayingAsync(context);

            table.Descriptors.TryGetValue(BaseOf(metadata.Type), out var descriptor);
            if (descriptor is not null)
            {
                foreach (var displaying in descriptor.DisplayingAsync)
                    await displaying(context);
            }

            foreach (var displaying in metadata.Displaying)
                displaying(context);

            if (context.ChildContent is null)
                await RunTemplateAsync(context, descriptor, table);

            await WrapAsync(context, descriptor, table);

            foreach (var handler in _events)
                await handler.DisplayedAsync(context);

            if (descriptor is not null)
            {
                foreach (var displayed in descriptor.DisplayedAsync)
                    await displayed(context);
            }

            foreach (var displayed in metadata.Displayed)
                displayed(context);
        }
        finally
        {
            foreach (var handler in _events)
                await handler.DisplayingFinalizedAsync(context);
        }

        return context.ChildContent!;
    }

    private async ValueTask<ShapeTable> LoadTableAsync()
    {
        var theme = (await themes.GetThemeAsync())?.Id;
        if (_table is not null && theme == _themeId)
            return _table;

        _themeId = theme;
        return _table = await tables.GetShapeTableAsync(theme!);
    }

    private async Task RunTemplateAsync(ShapeDisplayContext context, ShapeDescriptor? descriptor, ShapeTable table)
    {
        var shape = context.Shape;
        context.ChildContent = shape.Metadata.Cache() is { } cached
            ? await cache.ShowAsync(cached, () => ProcessAsync(context, descriptor, table))
            : await ProcessAsync(context, descriptor, table);
        shape.Metadata.ChildContent = context.ChildContent;
    }

    private async Task<IHtmlContent> ProcessAsync(ShapeDisplayContext context, ShapeDescriptor? descriptor, ShapeTable table)
    {
        var shape = context.Shape;
        if (descriptor is not null)
        {
            foreach (var processing in descriptor.ProcessingAsync)
                await processing(context);
        }

        foreach (var processing in shape.Metadata.ProcessingAsync)
            await processing(shape);

        if (cache.IsRendering)
            cache.Note(shape);

        var binding = await FindAsync(shape, table)
            ?? throw new InvalidOperationException($"The shape type '{shape.Metadata.Type}' is not found for the theme '{_themeId}'");
        return await binding.BindingAsync(context.DisplayContext) ?? HtmlString.Empty;
    }

    private async Task WrapAsync(ShapeDisplayContext context, ShapeDescriptor? descriptor, ShapeTable table)
    {
        var metadata = context.Shape.Metadata;
        if (descriptor is { Wrappers.Count: > 0 })
            metadata.Wrappers.AddRange((IEnumerable<string>)descriptor.Wrappers);

        if (!metadata.HasWrappers)
            return;

        foreach (var wrapper in metadata.Wrappers)
        {
            var binding = await FindAsync(wrapper, table);
            if (binding is null)
                continue;

            metadata.ChildContent = context.ChildContent;
            context.ChildContent = await binding.BindingAsync(context.DisplayContext) ?? HtmlString.Empty;
        }

        metadata.ChildContent = context.ChildContent;
    }

    private ValueTask<ShapeBinding?> FindAsync(IShape shape, ShapeTable table)
    {
        var metadata = shape.Metadata;
        if (_resolvers.Length > 0)
            return SearchAsync(metadata.Type, [.. metadata.Alternates], table);

        if (metadata.Alternates.Shared is not { } shared)
            return new(Search(metadata.Type, metadata.Alternates, table));

        if (table.Resolved.TryGetValue((metadata.Type, shared), out var known))
            return new(known);

        var found = Search(metadata.Type, metadata.Alternates, table);
        // Definitions change while a site is built; what was chosen for old ones may go.
        if (table.Resolved.Count > 20_000)
            table.Resolved.Clear();
        if (found is not null)
            table.Resolved[(metadata.Type, shared)] = found;

        return new(found);
    }

    private static ShapeBinding? Search(string type, OrchardCore.DisplayManagement.Shapes.AlternatesCollection alternates, ShapeTable table)
    {
        for (var i = alternates.Count - 1; i >= 0; i--)
        {
            if (table.Bindings.TryGetValue(alternates[i], out var alternate))
                return alternate;
        }

        return Lookup(type, table);
    }

    private async ValueTask<ShapeBinding?> SearchAsync(string type, string[] alternates, ShapeTable table)
    {
        for (var i = alternates.Length - 1; i >= 0; i--)
        {
            if (await ResolveAsync(alternates[i]) is { } resolved)
                return resolved;
            if (table.Bindings.TryGetValue(alternates[i], out var alternate))
                return alternate;
        }

        return await ResolveAsync(type) ?? Lookup(type, table);
    }

    private async ValueTask<ShapeBinding?> FindAsync(string name, ShapeTable table) =>
        await ResolveAsync(name) ?? (table.Bindings.TryGetValue(name, out var binding) ? binding : null);

    private async ValueTask<ShapeBinding?> ResolveAsync(string name)
    {
        foreach (var resolver in _resolvers)
        {
            if (await resolver.GetShapeBindingAsync(name) is { } binding)
                return binding;
        }

        return null;
    }

    /// <summary>The template of a type; without one of its own, <c>A__B__C</c> is shown by <c>A__B</c> or <c>A</c>.</summary>
    private static ShapeBinding? Lookup(string type, ShapeTable table)
    {
        while (true)
        {
            if (table.Bindings.TryGetValue(type, out var binding))
                return binding;

            var delimiter = type.LastIndexOf("__", StringComparison.Ordinal);
            if (delimiter < 0)
                return null;

            type = type[..delimiter];
        }
    }

    private static string BaseOf(string type)
    {
        var delimiter = type.IndexOf("__", StringComparison.Ordinal);
        return delimiter < 0 ? type : type[..delimiter];
    }
}
