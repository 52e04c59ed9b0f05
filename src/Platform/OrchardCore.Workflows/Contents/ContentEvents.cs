namespace OrchardCore.ContentManagement.Workflows;

/// <summary>What a content event brings beside the item.</summary>
public class ContentEventContext
{
    /// <summary>The name of the event.</summary>
    public string Name { get; set; }

    public string ContentType { get; set; }

    public string ContentItemId { get; set; }

    public string ContentItemVersionId { get; set; }

    public bool IsStart { get; set; }
}

/// <summary>Keys of a workflow's input.</summary>
public static class ContentEventConstants
{
    public const string ContentItemInputKey = "ContentItem";
    public const string ContentEventInputKey = "ContentEvent";
    public const string UserActionInputKey = "UserAction";
}
