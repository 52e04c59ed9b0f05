using System.Diagnostics.CodeAnalysis;
using OrchardCore.ContentManagement.Metadata.Settings;

namespace OrchardCore.ContentManagement.Metadata.Models;

/// <summary>Reads what can be done with the items of a type.</summary>
public static class ContentTypeExtensions
{
    public static bool TryGetStereotype(this ContentTypeDefinition contentTypeDefinition, [NotNullWhen(true)] out string? stereotype)
    {
        stereotype = contentTypeDefinition.GetStereotype();
        return !string.IsNullOrEmpty(stereotype);
    }

    public static bool HasStereotype(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.TryGetStereotype(out _);

    public static bool StereotypeEquals(this ContentTypeDefinition contentTypeDefinition, string stereotype) =>
        contentTypeDefinition.StereotypeEquals(stereotype, StringComparison.Ordinal);

    public static bool StereotypeEquals(this ContentTypeDefinition contentTypeDefinition, string stereotype, StringComparison stringComparison) =>
        contentTypeDefinition.TryGetStereotype(out var own) && own.Equals(stereotype, stringComparison);

    public static string? GetStereotype(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Stereotype;

    public static bool IsListable(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Listable;

    public static bool IsCreatable(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Creatable;

    public static bool IsDraftable(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Draftable;

    public static bool IsVersionable(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Versionable;

    public static bool IsSecurable(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Securable;

    public static bool HasDescription(this ContentTypeDefinition contentTypeDefinition) => !string.IsNullOrWhiteSpace(contentTypeDefinition.GetDescription());

    public static string? GetDescription(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings().Description;

    public static ContentTypeSettings GetSettings(this ContentTypeDefinition contentTypeDefinition) => contentTypeDefinition.GetSettings<ContentTypeSettings>();
}

/// <summary>Reads how a part looks on one type.</summary>
public static class ContentTypePartExtensions
{
    /// <summary>The name shown: that of the part on this type, else that of the part, else its plain name.</summary>
    public static string DisplayName(this ContentTypePartDefinition typePart) =>
        typePart.GetSettings<ContentTypePartSettings>().DisplayName is { Length: > 0 } name ? name
        : typePart.IsNamedPart() ? typePart.Name
        : typePart.PartDefinition.DisplayName();

    public static string? Description(this ContentTypePartDefinition typePart) =>
        typePart.GetSettings<ContentTypePartSettings>().Description is { Length: > 0 } description ? description : typePart.PartDefinition.Description();

    public static string? Editor(this ContentTypePartDefinition typePart) => typePart.GetSettings<ContentTypePartSettings>().Editor;

    public static string? DisplayMode(this ContentTypePartDefinition typePart) => typePart.GetSettings<ContentTypePartSettings>().DisplayMode;

    /// <summary>Whether the part goes by a name of its own on this type.</summary>
    public static bool IsNamedPart(this ContentTypePartDefinition typePart) =>
        typePart.PartDefinition.IsReusable() && typePart.PartDefinition.Name != typePart.Name;
}

/// <summary>Reads how a field looks.</summary>
public static class ContentPartFieldSettingsExtensions
{
    public static string DisplayName(this ContentPartFieldDefinition partField) =>
        partField.GetSettings<ContentPartFieldSettings>().DisplayName is { Length: > 0 } name ? name : partField.Name;

    public static string? Description(this ContentPartFieldDefinition partField) => partField.GetSettings<ContentPartFieldSettings>().Description;

    public static string? Editor(this ContentPartFieldDefinition partField) => partField.GetSettings<ContentPartFieldSettings>().Editor;

    public static string? DisplayMode(this ContentPartFieldDefinition partField) => partField.GetSettings<ContentPartFieldSettings>().DisplayMode;
}

/// <summary>Finds the fields of an item that belong to definitions.</summary>
public static class ContentPartFieldDefinitionExtensions
{
    /// <summary>Whether the field's part goes by a name of its own on the type.</summary>
    public static bool IsNamedPart(this ContentPartFieldDefinition fieldDefinition) => fieldDefinition.ContentTypePartDefinition?.IsNamedPart() == true;

    public static TField? GetContentField<TField>(this ContentPartFieldDefinition fieldDefinition, ContentItem contentItem) where TField : ContentField =>
        contentItem.Get<ContentPart>(fieldDefinition.ContentTypePartDefinition?.Name ?? fieldDefinition.PartDefinition.Name)?.Get<TField>(fieldDefinition.Name);

    public static IEnumerable<(ContentPartFieldDefinition Definition, TField Field)> GetContentFields<TField>(
        this IEnumerable<ContentPartFieldDefinition> fieldDefinitions,
        ContentItem contentItem) where TField : ContentField
    {
        foreach (var definition in fieldDefinitions)
        {
            if (definition.GetContentField<TField>(contentItem) is { } field) yield return (definition, field);
        }
    }
}
