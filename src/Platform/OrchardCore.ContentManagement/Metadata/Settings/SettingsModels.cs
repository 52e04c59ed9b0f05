namespace OrchardCore.ContentManagement.Metadata.Settings;

/// <summary>Settings that types, parts and fields share.</summary>
public class ContentSettings
{
    /// <summary>Whether it belongs to a module, so that people cannot remove it.</summary>
    public bool IsSystemDefined { get; set; }
}

/// <summary>What can be done with the items of a type.</summary>
public class ContentTypeSettings
{
    /// <summary>Offered in the menu of new items.</summary>
    public bool Creatable { get; set; }

    /// <summary>Shown in lists.</summary>
    public bool Listable { get; set; }

    /// <summary>Can be saved without being published.</summary>
    public bool Draftable { get; set; }

    /// <summary>Each publication keeps the version before it.</summary>
    public bool Versionable { get; set; }

    /// <summary>What the items serve as, such as <c>Widget</c>; null or empty for ordinary content.</summary>
    public string? Stereotype { get; set; }

    /// <summary>Has permissions of its own.</summary>
    public bool Securable { get; set; }

    public string? Description { get; set; }
}

/// <summary>What can be done with a part.</summary>
public class ContentPartSettings
{
    /// <summary>Can be put on types by people.</summary>
    public bool Attachable { get; set; }

    /// <summary>Can be put on one type several times, under names.</summary>
    public bool Reusable { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? DefaultPosition { get; set; }
}

/// <summary>How a part looks on one type.</summary>
public class ContentTypePartSettings
{
    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Position { get; set; }

    public string? DisplayMode { get; set; }

    public string? Editor { get; set; }
}

/// <summary>How a field looks.</summary>
public class ContentPartFieldSettings
{
    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Editor { get; set; }

    public string? DisplayMode { get; set; }

    public string? Position { get; set; }
}
