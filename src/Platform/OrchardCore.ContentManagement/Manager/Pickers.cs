using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement;

/// <summary>Finds the items that a picker offers.</summary>
public interface IContentPickerResultProvider
{
    /// <summary>The name of the picker's editor that this provider serves; <c>Default</c> for the ordinary one.</summary>
    string Name { get; }

    Task<IEnumerable<ContentPickerResult>> Search(ContentPickerSearchContext searchContext);
}

/// <summary>What a picker looks for.</summary>
public class ContentPickerSearchContext
{
    /// <summary>What was typed; null or empty for the first items.</summary>
    public string? Query { get; set; }

    public bool DisplayAllContentTypes { get; set; }

    public IEnumerable<string> ContentTypes { get; set; } = [];

    public ContentPartFieldDefinition? PartFieldDefinition { get; set; }
}

/// <summary>An item that a picker offers.</summary>
public class ContentPickerResult
{
    public string? DisplayText { get; set; }

    public string ContentItemId { get; set; } = "";

    public bool HasPublished { get; set; }
}

/// <summary>Finds the users that a picker offers.</summary>
public interface IUserPickerResultProvider
{
    string Name { get; }

    Task<IEnumerable<UserPickerResult>> Search(UserPickerSearchContext searchContext);
}

/// <summary>What a picker of users looks for.</summary>
public class UserPickerSearchContext
{
    public string? Query { get; set; }

    public bool DisplayAllUsers { get; set; }

    public IEnumerable<string> Roles { get; set; } = [];

    public ContentPartFieldDefinition? PartFieldDefinition { get; set; }
}

/// <summary>A user that a picker offers.</summary>
public class UserPickerResult
{
    public string? DisplayText { get; set; }

    public string UserId { get; set; } = "";

    public bool IsEnabled { get; set; }
}
