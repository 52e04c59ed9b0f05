using System.Text.Json.Serialization;

namespace PropertySuite.Core;

/// <summary>What kind of sum is demanded. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DemandKind>))]
public enum DemandKind
{
    /// <summary>Paid for a service: income.</summary>
    Fee,

    /// <summary>Held for the payer and given back: a liability, never income until it is deducted.</summary>
    Deposit,

    /// <summary>Paid for a violation.</summary>
    Fine,

    /// <summary>Paid for the use of something for a time.</summary>
    Rent,
}

/// <summary>A sum that somebody is asked for.</summary>
public sealed record MoneyAsk
{
    /// <summary>Key of the demand: the same key demands once, such as <c>DEC:{record}:deposit</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Kind of the record, as in its number: <c>DEC</c>.</summary>
    public required string RecordKind { get; init; }

    /// <summary>Content item id of the record.</summary>
    public required string RecordId { get; init; }

    /// <summary>Number of the record, as people read it.</summary>
    public required string RecordNumber { get; init; }

    /// <summary>Unit that it concerns; null for none.</summary>
    public string? UnitId { get; init; }

    /// <summary>Its code, for lists.</summary>
    public string? UnitCode { get; init; }

    /// <summary>Person of the register who owes it; null for somebody else.</summary>
    public string? PersonId { get; init; }

    /// <summary>Who owes it, as on the receipt.</summary>
    public required string PayerName { get; init; }

    /// <summary>What kind of sum.</summary>
    public required DemandKind Kind { get; init; }

    /// <summary>What it is for.</summary>
    public required Wording Purpose { get; init; }

    /// <summary>How much, in the community's currency; more than 0.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Day by which it is to be paid; null for no day.</summary>
    public DateOnly? DueOn { get; init; }
}

