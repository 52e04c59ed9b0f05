using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PropertySuite.Platform.Content;
using PropertySuite.Platform.Json;

namespace OrchardCore.ContentManagement;

/// <summary>
/// An item, a part or a field. Its JSON holds what is stored; typed parts and fields are read from it when asked for,
/// and written back by <c>Apply</c>, <c>Alter</c> and <c>Weld</c>. A change to a typed part that is not applied is not stored.
/// </summary>
/// <remarks>
/// The JSON comes in one of two forms. As read from the database it is a view on the document's own bytes, of which only the asked-for
/// parts are parsed; a tree is made only for those who want one (<see cref="Content"/>, merging), and from then on it is the truth.
/// Applied elements are remembered as such and written straight to the output when the item is saved.
/// </remarks>
public class ContentElement : IContent
{
    private JsonElement _source;
    private JsonObject? _data;
    private Dictionary<string, ContentElement>? _elements;
    private HashSet<string>? _applied;
    private ContentItem? _contentItem;

    protected ContentElement()
    {
    }

    protected ContentElement(JsonObject data) => _data = data;

    /// <summary>Typed parts or fields that were read or applied so far, by name.</summary>
    [JsonIgnore]
    protected internal Dictionary<string, ContentElement> Elements => _elements ??= [];

    /// <summary>The JSON as a dynamic value: <c>Content.TitlePart.Title</c>. Changes through it are stored.</summary>
    [JsonIgnore]
    public dynamic Content => new DynamicJson(Data);

    /// <summary>The item that this element belongs to; null for an element that was not attached yet.</summary>
    [JsonIgnore]
    public ContentItem ContentItem
    {
        get => _contentItem!;
        set
        {
            _contentItem = value;
            if (_elements is null) return;
            foreach (var element in _elements.Values)
            {
                if (!ReferenceEquals(element, this)) element.ContentItem = value;
            }
        }
    }

    /// <summary>Whether the element holds a part or a field of this name, or its definition says that it should.</summary>
    public bool Has(string name) =>
        HoldsElement(name) || _applied?.Contains(name) == true || Schema?.TypeOf(name) is not null;

    /// <summary>What the definition says that the element consists of; null where no definition is known.</summary>
    [JsonIgnore]
    internal IElementSchema? Schema { get; set; }

    /// <summary>The JSON as a tree. Asking for it makes the tree the truth and brings applied elements into it.</summary>
    [JsonIgnore]
    internal JsonObject Data
    {
        get
        {
            if (_data is null) UseTree(_source.ValueKind == JsonValueKind.Object ? JsonObject.Create(_source, JOptions.Node)! : new JsonObject(JOptions.Node));
            else BringIntoTree();
            return _data!;
        }
    }

    /// <summary>The names of the stored parts or fields and other properties, in stored order.</summary>
    internal IEnumerable<string> StoredNames =>
        _data is not null ? _data.Select(property => property.Key)
        : _source.ValueKind == JsonValueKind.Object ? _source.EnumerateObject().Select(property => property.Name)
        : [];

    /// <summary>Takes over the JSON as read from the store.</summary>
    internal void ReadFrom(JsonElement source)
    {
        _source = source;
        _data = null;
        _elements = null;
        _applied = null;
    }

    /// <summary>Forgets the typed elements, since the tree was changed under them.</summary>
    internal void ForgetElements()
    {
        _ = Data;
        _elements?.Clear();
    }

    internal ContentElement? Find(Type type, string name)
    {
        if (Schema?.TypeOf(name) is { } expected && type.IsAssignableFrom(expected)) type = expected;
        if (_elements is not null && _elements.TryGetValue(name, out var known))
        {
            if (type.IsInstanceOfType(known)) return known;
            // Read as another class before; what was applied to that one must not get lost.
            if (TryFindChanged(name, out _, out _)) _ = Data;
        }
        var bound = ElementShape.For(GetType()).ElementNamed(name);
        var element = bound?.Get?.Invoke(this) as ContentElement;
        if (element is null || !type.IsInstanceOfType(element)) element = Read(type, name);
        else element.Adopt(this, name);
        if (element is null) return null;
        Keep(name, element);
        return element;
    }

