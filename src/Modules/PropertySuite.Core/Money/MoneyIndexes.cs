using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>A demand as it is found.</summary>
public sealed class DemandIndex : MapIndex
{
    public string DemandId { get; set; } = "";

    /// <summary>Unique: a sum is demanded once.</summary>
    public string Key { get; set; } = "";

    public string RecordId { get; set; } = "";

    public string RecordNumber { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string PersonId { get; set; } = "";

    public string PayerName { get; set; } = "";

    public string Kind { get; set; } = "";

    /// <summary><c>Unpaid</c>, <c>Paid</c> or <c>Cancelled</c>.</summary>
    public string State { get; set; } = "";

    public string Currency { get; set; } = "";

    /// <summary>Sums in the currency's smallest coin.</summary>
    public long Amount { get; set; }

    public long Open { get; set; }

    public long Held { get; set; }

    /// <summary>Day of the community, midnight UTC by name only; null for no day.</summary>
    public DateTime? DueOn { get; set; }

    public DateTime AtUtc { get; set; }

    public string Search { get; set; } = "";

    /// <summary>What it is for (<see cref="Wording"/>), to be said in the reader's language.</summary>
    public string PurposeContext { get; set; } = "";

    public string PurposeText { get; set; } = "";

    /// <summary>Values of its places, a line each.</summary>
    public string PurposeArguments { get; set; } = "";

    /// <summary>What it is for.</summary>
    public Wording Purpose() => new(PurposeContext, PurposeText, PurposeArguments.Length == 0 ? [] : PurposeArguments.Split('\n'));
}

/// <summary>Maps demands to rows.</summary>
public sealed class DemandIndexProvider : IndexProvider<Demand>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<Demand> context) => context.For<DemandIndex>()
        .Map(demand => new DemandIndex
        {
            DemandId = demand.DemandId,
            Key = demand.Ask.Key,
            RecordId = demand.Ask.RecordId,
            RecordNumber = demand.Ask.RecordNumber,
            UnitCode = demand.Ask.UnitCode ?? "",
            PersonId = demand.Ask.PersonId ?? "",
            PayerName = demand.Ask.PayerName,
            Kind = demand.Ask.Kind.ToString(),
            State = MoneyTexts.Name(demand),
            Currency = demand.Currency,
            Amount = demand.Of(demand.Ask.Amount).InCoins,
            Open = demand.Of(demand.Open).InCoins,
            Held = demand.Of(demand.Held).InCoins,
            DueOn = demand.Ask.DueOn?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            AtUtc = demand.AtUtc,
            Search = SearchText.Fold(demand.Ask.RecordNumber, demand.Ask.UnitCode, demand.Ask.PayerName) is var found && found.Length > 255 ? found[..255] : found,
            PurposeContext = demand.Ask.Purpose.Context,
            PurposeText = demand.Ask.Purpose.Text,
            PurposeArguments = string.Join('\n', demand.Ask.Purpose.Arguments),
        });
}

/// <summary>An entry as it is found.</summary>
public sealed class MoneyEntryIndex : MapIndex
{
    public string EntryId { get; set; } = "";

    /// <summary>Unique: what a form did, it did once.</summary>
    public string Key { get; set; } = "";

    /// <summary>Unique: an entry is reversed once.</summary>
    public string? Reverses { get; set; }

    public string DemandId { get; set; } = "";

    public string RecordId { get; set; } = "";

    public string Kind { get; set; } = "";

    public DateTime AtUtc { get; set; }
}

/// <summary>Maps entries to rows.</summary>
public sealed class MoneyEntryIndexProvider : IndexProvider<MoneyEntry>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<MoneyEntry> context) => context.For<MoneyEntryIndex>()
        .Map(entry => new MoneyEntryIndex
        {
            EntryId = entry.EntryId,
            Key = entry.Key,
            Reverses = entry.Reverses,
            DemandId = entry.DemandId,
            RecordId = entry.RecordId,
            Kind = entry.Kind.ToString(),
            AtUtc = entry.AtUtc,
        });
}
