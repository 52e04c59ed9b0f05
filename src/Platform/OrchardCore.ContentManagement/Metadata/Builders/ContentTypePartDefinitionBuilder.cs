using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Metadata.Builders;

/// <summary>Builds the place of a part on a type.</summary>
public abstract class ContentTypePartDefinitionBuilder
{
#pragma warning disable CA1051 // The contract shows the field to derived builders.
    protected readonly JsonObject _settings;
#pragma warning restore CA1051

    protected ContentTypePartDefinitionBuilder(ContentTypePartDefinition part)
    {
        Current = part;
        Name = part.Name;
        PartName = part.PartDefinition.Name;
        TypeName = part.ContentTypeDefinition?.Name ?? "";
        _settings = part.Settings.Clone()!;
    }

    private protected ContentTypePartDefinitionBuilder(ContentTypePartDefinition part, string typeName) : this(part) => TypeName = typeName;

    public ContentTypePartDefinition Current { get; protected set; }

    /// <summary>The name that the part goes by on the type.</summary>
    public string Name { get; private set; }

    /// <summary>The name of the part itself.</summary>
    public string PartName { get; private set; }

    public string TypeName { get; private set; }

    public ContentTypePartDefinitionBuilder WithSettings<T>(T settings)
    {
        BuilderSettings.Set(_settings, settings);
        return this;
    }

    /// <summary>Merges settings that are keyed by the names of their classes.</summary>
    public ContentTypePartDefinitionBuilder MergeSettings(JsonObject settings)
    {
        BuilderSettings.Merge(_settings, settings);
        return this;
    }

    public ContentTypePartDefinitionBuilder MergeSettings<T>(Action<T> setting) where T : class, new()
    {
        BuilderSettings.Merge(_settings, setting);
        return this;
    }

    public abstract ContentTypePartDefinition Build();
}
