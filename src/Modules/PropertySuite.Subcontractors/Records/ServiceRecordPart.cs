using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>What a company does. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Trade>))]
public enum Trade
{
    Cleaning,
    Greening,
    PestControl,
    Security,
    Lifts,
    Other,
}

/// <summary>What every record of this area has: a number, and whose it is.</summary>
public abstract class ServiceRecordPart : ContentPart
{
    /// <summary>Number of the record; given once.</summary>
    [JsonInclude] public string Number { get; protected set; } = "";

    /// <summary>Content item id of the company that it is about; empty while there is none.</summary>
    [JsonInclude] public string CompanyId { get; protected set; } = "";

    /// <summary>Name of the company as it was then.</summary>
    [JsonInclude] public string CompanyName { get; protected set; } = "";

    /// <summary>The service.</summary>
    [JsonInclude] public Trade Trade { get; protected set; }

    /// <summary>When the clock has to look at it next, UTC; null when it need not.</summary>
    [JsonInclude] public DateTime? LookUtc { get; protected set; }

    /// <summary>What keeps the company from work and pay on the day that the record was read; empty when nothing does. Never stored.</summary>
    [JsonIgnore] public IReadOnlyList<BlockReason> Blocked { get; internal set; } = [];

    /// <summary>Whether the company may be given work and pay on the day that the record was read.</summary>
    [JsonIgnore] public bool IsBlocked => Blocked.Count > 0;

    /// <summary>The row by which it is found.</summary>
    internal abstract ServiceIndex Row();

    /// <summary>What time has brought about; empty when nothing.</summary>
    internal virtual IEnumerable<Step> Tick(DateTime nowUtc, WorkingCalendar calendar) => [];

    internal void Take(string number) => Number = Number.Length == 0 ? number : throw new InvalidOperationException("A record keeps its number.");
}

/// <summary>What keeps a company from work and pay.</summary>
/// <param name="Kind">The document.</param>
/// <param name="ExpiredOn">Its last day; null when the document is missing.</param>
public sealed record BlockReason(DocumentKind Kind, DateOnly? ExpiredOn);

/// <summary>Words of this area: names of services, states and documents are translated in its context.</summary>
public sealed class ServiceTexts
{
    private ServiceTexts()
    {
    }

    /// <summary>English name of a service.</summary>
    public static string Name(Trade trade) => trade switch
    {
        Trade.Cleaning => "Cleaning",
        Trade.Greening => "Greening",
        Trade.PestControl => "Pest control",
        Trade.Security => "Security",
        Trade.Lifts => "Lifts",
        _ => "Other service",
    };

    /// <summary>English name of a document.</summary>
    public static string Name(DocumentKind kind) => kind switch
    {
        DocumentKind.Insurance => "Liability insurance",
        DocumentKind.Licence => "Licence",
        _ => "Other document",
    };

    /// <summary>Purpose of the checklists of a service.</summary>
    public static string Purpose(Trade trade) => "service." + trade.ToString().ToLowerInvariant();
}
