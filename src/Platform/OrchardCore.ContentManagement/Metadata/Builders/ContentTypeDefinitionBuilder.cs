using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Metadata.Builders;

/// <summary>Builds a type definition, from an existing one or anew.</summary>
public class ContentTypeDefinitionBuilder
{
    private readonly List<ContentTypePartDefinition> _parts;
    private readonly JsonObject _settings;
    private string _name;
    private string _displayName;

    public ContentTypeDefinitionBuilder() : this(new ContentTypeDefinition("", ""))
    {
    }

    public ContentTypeDefinitionBuilder(ContentTypeDefinition existing)
    {
        Current = existing;
        _name = existing.Name;
        _displayName = existing.DisplayName;
        _parts = [.. existing.Parts];
        _settings = existing.Settings.Clone()!;
    }

    /// <summary>The definition that was last built, or the one to start from.</summary>
    public ContentTypeDefinition Current { get; private set; }

    /// <exception cref="ArgumentException">The type, or a part on it, has a name that cannot be used.</exception>
    public ContentTypeDefinition Build()
    {
        DefinitionName.Check(_name, "A content type");
        if (!ContentItemNames.IsElement(_name)) throw new ArgumentException($"A content type cannot be called \"{_name}\": every item has a property of this name.");
        return Current = new ContentTypeDefinition(_name, _displayName, _parts, _settings.Clone()!);
    }

    public ContentTypeDefinitionBuilder Named(string name)
    {
        _name = name;
        return this;
    }

    public ContentTypeDefinitionBuilder DisplayedAs(string displayName)
    {
        _displayName = displayName;
        return this;
    }

    /// <summary>Merges settings that are keyed by the names of their classes.</summary>
    public ContentTypeDefinitionBuilder MergeSettings(JsonObject settings)
    {
        BuilderSettings.Merge(_settings, settings);
        return this;
    }

    public ContentTypeDefinitionBuilder MergeSettings<T>(Action<T> setting) where T : class, new()
    {
        BuilderSettings.Merge(_settings, setting);
        return this;
    }

    public ContentTypeDefinitionBuilder WithSettings<T>(T settings)
    {
        BuilderSettings.Set(_settings, settings);
        return this;
    }

    public ContentTypeDefinitionBuilder RemovePart<TPart>() where TPart : ContentPart => RemovePart(typeof(TPart).Name);

    public ContentTypeDefinitionBuilder RemovePart(string partName)
    {
        _parts.RemoveAll(part => part.Name == partName);
        return this;
    }

    public ContentTypeDefinitionBuilder WithPart(string partName) => WithPart(partName, static _ => { });

    public ContentTypeDefinitionBuilder WithPart(string name, string partName) => WithPart(name, partName, static _ => { });

    public ContentTypeDefinitionBuilder WithPart(string partName, Action<ContentTypePartDefinitionBuilder> configuration) =>
        WithPart(partName, partName, configuration);

    public ContentTypeDefinitionBuilder WithPart(string name, string partName, Action<ContentTypePartDefinitionBuilder> configuration) =>
        WithPart(name, new ContentPartDefinition(partName), configuration);

    /// <summary>Puts a part on the type, or configures the one of this name.</summary>
    public ContentTypeDefinitionBuilder WithPart(string name, ContentPartDefinition partDefinition, Action<ContentTypePartDefinitionBuilder> configuration)
    {
        var builder = BuilderFor(name, partDefinition);
        configuration(builder);
        Keep(builder.Build());
        return this;
    }

    public ContentTypeDefinitionBuilder WithPart<TPart>() where TPart : ContentPart => WithPart(typeof(TPart).Name);

    public ContentTypeDefinitionBuilder WithPart<TPart>(string name) where TPart : ContentPart => WithPart(name, typeof(TPart).Name);

    public ContentTypeDefinitionBuilder WithPart<TPart>(string name, Action<ContentTypePartDefinitionBuilder> configuration) where TPart : ContentPart =>
        WithPart(name, typeof(TPart).Name, configuration);

    public ContentTypeDefinitionBuilder WithPart<TPart>(Action<ContentTypePartDefinitionBuilder> configuration) where TPart : ContentPart =>
        WithPart(typeof(TPart).Name, configuration);

    public Task<ContentTypeDefinitionBuilder> WithPartAsync(string name, string partName, Func<ContentTypePartDefinitionBuilder, Task> configurationAsync) =>
        WithPartAsync(name, new ContentPartDefinition(partName), configurationAsync);

    public Task<ContentTypeDefinitionBuilder> WithPartAsync(string partName, Func<ContentTypePartDefinitionBuilder, Task> configurationAsync) =>
        WithPartAsync(partName, partName, configurationAsync);

    public async Task<ContentTypeDefinitionBuilder> WithPartAsync(string name, ContentPartDefinition partDefinition, Func<ContentTypePartDefinitionBuilder, Task> configurationAsync)
    {
        var builder = BuilderFor(name, partDefinition);
        await configurationAsync(builder);
        Keep(builder.Build());
        return this;
    }

    private PartBuilder BuilderFor(string name, ContentPartDefinition partDefinition)
    {
        DefinitionName.Check(name, $"A part on the content type \"{_name}\"");
        if (!ContentItemNames.IsElement(name)) throw new ArgumentException($"A part cannot be called \"{name}\": every item has a property of this name.");
        var existing = _parts.Find(part => part.Name == name);
        return new PartBuilder(existing ?? new ContentTypePartDefinition(name, partDefinition, []), _name);
    }

    private void Keep(ContentTypePartDefinition part)
    {
        var index = _parts.FindIndex(existing => existing.Name == part.Name);
        if (index < 0) _parts.Add(part);
        else _parts[index] = part;
    }

    private sealed class PartBuilder(ContentTypePartDefinition part, string typeName) : ContentTypePartDefinitionBuilder(part, typeName)
    {
        public override ContentTypePartDefinition Build()
        {
            DefinitionName.Check(PartName, $"A part on the content type \"{TypeName}\"");
            return Current = new ContentTypePartDefinition(Name, Current.PartDefinition, _settings.Clone()!);
        }
    }
}
