using System.Text.Json.Serialization;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>Shelf of a house document. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentCategory>))]
public enum DocumentCategory
{
    Rules,
    Manual,
    Form,
    Minutes,
    Other,
}

/// <summary>A version of a house document (DOC-01).</summary>
/// <param name="Number">From 1, for each language.</param>
/// <param name="AttachmentId">Its file.</param>
/// <param name="Language">Language of the file.</param>
/// <param name="EffectiveFrom">First day on which it holds, in the community's calendar.</param>
/// <param name="Changes">What is new, for the office; null for nothing said.</param>
/// <param name="AddedAtUtc">When it was added, UTC.</param>
/// <param name="AddedByName">By whom.</param>
public sealed record DocumentVersion(int Number, string AttachmentId, string Language, DateOnly EffectiveFrom, string? Changes, DateTime AddedAtUtc, string AddedByName);

/// <summary>A house document: rules, a manual, a form (DOC-01, DOC-05). Its text says in short what stands in it.</summary>
public sealed class HouseDocumentPart : PublicationPart
{
    /// <summary>Its shelf.</summary>
    [JsonInclude] public DocumentCategory Category { get; internal set; }

    /// <summary>Its versions, the oldest first; none is ever taken away.</summary>
    [JsonInclude] public List<DocumentVersion> Versions { get; internal set; } = [];

    /// <inheritdoc/>
    [JsonIgnore] public override string Kind => DocumentTypes.DocumentKind;

    /// <summary>Says where it stands.</summary>
    public void Place(DocumentCategory category) => Category = category;

    /// <summary>Adds a version.</summary>
    public Step Add(string attachmentId, string language, DateOnly effectiveFrom, string? changes, Actor by, DateTime atUtc)
    {
        var number = Versions.Count(version => version.Language == language) + 1;
        Versions.Add(new DocumentVersion(number, attachmentId, language, effectiveFrom, changes, atUtc, by.Name));
        return PublicationLifecycle.Table.Note(this, PublicationVerbs.AddVersion, by, atUtc, changes);
    }

    /// <summary>The versions that hold on a day, one for each language.</summary>
    public IReadOnlyList<DocumentVersion> On(DateOnly day) => Latest(version => version.EffectiveFrom <= day);

    /// <summary>The versions that will hold, announced before their day.</summary>
    public IReadOnlyList<DocumentVersion> After(DateOnly day) => Latest(version => version.EffectiveFrom > day);

    private List<DocumentVersion> Latest(Func<DocumentVersion, bool> which) =>
        [.. Versions.Where(which).GroupBy(version => version.Language, StringComparer.Ordinal).Select(same => same.OrderBy(version => version.EffectiveFrom).ThenBy(version => version.Number).Last()).OrderBy(version => version.AddedAtUtc)];
}

/// <summary>Words of shelves.</summary>
public static class DocumentCategories
{
    /// <summary>English name, translated in the context of <see cref="PublicationLifecycle"/>.</summary>
    public static string Name(DocumentCategory category) => category switch
    {
        DocumentCategory.Rules => "Rules",
        DocumentCategory.Manual => "Manuals",
        DocumentCategory.Form => "Forms",
        DocumentCategory.Minutes => "Minutes and decisions",
        DocumentCategory.Other => "Other documents",
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };
}
