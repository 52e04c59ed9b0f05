using OrchardCore.DisplayManagement.Shapes;
using PropertySuite.Platform.Display;

namespace OrchardCore.DisplayManagement.Views;

/// <summary>A view model that is itself a shape, so that no proxy is needed.</summary>
public class ShapeViewModel : IShape, IPositioned
{
    private readonly PositionedItems _items = new();
    private List<string> _classes;
    private Dictionary<string, string> _attributes;
    private Dictionary<string, object> _properties;

    public ShapeViewModel()
    {
    }

    public ShapeViewModel(string shapeType)
    {
        ArgumentException.ThrowIfNullOrEmpty(shapeType);
        Metadata.Type = shapeType;
    }

    public ShapeMetadata Metadata { get; } = new();

    public string Position { get => Metadata.Position; set => Metadata.Position = value; }

    public string Id { get; set; }

    public string TagName { get; set; }

    public IList<string> Classes => _classes ??= [];

    public IDictionary<string, string> Attributes => _attributes ??= [];

    public IDictionary<string, object> Properties => _properties ??= [];

    public IReadOnlyList<IPositioned> Items => _items.Sorted();

    public ValueTask<IShape> AddAsync(object item, string position)
    {
        _items.Add(item, position);
        return new(this);
    }
}

/// <summary>A shape around a value.</summary>
public class ShapeViewModel<T> : ShapeViewModel
{
    public ShapeViewModel(T value) => Value = value;

    public ShapeViewModel(string shapeType, T value)
        : base(shapeType) => Value = value;

    public T Value { get; }
}
