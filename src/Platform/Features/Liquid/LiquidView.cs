using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>An object as a template sees it: members by name, read only, each turned into a value when it is asked for.</summary>
internal sealed class LiquidView : IScriptObject
{
    private readonly Func<string, object?> _find;
    private readonly Func<IEnumerable<string>> _names;
    private Dictionary<string, object?>? _known;

    public LiquidView(JsonObject json)
    {
        _find = name => json.TryGetPropertyValue(name, out var node) ? node : null;
        _names = () => json.Select(property => property.Key);
    }

    public LiquidView(IDictionary<string, object?> members)
    {
        _find = name => members.TryGetValue(name, out var value) ? value : null;
        _names = () => members.Keys;
    }

    private LiquidView(Func<string, object?> find, Func<IEnumerable<string>> names) => (_find, _names) = (find, names);

    /// <summary>A content item: its own members, its parts by name, and all parts once more as <c>Content</c>.</summary>
    public static LiquidView Of(ContentItem item)
    {
        // A copy, made when first asked: the item itself is never handed out.
        JsonObject? json = null;
        JsonObject Json() => json ??= (JsonObject)JObject.FromObject(item)!;
        LiquidView? content = null;
        return new LiquidView(
            name => name switch
            {
                nameof(ContentItem.ContentItemId) => item.ContentItemId,
                nameof(ContentItem.ContentType) => item.ContentType,
                nameof(ContentItem.DisplayText) => item.DisplayText,
                nameof(ContentItem.CreatedUtc) => item.CreatedUtc,
                nameof(ContentItem.ModifiedUtc) => item.ModifiedUtc,
                nameof(ContentItem.PublishedUtc) => item.PublishedUtc,
                "Content" => content ??= new LiquidView(Json()),
                _ => Json()[name],
            },
            () => Json().Select(property => property.Key));
    }

    public int Count => _names().Count();

    public bool IsReadOnly
    {
        get => true;
        set { }
    }

    public IEnumerable<string> GetMembers() => _names();

    public bool Contains(string member) => _names().Contains(member, StringComparer.Ordinal);

    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        value = Get(member);
        return value is not null;
    }

    public object? Get(string member)
    {
        if (_known?.TryGetValue(member, out var known) == true)
            return known;

        var value = LiquidValue.Of(_find(member));
        (_known ??= new(StringComparer.Ordinal))[member] = value;
        return value;
    }

    public bool CanWrite(string member) => false;

    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) => false;

    public bool Remove(string member) => false;

    public void SetReadOnly(string member, bool readOnly)
    {
    }

    public IScriptObject Clone(bool deep) => this;

    public override string ToString() => LiquidJson.Write(this);
}
