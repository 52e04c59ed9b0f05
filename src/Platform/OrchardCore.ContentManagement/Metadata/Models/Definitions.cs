using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrchardCore.ContentManagement.Metadata.Models;

/// <summary>A name and settings: what types, parts and fields have in common. Built definitions are shared; change them through builders only.</summary>
public abstract class ContentDefinition
{
    private ConcurrentDictionary<Type, object>? _read;

    public string Name { get; protected set; } = "";

    /// <summary>Settings by the name of their class. Not to be changed.</summary>
    public JsonObject Settings { get; protected set; } = [];

    /// <summary>The settings of a class; new ones if there are none. Not to be changed.</summary>
    public T GetSettings<T>() where T : new()
    {
        _read ??= new ConcurrentDictionary<Type, object>();
        return (T)_read.GetOrAdd(typeof(T), static (type, settings) =>
            settings.TryGetPropertyValue(type.Name, out var node) && node is JsonObject json
                ? json.Deserialize<T>(JOptions.Default) ?? new T()
                : new T(), Settings)!;
    }
}

/// <summary>A content type: its parts, in the order they were added.</summary>
public class ContentTypeDefinition : ContentDefinition
{
    public ContentTypeDefinition(string name, string displayName, IEnumerable<ContentTypePartDefinition> parts, JsonObject settings)
    {
        Name = name;
        DisplayName = displayName;
        Parts = [.. parts];
        Settings = settings;
        foreach (var part in Parts) part.ContentTypeDefinition = this;
    }

    public ContentTypeDefinition(string name, string displayName) : this(name, displayName, [], [])
    {
    }

    public string DisplayName { get; private set; }

    public IEnumerable<ContentTypePartDefinition> Parts { get; private set; }

    public override string ToString() => $"{DisplayName} ({Name})";
}

/// <summary>A part on a type, under a name that is the part's own unless the type holds several of the kind.</summary>
public class ContentTypePartDefinition : ContentDefinition
{
    public ContentTypePartDefinition(string name, ContentPartDefinition contentPartDefinition, JsonObject settings)
    {
        Name = name;
        PartDefinition = contentPartDefinition;
        Settings = settings;
    }

    public ContentPartDefinition PartDefinition { get; private set; }

    public ContentTypeDefinition ContentTypeDefinition { get; set; } = null!;

    public override string ToString() => PartDefinition.Name == Name ? Name : $"{Name} ({PartDefinition.Name})";
}

/// <summary>A part: its fields, in the order they were added.</summary>
public class ContentPartDefinition : ContentDefinition
{
    public ContentPartDefinition(string name) : this(name, [], [])
    {
    }

    public ContentPartDefinition(string name, IEnumerable<ContentPartFieldDefinition> fields, JsonObject settings)
    {
        Name = name;
        Fields = [.. fields];
        Settings = settings;
        foreach (var field in Fields) field.PartDefinition = this;
    }

    public IEnumerable<ContentPartFieldDefinition> Fields { get; private set; }

    public override string ToString() => Name;
}

/// <summary>A field on a part.</summary>
public class ContentPartFieldDefinition : ContentDefinition
{
    public ContentPartFieldDefinition(ContentFieldDefinition contentFieldDefinition, string name, JsonObject settings)
    {
        Name = name;
        FieldDefinition = contentFieldDefinition;
        Settings = settings;
    }

    public ContentFieldDefinition FieldDefinition { get; private set; }

    public ContentPartDefinition PartDefinition { get; set; } = null!;

    public ContentTypePartDefinition ContentTypePartDefinition { get; set; } = null!;

    public override string ToString() => $"{Name} ({FieldDefinition.Name})";
}

/// <summary>A kind of field.</summary>
public class ContentFieldDefinition(string name)
{
    public string Name { get; private set; } = name;

    public override string ToString() => Name;
}
