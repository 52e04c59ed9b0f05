using System.Text.Json.Serialization;

namespace PropertySuite.Core;

/// <summary>What an entry does. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntryKind>))]
public enum EntryKind
{
    /// <summary>Money came in.</summary>
    Payment,

    /// <summary>A part of a deposit is kept.</summary>
    Deduction,

    /// <summary>Money goes back.</summary>
    Refund,

    /// <summary>Another entry is taken back.</summary>
    Reversal,
}

/// <summary>How money changes hands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentMethod>))]
public enum PaymentMethod
{
    Cash,
    Card,
    Transfer,
    DirectDebit,
    Cheque,
}

/// <summary>One line of what became of a demand. Written once, never changed.</summary>
public sealed record MoneyEntry
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Id in addresses.</summary>
    public string EntryId { get; init; } = "";

    /// <summary>Key of what was done: the same key does it once.</summary>
    public string Key { get; init; } = "";

    /// <summary>The demand.</summary>
    public string DemandId { get; init; } = "";

    /// <summary>Content item id of the record.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>What it does.</summary>
    public EntryKind Kind { get; init; }

    /// <summary>How much; more than 0.</summary>
    public decimal Amount { get; init; }

    /// <summary>Currency.</summary>
    public string Currency { get; init; } = "";

    /// <summary>How it changed hands; null where no money did.</summary>
    public PaymentMethod? Method { get; init; }

    /// <summary>Number of the transfer or of the card's slip; null for none.</summary>
    public string? Reference { get; init; }

    /// <summary>Who paid or was paid; null where nobody was.</summary>
    public string? PartyName { get; init; }

    /// <summary>Day on which the money changed hands, where it was not the day of the entry.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Why; null where nothing was asked.</summary>
    public string? Reason { get; init; }

    /// <summary>Entry that is taken back; null for none.</summary>
    public string? Reverses { get; init; }

    /// <summary>When it was entered, UTC.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>User id of who entered it.</summary>
    public string ById { get; init; } = "";

    /// <summary>Name of who entered it, as it was then.</summary>
    public string ByName { get; init; } = "";
}
