using System.Collections;
using PropertySuite.Platform.Display;

namespace OrchardCore.DisplayManagement.Shapes;

/// <summary>The general shape: properties by name, children by position.</summary>
public class Shape : Composite, IShape, IPositioned, IEnumerable<object>
{
    private readonly PositionedItems _items = new();
    private List<string> _classes;
    private Dictionary<string, string> _attributes;

    public ShapeMetadata Metadata { get; } = new();

    public string Id { get; set; }

    public string TagName { get; set; }

    public IList<string> Classes => _classes ??= [];

    public IDictionary<string, string> Attributes => _attributes ??= [];

    public IReadOnlyList<IPositioned> Items => _items.Sorted();

    public bool HasItems => _items.Count > 0;

    public string Position { get => Metadata.Position; set => Metadata.Position = value; }

    public virtual ValueTask<IShape> AddAsync(object item, string position)
    {
        _items.Add(item, position);
        return new(this);
    }

    /// <summary>Takes away the first child of that name.</summary>
    public void Remove(string shapeName) => _items.Remove(shapeName);

    /// <summary>The first child of that name; null when there is none.</summary>
    public IShape Named(string shapeName) => _items.Find(shapeName, static name => name);

    /// <summary>As <see cref="Named"/>, for names in which signs that are no letters were replaced by underscores.</summary>
    public IShape NormalizedNamed(string shapeName) => _items.Find(shapeName, static name => name?.Replace("__", "-").Replace('_', '.'));

    public IEnumerator GetEnumerator() => _items.Sorted().GetEnumerator();

    IEnumerator<object> IEnumerable<object>.GetEnumerator() => _items.Sorted().Cast<object>().GetEnumerator();

    protected override bool TryGetMemberImpl(string name, out object result)
    {
        if (_properties is not null && _properties.TryGetValue(name, out result))
            return true;

        result = Named(name);
        return true;
    }

    protected override bool TrySetMemberImpl(string name, object value) => base.TrySetMemberImpl(name, value);
}