    /// <summary>Puts a typed element in place; it is written when the item is saved.</summary>
    internal void Put(string name, ContentElement element)
    {
        if (!ReferenceEquals(element, this) && (_elements is null || !_elements.TryGetValue(name, out var old) || !ReferenceEquals(old, element)))
        {
            if (!element.HasJson) element.Adopt(this, name);
            Keep(name, element);
        }
        (_applied ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
    }

    internal bool Drop(string name)
    {
        var held = Has(name);
        Data.Remove(name);
        _elements?.Remove(name);
        _applied?.Remove(name);
        ElementShape.For(GetType()).ElementNamed(name)?.Set?.Invoke(this, null);
        return held;
    }

    /// <summary>Writes all that is stored of this element, with braces.</summary>
    /// <param name="own">Whether the element's own properties are newer than its JSON.</param>
    internal void WriteTo(Utf8JsonWriter writer, bool own)
    {
        writer.WriteStartObject();
        WriteMembers(writer, own, static _ => true);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members, leaving out stored ones that the filter refuses.</summary>
    internal void WriteMembers(Utf8JsonWriter writer, bool own, Func<string, bool> filter)
    {
        var shape = own ? ElementShape.For(GetType()) : null;
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var elementsOnly = this is ContentItem;
        foreach (var name in StoredNames)
        {
            if (!filter(name) || (elementsOnly && !HoldsElement(name)) || !written.Add(name)) continue;
            if (TryFindChanged(name, out var child, out var childOwn))
            {
                writer.WritePropertyName(name);
                child.WriteTo(writer, childOwn);
            }
            else if (shape?.ValueNamed(name) is { } property)
            {
                writer.WritePropertyName(property.Name);
                ElementShape.WriteValue(writer, property, this);
            }
            else
            {
                WriteStored(writer, name);
            }
        }
        if (shape is not null) WriteNewValues(writer, shape, written);
        if (_elements is null) return;
        foreach (var (name, _) in _elements)
        {
            if (written.Contains(name) || !TryFindChanged(name, out var child, out var childOwn)) continue;
            writer.WritePropertyName(name);
            child.WriteTo(writer, childOwn);
            written.Add(name);
        }
    }

    private bool HasJson => _data is not null || _source.ValueKind == JsonValueKind.Object;

    /// <summary>Whether something below this element is newer than the JSON that its owner holds.</summary>
    private bool HasChanges
    {
        get
        {
            if (_data is not null || _applied is { Count: > 0 }) return true;
            if (_elements is null) return false;
            foreach (var element in _elements.Values)
            {
                if (element.HasChanges) return true;
            }
            return false;
        }
    }

    private bool TryFindChanged(string name, out ContentElement child, out bool own)
    {
        own = _applied?.Contains(name) == true;
        child = null!;
        if (_elements is null || !_elements.TryGetValue(name, out var found) || ReferenceEquals(found, this)) return false;
        child = found;
        return own || found.HasChanges;
    }

    private void WriteNewValues(Utf8JsonWriter writer, ElementShape shape, HashSet<string> written)
    {
        foreach (var property in shape.Values)
        {
            if (!written.Add(property.Name)) continue;
            writer.WritePropertyName(property.Name);
            ElementShape.WriteValue(writer, property, this);
        }
        foreach (var property in shape.Elements)
        {
            // A field that the part's class names, set by code and never fetched by name.
            if (written.Contains(property.Name) || _elements?.ContainsKey(property.Name) == true) continue;
            if (property.Get?.Invoke(this) is not ContentElement element) continue;
            written.Add(property.Name);
            writer.WritePropertyName(property.Name);
            element.WriteTo(writer, own: true);
        }
    }

    private void WriteStored(Utf8JsonWriter writer, string name)
    {
        if (_data is not null)
        {
            writer.WritePropertyName(name);
            if (_data[name] is { } node) node.WriteTo(writer, ElementShape.Json);
            else writer.WriteNullValue();
        }
        else if (_source.TryGetProperty(name, out var value))
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    private ContentElement? Read(Type type, string name)
    {
        ContentElement? element = null;
        if (_data is not null)
        {
            if (ReadData(name) is JsonObject node)
            {
                element = (ContentElement?)node.Deserialize(type, ElementShape.Json);
                if (element is not null) element._data = node;
            }
        }
        else if (TryReadSource(name, out var json))
        {
            element = (ContentElement?)json.Deserialize(type, ElementShape.Json);
            if (element is not null) element._source = json;
        }
        // The definition got the part or field after the item was stored.
        if (element is null && Schema?.TypeOf(name) == type) element = (ContentElement)Activator.CreateInstance(type)!;
        element?.Attach(this, name);
        return element;
    }

    private void Keep(string name, ContentElement element)
    {
        Elements[name] = element;
        element.Attach(this, name);
        var bound = ElementShape.For(GetType()).ElementNamed(name);
        if (bound is { Set: not null } && bound.PropertyType.IsInstanceOfType(element)) bound.Set(this, element);
    }

    private void Attach(ContentElement owner, string name)
    {
        if (owner.ContentItem is { } item && !ReferenceEquals(_contentItem, item)) ContentItem = item;
        Schema ??= owner.Schema?.SchemaOf(name);
    }

    /// <summary>Takes the owner's stored JSON of this name as one's own, so that what the class does not know is kept.</summary>
    private void Adopt(ContentElement owner, string name)
    {
        if (HasJson) return;
        if (owner._data is not null) _data = owner.ReadData(name) as JsonObject;
        else if (owner.TryReadSource(name, out var json)) _source = json;
    }

    private bool TryReadSource(string name, out JsonElement value)
    {
        value = default;
        return _data is null
            && _source.ValueKind == JsonValueKind.Object
            && _source.TryGetProperty(name, out value)
            && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
    }

    private JsonNode? ReadData(string name) =>
        _data is not null && _data.TryGetPropertyValue(name, out var node) && node is JsonObject or JsonArray ? node : null;

    /// <summary>Whether there is an element of this name, whatever the definition says.</summary>
    internal bool Holds(string name) => HoldsElement(name) || _elements?.ContainsKey(name) == true;

    private bool HoldsElement(string name) => ReadData(name) is not null || TryReadSource(name, out _);

    /// <summary>Makes the tree the truth, here and in all typed elements below.</summary>
    private void UseTree(JsonObject tree)
    {
        _data = tree;
        _source = default;
        BringIntoTree();
    }

    private void BringIntoTree()
    {
        if (_elements is null) return;
        foreach (var (name, element) in _elements)
        {
            if (ReferenceEquals(element, this)) continue;
            var own = _applied?.Contains(name) == true;
            if (own || element.HasUnsharedChanges(_data!, name))
            {
                var node = element.ToNode(own);
                _data![name] = node;
                element._source = default;
                element._data = node;
                element._applied = null;
                element.BringIntoTree();
            }
            else if (_data![name] is JsonObject node && !ReferenceEquals(element._data, node))
            {
                element._source = default;
                element._data = node;
                element.BringIntoTree();
            }
        }
        _applied = null;
    }

    private bool HasUnsharedChanges(JsonObject ownersTree, string name) =>
        _data is not null && ReferenceEquals(_data, ownersTree[name]) ? HasChangesBelow : HasChanges;

    private bool HasChangesBelow =>
        _applied is { Count: > 0 } || (_elements is not null && _elements.Any(pair => pair.Value.HasUnsharedChanges(_data!, pair.Key)));

    private JsonObject ToNode(bool own)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ElementShape.Json.Encoder, SkipValidation = true }))
        {
            WriteTo(writer, own);
        }
        return JsonNode.Parse(buffer.WrittenSpan, JOptions.Node)!.AsObject();
    }
}
