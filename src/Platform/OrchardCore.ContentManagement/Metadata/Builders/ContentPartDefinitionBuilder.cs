using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Metadata.Builders;

/// <summary>Builds a part definition, from an existing one or anew.</summary>
public class ContentPartDefinitionBuilder
{
    private readonly List<ContentPartFieldDefinition> _fields;
    private readonly JsonObject _settings;

    public ContentPartDefinitionBuilder() : this(new ContentPartDefinition(""))
    {
    }

    public ContentPartDefinitionBuilder(ContentPartDefinition existing)
    {
        Current = existing;
        Name = existing.Name;
        _fields = [.. existing.Fields];
        _settings = existing.Settings.Clone()!;
    }

    /// <summary>The definition that was last built, or the one to start from.</summary>
    public ContentPartDefinition Current { get; private set; }

    public string Name { get; private set; }

    /// <exception cref="ArgumentException">The part, or a field on it, has a name or a kind that cannot be used.</exception>
    public ContentPartDefinition Build()
    {
        DefinitionName.Check(Name, "A part");
        return Current = new ContentPartDefinition(Name, _fields, _settings.Clone()!);
    }

    public ContentPartDefinitionBuilder Named(string name)
    {
        Name = name;
        return this;
    }

    public ContentPartDefinitionBuilder RemoveField(string fieldName)
    {
        _fields.RemoveAll(field => field.Name == fieldName);
        return this;
    }

    /// <summary>Merges settings that are keyed by the names of their classes.</summary>
    public ContentPartDefinitionBuilder MergeSettings(JsonObject settings)
    {
        BuilderSettings.Merge(_settings, settings);
        return this;
    }

    public ContentPartDefinitionBuilder MergeSettings<T>(Action<T> setting) where T : class, new()
    {
        BuilderSettings.Merge(_settings, setting);
        return this;
    }

    public ContentPartDefinitionBuilder WithSettings<T>(T settings)
    {
        BuilderSettings.Set(_settings, settings);
        return this;
    }

    public ContentPartDefinitionBuilder WithField(string fieldName) => WithField(fieldName, static _ => { });

    /// <summary>Puts a field on the part, or configures the one of this name.</summary>
    public ContentPartDefinitionBuilder WithField(string fieldName, Action<ContentPartFieldDefinitionBuilder> configuration)
    {
        var builder = BuilderFor(fieldName);
        configuration(builder);
        Keep(builder.Build());
        return this;
    }

    public ContentPartDefinitionBuilder WithField<TField>(string fieldName) => WithField(fieldName, field => field.OfType(typeof(TField).Name));

    public ContentPartDefinitionBuilder WithField<TField>(string fieldName, Action<ContentPartFieldDefinitionBuilder> configuration) =>
        WithField(fieldName, field => configuration(field.OfType(typeof(TField).Name)));

    public Task<ContentPartDefinitionBuilder> WithFieldAsync<TField>(string fieldName, Func<ContentPartFieldDefinitionBuilder, Task> configuration) =>
        WithFieldAsync(fieldName, field => configuration(field.OfType(typeof(TField).Name)));

    public async Task<ContentPartDefinitionBuilder> WithFieldAsync(string fieldName, Func<ContentPartFieldDefinitionBuilder, Task> configurationAsync)
    {
        var builder = BuilderFor(fieldName);
        await configurationAsync(builder);
        Keep(builder.Build());
        return this;
    }

    private FieldBuilder BuilderFor(string fieldName)
    {
        DefinitionName.Check(fieldName, $"A field on the part \"{Name}\"");
        var existing = _fields.Find(field => field.Name == fieldName);
        return new FieldBuilder(existing ?? new ContentPartFieldDefinition(new ContentFieldDefinition(""), fieldName, []), Name);
    }

    private void Keep(ContentPartFieldDefinition field)
    {
        var index = _fields.FindIndex(existing => existing.Name == field.Name);
        if (index < 0) _fields.Add(field);
        else _fields[index] = field;
    }

    private sealed class FieldBuilder(ContentPartFieldDefinition field, string partName) : ContentPartFieldDefinitionBuilder(field)
    {
        private ContentFieldDefinition _kind = field.FieldDefinition;

        public override string Name => Current.Name;

        public override string FieldType => _kind.Name;

        public override string PartName => partName;

        public override ContentPartFieldDefinitionBuilder OfType(ContentFieldDefinition fieldDefinition)
        {
            _kind = fieldDefinition;
            return this;
        }

        public override ContentPartFieldDefinitionBuilder OfType(string fieldType) => OfType(new ContentFieldDefinition(fieldType));

        public override ContentPartFieldDefinition Build()
        {
            if (_kind.Name.Length == 0) throw new ArgumentException($"The field \"{Name}\" on the part \"{partName}\" has no kind; say which with OfType.");
            return new ContentPartFieldDefinition(_kind, Name, _settings.Clone()!);
        }
    }
}