/// <summary>
/// A sum that was demanded, and what became of it: paid in one or several payments, deducted from when it is a deposit, refunded. Its
/// entries stand beside it and are never changed; a mistake is reversed by another entry.
/// </summary>
public sealed class Demand
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Version of the document.</summary>
    public long Version { get; set; }

    /// <summary>Id in addresses.</summary>
    [JsonInclude] public string DemandId { get; private set; } = "";

    /// <summary>What was asked.</summary>
    [JsonInclude] public MoneyAsk Ask { get; private set; } = default!;

    /// <summary>Currency of all its sums.</summary>
    [JsonInclude] public string Currency { get; private set; } = "";

    /// <summary>When it was demanded, UTC.</summary>
    [JsonInclude] public DateTime AtUtc { get; private set; }

    /// <summary>Name of who demanded it, as it was then.</summary>
    [JsonInclude] public string ByName { get; private set; } = "";

    /// <summary>What has been paid, without reversed payments.</summary>
    [JsonInclude] public decimal Paid { get; private set; }

    /// <summary>What has been kept of a deposit.</summary>
    [JsonInclude] public decimal Deducted { get; private set; }

    /// <summary>What has been given back.</summary>
    [JsonInclude] public decimal Refunded { get; private set; }

    /// <summary>Who paid how much, without reversed payments.</summary>
    [JsonInclude] public IReadOnlyList<PaidShare> Payers { get; private set; } = [];

    /// <summary>Why nothing more is demanded; null while it is.</summary>
    [JsonInclude] public string? CancelledWhy { get; private set; }

    /// <summary>Whether nothing more is demanded.</summary>
    [JsonIgnore] public bool IsCancelled => CancelledWhy is not null;

    /// <summary>What is still to be paid.</summary>
    [JsonIgnore] public decimal Open => IsCancelled ? 0 : Ask.Amount - Paid;

    /// <summary>What was paid and neither kept nor given back: of a deposit, what is held for the payer.</summary>
    [JsonIgnore] public decimal Held => Paid - Deducted - Refunded;

    /// <summary>A sum of this demand's currency, for the reader.</summary>
    public Money Of(decimal amount) => new(amount, Currency);

    /// <summary>Demands a sum.</summary>
    /// <exception cref="RefusedException">The amount is nothing, or finer than the currency.</exception>
    public static Demand Make(string id, MoneyAsk ask, string currency, Actor by, DateTime atUtc)
    {
        CheckAmount(ask.Amount, currency);
        return new Demand { DemandId = id, Ask = ask with { PayerName = ask.PayerName.Trim() }, Currency = currency, AtUtc = atUtc, ByName = by.Name };
    }

    /// <summary>Takes a payment.</summary>
    /// <exception cref="RefusedException">More than is open, or nobody named.</exception>
    public MoneyEntry Pay(string entryId, string key, decimal amount, PaymentMethod method, string? reference, string payerName, DateOnly? on, Actor by, DateTime atUtc)
    {
        CheckAmount(amount, Currency);
        if (string.IsNullOrWhiteSpace(payerName)) throw MoneyRefusals.PayerMissing.At("PayerName");
        if (amount > Open) throw Open == 0 ? MoneyRefusals.NothingOpen.At("Amount") : MoneyRefusals.MoreThanOpen.At("Amount", Of(Open).ToString());

        Paid += amount;
        Share(payerName.Trim(), amount);
        return Enter(entryId, key, EntryKind.Payment, amount, by, atUtc) with { Method = method, Reference = Clean(reference), PartyName = payerName.Trim(), On = on };
    }

    /// <summary>Keeps a part of a deposit.</summary>
    /// <exception cref="RefusedException">It is no deposit, more than is held, or without a reason.</exception>
    public MoneyEntry Deduct(string entryId, string key, decimal amount, string reason, Actor by, DateTime atUtc)
    {
        CheckAmount(amount, Currency);
        if (Ask.Kind != DemandKind.Deposit) throw MoneyRefusals.NoDeposit.With();
        if (string.IsNullOrWhiteSpace(reason)) throw LifecycleRefusals.ReasonMissing.At("Reason");
        if (amount > Held) throw MoneyRefusals.MoreThanHeld.At("Amount", Of(Held).ToString());

        Deducted += amount;
        return Enter(entryId, key, EntryKind.Deduction, amount, by, atUtc) with { Reason = reason.Trim() };
    }

    /// <summary>Gives back.</summary>
    /// <exception cref="RefusedException">More than was paid and neither kept nor given back, or to somebody who did not pay.</exception>
    public MoneyEntry Refund(string entryId, string key, decimal amount, string payeeName, PaymentMethod method, string? reference, Actor by, DateTime atUtc)
    {
        CheckAmount(amount, Currency);
        if (amount > Held) throw MoneyRefusals.MoreThanHeld.At("Amount", Of(Held).ToString());
        if (!Payers.Any(share => IsSame(share.Name, payeeName))) throw MoneyRefusals.DidNotPay.At("PayeeName");

        Refunded += amount;
        return Enter(entryId, key, EntryKind.Refund, amount, by, atUtc) with { Method = method, Reference = Clean(reference), PartyName = payeeName.Trim() };
    }

    /// <summary>Takes an entry back by another one.</summary>
    /// <exception cref="RefusedException">It is a reversal itself, without a reason, or what was paid has been kept or given back since.</exception>
    public MoneyEntry Reverse(string entryId, MoneyEntry entry, string reason, Actor by, DateTime atUtc)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw LifecycleRefusals.ReasonMissing.At("Reason");
        switch (entry.Kind)
        {
            case EntryKind.Payment when entry.Amount > Held:
                throw MoneyRefusals.UsedSince.With();
            case EntryKind.Payment:
                Paid -= entry.Amount;
                Share(entry.PartyName ?? "", -entry.Amount);
                break;
            case EntryKind.Deduction:
                Deducted -= entry.Amount;
                break;
            case EntryKind.Refund:
                Refunded -= entry.Amount;
                break;
            default:
                throw MoneyRefusals.IsReversal.With();
        }

        return Enter(entryId, "reverse:" + entry.EntryId, EntryKind.Reversal, entry.Amount, by, atUtc) with { Reverses = entry.EntryId, Reason = reason.Trim(), PartyName = entry.PartyName };
    }

    /// <summary>Demands nothing more; what was paid stays to be given back.</summary>
    /// <exception cref="RefusedException">Without a reason.</exception>
    public void Cancel(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw LifecycleRefusals.ReasonMissing.At("Reason");
        CancelledWhy ??= reason.Trim();
    }

    private MoneyEntry Enter(string entryId, string key, EntryKind kind, decimal amount, Actor by, DateTime atUtc) => new()
    {
        EntryId = entryId,
        Key = key,
        DemandId = DemandId,
        RecordId = Ask.RecordId,
        Kind = kind,
        Amount = amount,
        Currency = Currency,
        AtUtc = atUtc,
        ById = by.Id,
        ByName = by.Name,
    };

    private void Share(string name, decimal amount)
    {
        var paid = Payers.Where(share => IsSame(share.Name, name)).Sum(share => share.Amount) + amount;
        Payers = [.. Payers.Where(share => !IsSame(share.Name, name)), .. paid > 0 ? [new PaidShare(name, paid)] : Array.Empty<PaidShare>()];
    }

    private static void CheckAmount(decimal amount, string currency)
    {
        if (amount <= 0 || amount > 10_000_000) throw MoneyRefusals.AmountWrong.At("Amount");
        if (!Money.IsWhole(amount, currency)) throw MoneyRefusals.TooFine.At("Amount");
    }

    private static bool IsSame(string name, string other) => SearchText.Fold(name) == SearchText.Fold(other);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What somebody paid of a demand.</summary>
public sealed record PaidShare(string Name, decimal Amount);
