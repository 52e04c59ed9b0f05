using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Metadata.Builders;

/// <summary>Builds a field on a part.</summary>
public abstract class ContentPartFieldDefinitionBuilder
{
#pragma warning disable CA1051 // The contract shows the field to derived builders.
    protected readonly JsonObject _settings;
#pragma warning restore CA1051

    protected ContentPartFieldDefinitionBuilder(ContentPartFieldDefinition field)
    {
        Current = field;
        _settings = field.Settings.Clone()!;
    }

    public ContentPartFieldDefinition Current { get; private set; }

    public abstract string Name { get; }

    /// <summary>The kind of field; empty until it is said.</summary>
    public abstract string FieldType { get; }

    public abstract string PartName { get; }

    /// <summary>Merges settings that are keyed by the names of their classes.</summary>
    public ContentPartFieldDefinitionBuilder MergeSettings(JsonObject settings)
    {
        BuilderSettings.Merge(_settings, settings);
        return this;
    }

    public ContentPartFieldDefinitionBuilder MergeSettings<T>(Action<T> setting) where T : class, new()
    {
        BuilderSettings.Merge(_settings, setting);
        return this;
    }

    public ContentPartFieldDefinitionBuilder WithSettings<T>(T settings)
    {
        BuilderSettings.Set(_settings, settings);
        return this;
    }

    public ContentPartFieldDefinitionBuilder WithSettings<T>() where T : class, new() => WithSettings(new T());

    public abstract ContentPartFieldDefinitionBuilder OfType(ContentFieldDefinition fieldDefinition);

    public abstract ContentPartFieldDefinitionBuilder OfType(string fieldType);

    public abstract ContentPartFieldDefinition Build();
}
