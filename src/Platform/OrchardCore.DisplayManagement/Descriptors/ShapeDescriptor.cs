using Microsoft.AspNetCore.Html;
using OrchardCore.DisplayManagement.Implementation;

namespace OrchardCore.DisplayManagement.Descriptors;

/// <summary>What is known about a shape type: its templates, callbacks and placement.</summary>
public class ShapeDescriptor
{
    public ShapeDescriptor() => Placement = DefaultPlacementAction;

    public string ShapeType { get; set; }

    public virtual string BindingSource => Bindings.TryGetValue(ShapeType, out var binding) ? binding.BindingSource : null;

    public virtual Func<DisplayContext, Task<IHtmlContent>> Binding => Bindings.TryGetValue(ShapeType, out var binding) ? binding.BindingAsync : null;

    /// <summary>The templates of the type and of its alternates.</summary>
    public virtual IDictionary<string, ShapeBinding> Bindings { get; } = new Dictionary<string, ShapeBinding>(StringComparer.OrdinalIgnoreCase);

    public virtual IReadOnlyList<Func<ShapeCreatingContext, Task>> CreatingAsync { get; set; } = [];

    public virtual IReadOnlyList<Func<ShapeCreatedContext, Task>> CreatedAsync { get; set; } = [];

    public virtual IReadOnlyList<Func<ShapeDisplayContext, Task>> DisplayingAsync { get; set; } = [];

    public virtual IReadOnlyList<Func<ShapeDisplayContext, Task>> ProcessingAsync { get; set; } = [];

    public virtual IReadOnlyList<Func<ShapeDisplayContext, Task>> DisplayedAsync { get; set; } = [];

    public virtual Func<ShapePlacementContext, PlacementInfo> Placement { get; set; }

    public string DefaultPlacement { get; set; }

    public virtual IReadOnlyList<string> Wrappers { get; set; } = [];

    public virtual IReadOnlyList<string> BindingSources { get; set; } = [];

    protected PlacementInfo DefaultPlacementAction(ShapePlacementContext context) =>
        DefaultPlacement is null ? null : new PlacementInfo { Location = DefaultPlacement, Source = context.Source };

    /// <summary>Whether anything but the default says where the type goes.</summary>
    internal bool HasPlacement => Placement != DefaultPlacementAction || DefaultPlacement is not null;

    internal ShapeDescriptor Clone()
    {
        var clone = new ShapeDescriptor
        {
            ShapeType = ShapeType,
            CreatingAsync = CreatingAsync,
            CreatedAsync = CreatedAsync,
            DisplayingAsync = DisplayingAsync,
            ProcessingAsync = ProcessingAsync,
            DisplayedAsync = DisplayedAsync,
            DefaultPlacement = DefaultPlacement,
            Wrappers = Wrappers,
            BindingSources = BindingSources,
        };
        if (Placement != DefaultPlacementAction)
            clone.Placement = Placement;
        foreach (var (name, binding) in Bindings)
            clone.Bindings[name] = binding;

        return clone;
    }
}

/// <summary>One template or method that shows shapes of a name.</summary>
public class ShapeBinding
{
    public string BindingName { get; set; }

    /// <summary>Path of the template or name of the method.</summary>
    public string BindingSource { get; set; }

    public virtual Func<DisplayContext, Task<IHtmlContent>> BindingAsync { get; set; }
}

/// <summary>All shape types as one theme sees them. Shared by tenants; not changed once it is built.</summary>
public class ShapeTable
{
    public ShapeTable(IDictionary<string, ShapeDescriptor> descriptors, IDictionary<string, ShapeBinding> bindings)
    {
        Descriptors = descriptors;
        Bindings = bindings;
    }

    public IDictionary<string, ShapeDescriptor> Descriptors { get; }

    public IDictionary<string, ShapeBinding> Bindings { get; }

    /// <summary>Chosen templates by type and by the identity of a shared array of alternates.</summary>
    internal System.Collections.Concurrent.ConcurrentDictionary<(string Type, string[] Alternates), ShapeBinding> Resolved { get; } = new();
}

public interface IShapeTableManager
{
    /// <param name="themeId">The theme; null: no theme.</param>
    Task<ShapeTable> GetShapeTableAsync(string themeId);
}

/// <summary>Changes the shape table in code. Called once per feature set and theme, not per request or tenant.</summary>
public interface IShapeTableProvider
{
    ValueTask DiscoverAsync(ShapeTableBuilder builder);
}
