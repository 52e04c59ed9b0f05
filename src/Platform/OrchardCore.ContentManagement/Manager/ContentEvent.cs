namespace PropertySuite.Platform.Content;

/// <summary>What happens to items; each is a method of the handlers, with <c>Async</c> at its end.</summary>
internal enum ContentEvent
{
    Activating, Activated,
    Initializing, Initialized,
    Creating, Created,
    Loading, Loaded,
    Importing, Imported,
    Updating, Updated,
    Validating, Validated,
    Versioning, Versioned,
    DraftSaving, DraftSaved,
    Publishing, Published,
    Unpublishing, Unpublished,
    Removing, Removed,
    Cloning, Cloned,
    GetContentItemAspect,
}
