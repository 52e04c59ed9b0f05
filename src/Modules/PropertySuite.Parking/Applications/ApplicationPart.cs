using System.Globalization;
using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using PropertySuite.Core.Queues;

namespace PropertySuite.Parking;

/// <summary>What is wished.</summary>
/// <param name="AreaId">Only in this area; null for any.</param>
/// <param name="AreaCode">Code of that area.</param>
/// <param name="Kind">Kind of space.</param>
/// <param name="Accessible">A space for people with reduced mobility is needed.</param>
/// <param name="Charger">A charging point is needed.</param>
/// <param name="From">From when.</param>
/// <param name="Months">For how long.</param>
public sealed record ParkingWish(string? AreaId, string? AreaCode, SpaceKind Kind, bool Accessible, bool Charger, DateOnly From, int Months)
{
    /// <summary>Whether a space is what is wished. Who needs no accessible space gets none.</summary>
    public bool Fits(string areaId, SpaceKind kind, bool accessible, bool charger) =>
        kind == Kind && (AreaId is null || AreaId == areaId) && accessible == Accessible && (charger || !Charger);
}

/// <summary>A space that is held for an application.</summary>
/// <param name="AnswerBeforeUtc">Until when it is held without an answer, UTC.</param>
public sealed record SpaceOffer(string SpaceId, string SpaceCode, Period Period, decimal Monthly, DateTime AnswerBeforeUtc);

/// <summary>An application for a space (PRK-04).</summary>
public sealed class ApplicationPart : ContentPart, IQueued
{
    /// <summary>Offers that may pass without an answer, or be declined, before the application goes to the end of the list.</summary>
    public const int MissesBeforeEnd = 2;

    [JsonInclude] public string Number { get; private set; } = "";

    [JsonInclude] public ApplicationState State { get; internal set; }

    /// <summary>For whom.</summary>
    [JsonInclude] public Holder Holder { get; private set; } = new("", "", null, null);

    [JsonInclude] public string VehicleId { get; private set; } = "";

    /// <summary>Plate as it is written.</summary>
    [JsonInclude] public string Plate { get; private set; } = "";

    [JsonInclude] public ParkingWish Wish { get; private set; } = new(null, null, SpaceKind.Car, false, false, default, 12);

    /// <summary>Whether the unit had no space when it applied: its first car comes before the second one of others.</summary>
    [JsonInclude] public bool IsFirst { get; private set; }

    /// <summary>When it applied, UTC: the date that the rank counts from.</summary>
    [JsonInclude] public DateTime AppliedAtUtc { get; private set; }

    /// <summary>Offers that passed without an answer or were declined.</summary>
    [JsonInclude] public int Misses { get; private set; }

    /// <summary>The space that is held; null while none is.</summary>
    [JsonInclude] public SpaceOffer? Offer { get; private set; }

    /// <summary>Until when the first rent is to be paid, UTC; null until the offer has been accepted.</summary>
    [JsonInclude] public DateTime? PayBeforeUtc { get; private set; }

    /// <summary>The lease that came of it; null until then.</summary>
    [JsonInclude] public string? LeaseId { get; private set; }

    /// <summary>The space that the application holds at this time.</summary>
    [JsonIgnore]
    public HeldRight? Held => Offer is { } offer && State is ApplicationState.Offered or ApplicationState.AwaitingPayment or ApplicationState.ContractToSign
        ? new HeldRight(Offer.SpaceId, Offer.Period, "offer", Number, Holder.UnitId, Holder.UnitCode, VehicleId)
        : null;

    /// <summary>When the clock acts next, UTC; null when it does not.</summary>
    [JsonIgnore]
    public DateTime? DueAtUtc => State switch
    {
        ApplicationState.Offered => Offer?.AnswerBeforeUtc,
        ApplicationState.AwaitingPayment => PayBeforeUtc,
        _ => null,
    };

    /// <summary>The rank as a text that sorts (PRK-07): who let two offers pass comes last; then accessible need, first car of the unit, date.</summary>
    [JsonIgnore]
    public string RankKey => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Misses >= MissesBeforeEnd ? Misses : 0):00}{(Wish.Accessible ? 0 : 1)}{(IsFirst ? 0 : 1)}{AppliedAtUtc:yyyyMMddHHmmssfff}");

    /// <summary>Its place in the desk's queue while the desk has to act.</summary>
    [JsonIgnore]
    public QueueEntry? Queued => State is ApplicationState.Submitted or ApplicationState.Verified or ApplicationState.ContractToSign
        ? new QueueEntry(Number, $"{Holder.UnitCode} · {Plate}", State.ToString(), null) { Team = "Desk", UnitId = Holder.UnitId, UnitCode = Holder.UnitCode }
        : null;

    /// <summary>Applies.</summary>
    public Step Apply(Actor by, DateTime atUtc, Holder holder, string vehicleId, string plate, ParkingWish wish, bool isFirst)
    {
        if (wish.Months is < 1 or > 12) throw ParkingRefusals.MonthsWrong.At("Months");
        (Holder, VehicleId, Plate, Wish, IsFirst, AppliedAtUtc) = (holder, vehicleId, plate, wish, isFirst, atUtc);
        return ApplicationLifecycle.Table.Begin(this, ApplicationVerbs.Apply, by, atUtc);
    }

    /// <summary>Holds a space for the applicant until an answer comes or its time is over.</summary>
    public Step Propose(Actor by, DateTime atUtc, SpaceOffer offer)
    {
        var before = Offer;
        Offer = offer;
        try
        {
            return ApplicationLifecycle.Table.Take(this, ApplicationVerbs.Offer, by, atUtc);
        }
        catch (RefusedException)
        {
            Offer = before;
            throw;
        }
    }

    /// <summary>Accepts the space; the first rent is due.</summary>
    public Step Accept(Actor by, DateTime atUtc, TimeSpan toPay)
    {
        var step = ApplicationLifecycle.Table.Take(this, ApplicationVerbs.Accept, by, atUtc);
        PayBeforeUtc = atUtc + toPay;
        return step;
    }

    /// <summary>Declines the space, or lets it pass.</summary>
    public Step Miss(Verb verb, Actor by, DateTime atUtc)
    {
        var step = ApplicationLifecycle.Table.Take(this, verb, by, atUtc);
        Misses++;
        Offer = null;
        return step;
    }

    /// <summary>The contract is signed: the application gives the space up, and the lease takes it.</summary>
    public Step Sign(Actor by, DateTime atUtc) => ApplicationLifecycle.Table.Take(this, ApplicationVerbs.Sign, by, atUtc);

    /// <summary>The lease that came of it.</summary>
    internal void Became(string leaseId) => LeaseId = leaseId;

    /// <summary>Takes a step that changes nothing else.</summary>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason = null) => ApplicationLifecycle.Table.Take(this, verb, by, atUtc, reason);

    /// <summary>Another plate stands for the same vehicle.</summary>
    internal void Drive(string vehicleId, string plate) => (VehicleId, Plate) = (vehicleId, plate);

    internal void Numbered(string number) => Number = Number.Length == 0 ? number : throw new InvalidOperationException("A record keeps its number.");
}
