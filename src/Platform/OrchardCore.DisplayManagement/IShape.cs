using OrchardCore.DisplayManagement.Shapes;

namespace OrchardCore.DisplayManagement;

/// <summary>Something to show: a type that names its template, data, and children in order.</summary>
public interface IShape
{
    ShapeMetadata Metadata { get; }

    string Id { get; set; }

    string TagName { get; set; }

    IList<string> Classes { get; }

    IDictionary<string, string> Attributes { get; }

    IDictionary<string, object> Properties { get; }

    /// <summary>The children, sorted by position.</summary>
    IReadOnlyList<IPositioned> Items { get; }

    /// <summary>Adds a child: a shape, markup, text, or null, which adds nothing.</summary>
    /// <param name="item">The child.</param>
    /// <param name="position">As in placement (<c>5</c>, <c>5.1</c>, <c>before</c>, <c>after</c>); null: the child's own, else before numbers.</param>
    ValueTask<IShape> AddAsync(object item, string position);
}

/// <summary>A child with a position among its siblings.</summary>
public interface IPositioned
{
    string Position { get; set; }
}

/// <summary>A shape whose children are in named zones, made when first used.</summary>
public interface INamedEnumerable<T> : IEnumerable<T>
{
    /// <summary>The values without a name.</summary>
    IList<T> Positional { get; }

    IDictionary<string, T> Named { get; }
}
