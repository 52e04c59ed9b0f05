using Microsoft.AspNetCore.Html;
using OrchardCore.DisplayManagement.Implementation;
using OrchardCore.Environment.Extensions.Features;

namespace OrchardCore.DisplayManagement.Descriptors;

/// <summary>Collects changes to shape types.</summary>
public class ShapeTableBuilder
{
    private readonly List<ShapeAlterationBuilder> _builders = [];
    private readonly IFeatureInfo _feature;

    public ShapeTableBuilder(IFeatureInfo feature, IReadOnlyCollection<string> excludedFeatureIds = null)
    {
        _feature = feature;
        ExcludedFeatureIds = excludedFeatureIds ?? [];
    }

    public IReadOnlyCollection<string> ExcludedFeatureIds { get; }

    public ShapeAlterationBuilder Describe(string shapeType)
    {
        var builder = new ShapeAlterationBuilder(_feature, shapeType);
        _builders.Add(builder);
        return builder;
    }

    public IEnumerable<ShapeAlteration> BuildAlterations() => _builders.Select(b => b.Build());
}

/// <summary>The changes that a feature makes to one shape type.</summary>
public class ShapeAlteration
{
    private readonly IReadOnlyList<Action<ShapeDescriptor>> _configurations;

    public ShapeAlteration(string shapeType, IFeatureInfo feature, IList<Action<ShapeDescriptor>> configurations)
    {
        ShapeType = shapeType;
        Feature = feature;
        _configurations = [.. configurations];
    }

    public string ShapeType { get; }

    public IFeatureInfo Feature { get; }

    public void Alter(ShapeDescriptor descriptor)
    {
        foreach (var configuration in _configurations)
            configuration(descriptor);
    }
}

/// <summary>Describes changes to one shape type.</summary>
public class ShapeAlterationBuilder
{
    private readonly List<Action<ShapeDescriptor>> _configurations = [];
    private readonly string _shapeType;
    private readonly string _bindingName;
    private IFeatureInfo _feature;

    public ShapeAlterationBuilder(IFeatureInfo feature, string shapeType)
    {
        ArgumentException.ThrowIfNullOrEmpty(shapeType);
        _feature = feature;
        _bindingName = shapeType;

        // Type__More is a template name; what surrounds it belongs to the type.
        var delimiter = shapeType.IndexOf("__", StringComparison.Ordinal);
        _shapeType = delimiter < 0 ? shapeType : shapeType[..delimiter];
    }

    public ShapeAlterationBuilder From(IFeatureInfo feature)
    {
        _feature = feature;
        return this;
    }

    public ShapeAlterationBuilder Configure(Action<ShapeDescriptor> action)
    {
        _configurations.Add(action);
        return this;
    }

    public ShapeAlterationBuilder BoundAs(string bindingSource, Func<DisplayContext, Task<IHtmlContent>> bindingDelegate) =>
        Configure(descriptor => descriptor.Bindings[_bindingName] = new ShapeBinding
        {
            BindingName = _bindingName,
            BindingSource = bindingSource,
            BindingAsync = bindingDelegate,
        });

    public ShapeAlterationBuilder OnCreating(Action<ShapeCreatingContext> action) => OnCreating(Completed(action));

    public ShapeAlterationBuilder OnCreating(Func<ShapeCreatingContext, Task> actionAsync) =>
        Configure(descriptor => descriptor.CreatingAsync = [.. descriptor.CreatingAsync, actionAsync]);

    public ShapeAlterationBuilder OnCreated(Action<ShapeCreatedContext> action) => OnCreated(Completed(action));

    public ShapeAlterationBuilder OnCreated(Func<ShapeCreatedContext, Task> actionAsync) =>
        Configure(descriptor => descriptor.CreatedAsync = [.. descriptor.CreatedAsync, actionAsync]);

    public ShapeAlterationBuilder OnDisplaying(Action<ShapeDisplayContext> action) => OnDisplaying(Completed(action));

    public ShapeAlterationBuilder OnDisplaying(Func<ShapeDisplayContext, Task> actionAsync) =>
        Configure(descriptor => descriptor.DisplayingAsync = [.. descriptor.DisplayingAsync, actionAsync]);

    public ShapeAlterationBuilder OnProcessing(Action<ShapeDisplayContext> action) => OnProcessing(Completed(action));

    public ShapeAlterationBuilder OnProcessing(Func<ShapeDisplayContext, Task> actionAsync) =>
        Configure(descriptor => descriptor.ProcessingAsync = [.. descriptor.ProcessingAsync, actionAsync]);

    public ShapeAlterationBuilder OnDisplayed(Action<ShapeDisplayContext> action) => OnDisplayed(Completed(action));

    public ShapeAlterationBuilder OnDisplayed(Func<ShapeDisplayContext, Task> actionAsync) =>
        Configure(descriptor => descriptor.DisplayedAsync = [.. descriptor.DisplayedAsync, actionAsync]);

    /// <summary>Says where the type goes; asked before what was said earlier, which is asked when the answer is null.</summary>
    public ShapeAlterationBuilder Placement(Func<ShapePlacementContext, PlacementInfo> action) => Configure(descriptor =>
    {
        var earlier = descriptor.Placement;
        descriptor.Placement = context => action(context) ?? earlier(context);
    });

    public ShapeAlterationBuilder Placement(Func<ShapePlacementContext, bool> predicate, PlacementInfo location) => Configure(descriptor =>
    {
        var earlier = descriptor.Placement;
        descriptor.Placement = context => predicate(context) ? PlacementMerge.Over(earlier(context), location) : earlier(context);
    });

    public ShapeAlteration Build() => new(_shapeType, _feature, _configurations);

    private static Func<T, Task> Completed<T>(Action<T> action) => context =>
    {
        action(context);
        return Task.CompletedTask;
    };
}

/// <summary>A later placement over an earlier one: what the later leaves open, the earlier fills.</summary>
internal static class PlacementMerge
{
    public static PlacementInfo Over(PlacementInfo earlier, PlacementInfo later)
    {
        if (earlier is null)
            return later;

        return new PlacementInfo
        {
            Location = later.Location ?? earlier.Location,
            ShapeType = later.ShapeType ?? earlier.ShapeType,
            DefaultPosition = later.DefaultPosition ?? earlier.DefaultPosition,
            Source = later.Source ?? earlier.Source,
            Alternates = Join(earlier.Alternates, later.Alternates),
            Wrappers = Join(earlier.Wrappers, later.Wrappers),
        };
    }

    private static Shapes.AlternatesCollection Join(Shapes.AlternatesCollection earlier, Shapes.AlternatesCollection later)
    {
        if (earlier is null || later is null)
            return later ?? earlier;

        var joined = new Shapes.AlternatesCollection();
        joined.AddRange((IEnumerable<string>)earlier);
        joined.AddRange((IEnumerable<string>)later);
        return joined;
    }
}
