#nullable enable
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Descriptors;

namespace PropertySuite.Platform.Display.Tables;

/// <summary>Puts a shape table together, change by change.</summary>
internal sealed class ShapeTableAssembly
{
    private readonly Dictionary<string, ShapeDescriptor> _descriptors = new(StringComparer.OrdinalIgnoreCase);

    public ShapeTableAssembly()
    {
    }

    /// <summary>Starts from a finished table, which stays as it is.</summary>
    public ShapeTableAssembly(ShapeTable table)
    {
        foreach (var (name, descriptor) in table.Descriptors)
            _descriptors[name] = descriptor.Clone();
    }

    public async ValueTask AddAsync(IShapeTableProvider provider)
    {
        var builder = new ShapeTableBuilder(null);
        await provider.DiscoverAsync(builder);
        foreach (var alteration in builder.BuildAlterations())
            alteration.Alter(Descriptor(alteration.ShapeType));
    }

    public void Add(IEnumerable<ShapeTemplate> templates)
    {
        foreach (var (name, template) in templates)
        {
            Descriptor(Base(name)).Bindings[name] = new ShapeBinding
            {
                BindingName = name,
                BindingSource = template.Path,
                BindingAsync = template.RenderAsync,
            };
        }
    }

    public void Add(PlacementFile placement, IHttpContextAccessor? http)
    {
        foreach (var rules in placement.Nodes.GroupBy(n => Base(n.ShapeType), StringComparer.OrdinalIgnoreCase))
        {
            var nodes = rules.ToArray();
            var descriptor = Descriptor(rules.Key);
            var earlier = descriptor.Placement;
            descriptor.Placement = context =>
            {
                var info = earlier(context);
                foreach (var node in nodes)
                {
                    if (node.Matches(context, http))
                        info = PlacementMerge.Over(info, node.Info);
                }

                return info;
            };
        }
    }

    public ShapeTable Build()
    {
        var bindings = new Dictionary<string, ShapeBinding>(StringComparer.OrdinalIgnoreCase);
        foreach (var descriptor in _descriptors.Values)
        {
            foreach (var (name, binding) in descriptor.Bindings)
                bindings[name] = binding;
        }

        return new ShapeTable(_descriptors, bindings);
    }

    private static string Base(string name)
    {
        var delimiter = name.IndexOf("__", StringComparison.Ordinal);
        return delimiter < 0 ? name : name[..delimiter];
    }

    private ShapeDescriptor Descriptor(string shapeType)
    {
        if (!_descriptors.TryGetValue(shapeType, out var descriptor))
            _descriptors[shapeType] = descriptor = new ShapeDescriptor { ShapeType = shapeType };

        return descriptor;
    }
}
