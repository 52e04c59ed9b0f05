namespace PropertySuite.Core;

/// <summary>One line of a record's history. Written once, never changed.</summary>
public sealed class HistoryEntry
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Content item id of the record.</summary>
    public string RecordId { get; set; } = "";

    /// <summary>Kind of record, such as <c>VIS</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>User id of who acted, or <c>clock</c>.</summary>
    public string ById { get; set; } = "";

    /// <summary>Name of who acted, as it was then.</summary>
    public string ByName { get; set; } = "";

    /// <summary>Id of the verb.</summary>
    public string Verb { get; set; } = "";

    /// <summary>State that was left; null when the record came into being.</summary>
    public string? From { get; set; }

    /// <summary>State that was reached.</summary>
    public string To { get; set; } = "";

    /// <summary>Why; null when nothing was asked.</summary>
    public string? Why { get; set; }

    /// <summary>Gate, desk or other place; null when unknown.</summary>
    public string? Place { get; set; }

    /// <summary>Device; null when unknown.</summary>
    public string? Device { get; set; }

    /// <summary>What a step becomes.</summary>
    public static HistoryEntry Of(string kind, string recordId, Step step) => new()
    {
        RecordId = recordId,
        Kind = kind,
        AtUtc = step.AtUtc,
        ById = step.By.Id,
        ByName = step.By.Name,
        Verb = step.Verb,
        From = step.From,
        To = step.To,
        Why = step.Reason,
        Place = step.By.Place,
        Device = step.By.Device,
    };
}
