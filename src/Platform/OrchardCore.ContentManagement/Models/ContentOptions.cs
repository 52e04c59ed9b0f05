using System.Collections.Frozen;

namespace OrchardCore.ContentManagement;

/// <summary>The kinds of parts and fields that the enabled features bring.</summary>
public class ContentOptions
{
    private readonly Dictionary<Type, ContentPartOption> _parts = [];
    private readonly Dictionary<Type, ContentFieldOption> _fields = [];
    private FrozenDictionary<string, ContentPartOption>? _partLookup;
    private FrozenDictionary<string, ContentFieldOption>? _fieldLookup;

    /// <summary>Parts by the name of their class.</summary>
    public IReadOnlyDictionary<string, ContentPartOption> ContentPartOptionsLookup =>
        _partLookup ??= _parts.Values.ToFrozenDictionary(option => option.Type.Name);

    /// <summary>Fields by the name of their class.</summary>
    public IReadOnlyDictionary<string, ContentFieldOption> ContentFieldOptionsLookup =>
        _fieldLookup ??= _fields.Values.ToFrozenDictionary(option => option.Type.Name);

    public IReadOnlyList<ContentPartOption> ContentPartOptions => [.. _parts.Values];

    public IReadOnlyList<ContentFieldOption> ContentFieldOptions => [.. _fields.Values];

    internal ContentPartOption GetOrAddContentPart(Type type)
    {
        _partLookup = null;
        if (!_parts.TryGetValue(type, out var option)) _parts[type] = option = new ContentPartOption(type);
        return option;
    }

    internal ContentFieldOption GetOrAddContentField(Type type)
    {
        _fieldLookup = null;
        if (!_fields.TryGetValue(type, out var option)) _fields[type] = option = new ContentFieldOption(type);
        return option;
    }
}

/// <summary>A registered kind of part or field.</summary>
public abstract class ContentPartOptionBase
{
    protected ContentPartOptionBase(Type contentPartType) => Type = contentPartType;

    public Type Type { get; }
}

/// <summary>A registered kind of field.</summary>
public abstract class ContentFieldOptionBase
{
    protected ContentFieldOptionBase(Type contentFieldType) => Type = contentFieldType;

    public Type Type { get; }
}

/// <summary>A registered kind of part, with the handlers of its events.</summary>
public class ContentPartOption(Type contentPartType) : ContentPartOptionBase(contentPartType)
{
    private readonly List<Type> _handlers = [];

    public IReadOnlyList<Type> Handlers => _handlers;

    internal void AddHandler(Type type)
    {
        if (!_handlers.Contains(type)) _handlers.Add(type);
    }

    internal void RemoveHandler(Type type) => _handlers.Remove(type);
}

/// <summary>A registered kind of field, with the handlers of its events.</summary>
public class ContentFieldOption(Type contentFieldType) : ContentFieldOptionBase(contentFieldType)
{
    private readonly List<Type> _handlers = [];

    public IReadOnlyList<Type> Handlers => _handlers;

    internal void AddHandler(Type type)
    {
        if (!_handlers.Contains(type)) _handlers.Add(type);
    }

    internal void RemoveHandler(Type type) => _handlers.Remove(type);
}
