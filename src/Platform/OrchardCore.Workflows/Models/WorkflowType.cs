using System.Text.Json;
using System.Text.Json.Serialization;
using OrchardCore.Entities;

namespace OrchardCore.Workflows.Models;

/// <summary>What a workflow consists of. Stored as a document; properties that are not known here are kept as they came.</summary>
public class WorkflowType : Entity
{
    public long Id { get; set; }

    /// <summary>The id that stays the same from site to site.</summary>
    public string WorkflowTypeId { get; set; }

    public string Name { get; set; }

    /// <summary>Whether events start it; instances that wait already go on either way.</summary>
    public bool IsEnabled { get; set; }

    /// <summary>Whether at most one instance may wait at a time.</summary>
    public bool IsSingleton { get; set; }

    /// <summary>Milliseconds to wait for the lock of an instance; 0 for the engine's own measure.</summary>
    public int LockTimeout { get; set; }

    /// <summary>Milliseconds after which the lock of an instance is given up; 0 for the engine's own measure.</summary>
    public int LockExpiration { get; set; }

    /// <summary>Whether an instance that has ended well is forgotten.</summary>
    public bool DeleteFinishedWorkflows { get; set; }

    public IList<ActivityRecord> Activities { get; set; } = [];

    public IList<Transition> Transitions { get; set; } = [];

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement> Others { get; set; }
}

/// <summary>An activity as it is stored in a workflow type.</summary>
public class ActivityRecord : Entity
{
    /// <summary>Unique in its workflow type.</summary>
    public string ActivityId { get; set; }

    /// <summary>The kind of activity.</summary>
    public string Name { get; set; }

    /// <summary>Where it is drawn, in pixels from the left.</summary>
    public int X { get; set; }

    /// <summary>Where it is drawn, in pixels from the top.</summary>
    public int Y { get; set; }

    public bool IsStart { get; set; }

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement> Others { get; set; }
}

/// <summary>What is kept of an activity beside its own properties.</summary>
public class ActivityMetadata
{
    /// <summary>The name that its author gave to it.</summary>
    public string Title { get; set; }
}

/// <summary>An arrow from an activity's exit to the next activity.</summary>
public class Transition
{
    public int Id { get; set; }

    public string SourceActivityId { get; set; }

    public string SourceOutcomeName { get; set; }

    public string DestinationActivityId { get; set; }

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement> Others { get; set; }
}
