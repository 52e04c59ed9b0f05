namespace OrchardCore.ContentManagement;

/// <summary>Which version of an item is meant.</summary>
public record VersionOptions
{
    /// <summary>The newest version, draft or published.</summary>
    public static readonly VersionOptions Latest = new() { IsLatest = true };

    /// <summary>The version that the public sees.</summary>
    public static readonly VersionOptions Published = new() { IsPublished = true };

    /// <summary>The newest version, if it is a draft.</summary>
    public static readonly VersionOptions Draft = new() { IsDraft = true };

    /// <summary>A draft to work on: the one there is, or a new version made from the published one.</summary>
    public static readonly VersionOptions DraftRequired = new() { IsDraft = true, IsDraftRequired = true };

    public bool IsLatest { get; private set; }

    public bool IsPublished { get; private set; }

    public bool IsDraft { get; private set; }

    public bool IsDraftRequired { get; private set; }
}
