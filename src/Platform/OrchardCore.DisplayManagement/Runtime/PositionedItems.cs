#nullable enable
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using OrchardCore.DisplayManagement;

namespace PropertySuite.Platform.Display;

/// <summary>Children of a shape; sorted when read.</summary>
internal sealed class PositionedItems
{
    private List<IPositioned>? _items;
    private bool _sorted = true;

    public int Count => _items?.Count ?? 0;

    public void Add(object? item, string? position)
    {
        if (item is null)
            return;

        position ??= string.Empty;
        var positioned = item switch
        {
            IPositioned known => known,
            IHtmlContent html => new PositionedHtml(html),
            _ => new PositionedHtml(new StringHtml(item.ToString() ?? string.Empty)),
        };

        if (position.Length > 0 || positioned.Position is null)
            positioned.Position = position;

        (_items ??= []).Add(positioned);
        _sorted = false;
    }

    public void Remove(string name)
    {
        if (_items?.FindIndex(i => i is IShape shape && shape.Metadata.Name == name) is { } index and >= 0)
            _items.RemoveAt(index);
    }

    public IShape? Find(string name, Func<string?, string?> normalize)
    {
        if (_items is null)
            return null;

        foreach (var item in _items)
        {
            if (item is IShape shape && normalize(shape.Metadata.Name) == name)
                return shape;
        }

        return null;
    }

    public IReadOnlyList<IPositioned> Sorted()
    {
        if (_items is null)
            return [];

        if (!_sorted)
        {
            _sorted = true;
            // Stable: what has the same position stays in the order it was added.
            var sorted = _items.OrderBy(i => i.Position, PositionComparer.Instance).ToList();
            _items = sorted;
        }

        return _items;
    }

    private sealed class StringHtml(string text) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => encoder.Encode(writer, text);
    }
}

/// <summary>Markup as a child of a shape.</summary>
internal sealed class PositionedHtml(IHtmlContent content) : IPositioned, IHtmlContent
{
    public string Position { get; set; } = null!;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => content.WriteTo(writer, encoder);
}
