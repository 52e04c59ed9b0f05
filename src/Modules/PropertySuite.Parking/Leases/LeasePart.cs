using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>What was agreed.</summary>
/// <param name="Monthly">Rent of a month, in the community's currency.</param>
public sealed record LeaseTerms(string SpaceId, string SpaceCode, string AreaCode, Period Period, decimal Monthly);

/// <summary>A lease of a space for days of the community (PRK-09 to 11).</summary>
public sealed class LeasePart : ContentPart
{
    /// <summary>Days before the end at which the tenant is told.</summary>
    public static readonly IReadOnlyList<int> NoticeDays = [30, 15, 3];

    [JsonInclude] public string Number { get; private set; } = "";

    [JsonInclude] public LeaseState State { get; internal set; }

    [JsonInclude] public Holder Holder { get; private set; } = new("", "", null, null);

    [JsonInclude] public string VehicleId { get; private set; } = "";

    /// <summary>Plate as it is written.</summary>
    [JsonInclude] public string Plate { get; private set; } = "";

    [JsonInclude] public LeaseTerms Terms { get; private set; } = new("", "", "", new(default, default), 0);

    /// <summary>Application that it came from; null for leases that were there before.</summary>
    [JsonInclude] public string? ApplicationId { get; private set; }

    /// <summary>Days of grace after the last day.</summary>
    [JsonInclude] public int GraceDays { get; private set; }

    /// <summary>Notices of the end that were given.</summary>
    [JsonInclude] public int Notices { get; private set; }

    /// <summary>First day after the grace; null while none runs.</summary>
    [JsonIgnore] public DateOnly GraceUntil => Terms.Period.Until.AddDays(GraceDays);

    /// <summary>The space that the lease holds at this time; with its days of grace once they run.</summary>
    [JsonIgnore]
    public HeldRight? Held => State == LeaseState.Released || Terms.SpaceId.Length == 0
        ? null
        : new HeldRight(Terms.SpaceId, State == LeaseState.Grace ? Terms.Period with { Until = GraceUntil } : Terms.Period, "lease", Number, Holder.UnitId, Holder.UnitCode, VehicleId);

    /// <summary>The day on which the clock acts next; null when it does not.</summary>
    [JsonIgnore]
    public DateOnly? DueOn => State switch
    {
        LeaseState.Reserved => Terms.Period.From,
        LeaseState.Active or LeaseState.Expiring => Notices < NoticeDays.Count ? Terms.Period.Until.AddDays(-NoticeDays[Notices]) : Terms.Period.Until,
        LeaseState.Ending => Terms.Period.Until,
        LeaseState.Grace => GraceUntil,
        _ => null,
    };

    /// <summary>Whether the plate may stand in the space on a day.</summary>
    public bool HoldsOn(DateOnly day) => Held?.Period.Holds(day) == true;

    /// <summary>Begins a lease, or reserves the space when its first day is to come.</summary>
    public Step Begin(Actor by, DateTime atUtc, DateOnly today, LeaseTerms terms, Holder holder, string vehicleId, string plate, int graceDays, string? applicationId = null)
    {
        if (terms.Period.Days < Occupancy.LeastDays) throw ParkingRefusals.TooShort.At("Until", Occupancy.LeastDays);
        (Terms, Holder, VehicleId, Plate, GraceDays, ApplicationId) = (terms, holder, vehicleId, plate, graceDays, applicationId);
        return LeaseLifecycle.Table.Begin(this, terms.Period.From > today ? LeaseVerbs.Reserve : LeaseVerbs.Begin, by, atUtc);
    }

    /// <summary>Renews it from its last day on, at the price of that day.</summary>
    public Step Renew(Actor by, DateTime atUtc, int months, decimal monthly)
    {
        if (months is < 1 or > 12) throw ParkingRefusals.MonthsWrong.At("Months");
        var step = LeaseLifecycle.Table.Take(this, LeaseVerbs.Renew, by, atUtc);
        Terms = Terms with { Period = Terms.Period.Longer(months), Monthly = monthly };
        Notices = 0;
        return step;
    }

    /// <summary>Ends it early, after a last day from today on.</summary>
    public Step Terminate(Actor by, DateTime atUtc, DateOnly today, DateOnly last, string? reason)
    {
        if (last < today || last < Terms.Period.From || last >= Terms.Period.Last) throw ParkingRefusals.LastDayWrong.At("Last", ListDay.Show(Terms.Period.Last));
        var step = LeaseLifecycle.Table.Take(this, LeaseVerbs.Terminate, by, atUtc, reason);
        Terms = Terms with { Period = Terms.Period.EndingAfter(last) };
        return step;
    }

    /// <summary>Gives the space back before the grace is over.</summary>
    public Step Release(Actor by, DateTime atUtc) => LeaseLifecycle.Table.Take(this, LeaseVerbs.Release, by, atUtc);

    /// <summary>Another plate stands for the same vehicle.</summary>
    public Step ChangePlate(Actor by, DateTime atUtc, string vehicleId, string plate)
    {
        (VehicleId, Plate) = (vehicleId, plate);
        return LeaseLifecycle.Table.Note(this, LeaseVerbs.ChangePlate, by, atUtc, plate);
    }

    /// <summary>What a day brings about: the first day, notices, the end, the end of the grace. Can be repeated; who slept through a notice gives the last one only.</summary>
    /// <param name="today">Day of the community.</param>
    /// <param name="atUtc">Now, UTC.</param>
    /// <param name="isPromised">Whether somebody else has a right to the space on the days of grace: then there is none.</param>
    public IReadOnlyList<Step> Tick(DateOnly today, DateTime atUtc, bool isPromised)
    {
        var steps = new List<Step>();
        if (State == LeaseState.Reserved && today >= Terms.Period.From)
        {
            steps.Add(Take(LeaseVerbs.MoveIn, atUtc));
        }

        if (State is LeaseState.Active or LeaseState.Expiring && today < Terms.Period.Until)
        {
            var reached = NoticeDays.Count(days => today >= Terms.Period.Until.AddDays(-days));
            if (reached > Notices)
            {
                Notices = reached;
                steps.Add(State == LeaseState.Active ? Take(LeaseVerbs.Warn, atUtc) : LeaseLifecycle.Table.Note(this, LeaseVerbs.Remind, Actor.Clock, atUtc));
            }
        }

        if (State is LeaseState.Active or LeaseState.Expiring && today >= Terms.Period.Until)
        {
            steps.Add(Take(isPromised || GraceDays == 0 ? LeaseVerbs.Release : LeaseVerbs.Expire, atUtc));
        }

        if ((State == LeaseState.Grace && today >= GraceUntil) || (State == LeaseState.Ending && today >= Terms.Period.Until))
        {
            steps.Add(Take(LeaseVerbs.Release, atUtc));
        }

        return steps;
    }

    internal void Numbered(string number) => Number = Number.Length == 0 ? number : throw new InvalidOperationException("A record keeps its number.");

    private Step Take(Verb verb, DateTime atUtc) => LeaseLifecycle.Table.Take(this, verb, Actor.Clock, atUtc);
}
