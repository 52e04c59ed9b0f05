using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>How strictly the watch list means it. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchLevel>))]
public enum WatchLevel
{
    /// <summary>Said to desk and gate; they decide.</summary>
    Hint,

    /// <summary>Stays outside until a captain says that it is somebody else.</summary>
    Stop,
}

/// <summary>Why somebody is on the watch list. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchKind>))]
public enum WatchKind
{
    PersonaNonGrata,
    CourtOrder,
    UnpaidDamage,
    Solicitor,
    HostsWish,
    Other,
}

/// <summary>By what somebody was recognised. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchMatch>))]
public enum WatchMatch
{
    Name,
    Document,
    Plate,
}

/// <summary>Where an entry stands. Stored by name; changed by <see cref="WatchLifecycle"/> only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchState>))]
public enum WatchState
{
    /// <summary>Proposed; says nothing yet.</summary>
    Proposed,

    /// <summary>In force: a second person has agreed.</summary>
    Active,

    /// <summary>Not agreed.</summary>
    Rejected,

    /// <summary>Taken off the list.</summary>
    Lifted,

    /// <summary>Its last day is over.</summary>
    Ended,
}

/// <summary>Somebody on the watch list whom a visitor resembles.</summary>
/// <param name="EntryId">Content item id of the entry, or of the unit's instruction.</param>
/// <param name="Level">How strictly it is meant.</param>
/// <param name="By">By what.</param>
/// <param name="Kind">Why the person is on the list.</param>
public sealed record WatchHit(string EntryId, WatchLevel Level, WatchMatch By, WatchKind Kind);

/// <summary>Who is watched for, as it is written down.</summary>
/// <param name="Name">Name; null when only a document or a plate is known.</param>
/// <param name="DocumentHash">Keyed hash of the number of an identity document; the number itself is never kept.</param>
/// <param name="Plate">Number plate.</param>
public sealed record Watched(string? Name, string? DocumentHash, string? Plate);

/// <summary>What is proposed.</summary>
/// <param name="UnitId">Unit that it is about; null for the whole community.</param>
/// <param name="ExpiresOn">Last day; null for none, and then it is reviewed.</param>
/// <param name="ReviewOn">Day on which somebody looks whether it is still right.</param>
/// <param name="ManagerLifts">Whether only a manager may take it off the list.</param>
public sealed record WatchPlan(Watched Who, WatchLevel Level, WatchKind Kind, string Reason, string? UnitId, string? UnitCode, DateOnly? ExpiresOn, DateOnly ReviewOn, bool ManagerLifts);

/// <summary>An entry of the watch list (VIS-10): who, why, how strictly, until when; proposed by one and agreed by another.</summary>
public sealed class WatchEntryPart : ContentPart
{
    /// <summary>Where it stands.</summary>
    [JsonInclude] public WatchState State { get; internal set; }

    /// <summary>Who is watched for.</summary>
    [JsonInclude] public Watched Who { get; private set; } = new(null, null, null);

    /// <summary>How strictly.</summary>
    [JsonInclude] public WatchLevel Level { get; private set; }

    /// <summary>Why, for figures.</summary>
    [JsonInclude] public WatchKind Kind { get; private set; }

    /// <summary>Why, in words; for those who keep the list.</summary>
    [JsonInclude] public string Reason { get; private set; } = "";

    /// <summary>Unit that it is about; null for the whole community.</summary>
    [JsonInclude] public string? UnitId { get; private set; }

    /// <summary>Code of the unit as it was then.</summary>
    [JsonInclude] public string? UnitCode { get; private set; }

    /// <summary>Last day, in the community's calendar; null for none.</summary>
    [JsonInclude] public DateOnly? ExpiresOn { get; private set; }

    /// <summary>Day on which somebody looks whether it is still right.</summary>
    [JsonInclude] public DateOnly ReviewOn { get; private set; }

    /// <summary>Whether only a manager may take it off the list.</summary>
    [JsonInclude] public bool ManagerLifts { get; private set; }

    /// <summary>User id of who proposed it.</summary>
    [JsonInclude] public string ProposedById { get; private set; } = "";

    /// <summary>Name of who proposed it.</summary>
    [JsonInclude] public string ProposedByName { get; private set; } = "";

    /// <summary>Name of who agreed; null until then.</summary>
    [JsonInclude] public string? ApprovedByName { get; private set; }

    /// <summary>Proposes an entry.</summary>
    /// <exception cref="RefusedException">It names nobody, gives no reason, or would never end.</exception>
    public Step Propose(Actor by, DateTime atUtc, DateOnly today, WatchPlan plan)
    {
        if (plan.Who is { Name: null, DocumentHash: null, Plate: null }) throw WatchRefusals.NobodyNamed.At("Name");
        if (plan.Who.Name is { } name && WatchNames.Words(name).Count < 2) throw WatchRefusals.NameTooShort.At("Name");
        if (string.IsNullOrWhiteSpace(plan.Reason)) throw LifecycleRefusals.ReasonMissing.At("Reason");
        if (plan.ExpiresOn is { } last && last < today) throw WatchRefusals.DayOver.At("ExpiresOn");
        if (plan.ReviewOn < today || plan.ReviewOn > today.AddYears(1)) throw WatchRefusals.ReviewTooFar.At("ReviewOn");

        (Who, Level, Kind, Reason) = (plan.Who, plan.Level, plan.Kind, plan.Reason.Trim());
        (UnitId, UnitCode, ExpiresOn, ReviewOn, ManagerLifts) = (plan.UnitId, plan.UnitCode, plan.ExpiresOn, plan.ReviewOn, plan.ManagerLifts);
        (ProposedById, ProposedByName) = (by.Id, by.Name);
        return WatchLifecycle.Table.Begin(this, WatchVerbs.Propose, by, atUtc);
    }

    /// <summary>Agrees: from now on desk and gate are told.</summary>
    /// <exception cref="RefusedException">Who proposed it cannot agree to it.</exception>
    public Step Approve(Actor by, DateTime atUtc)
    {
        if (by.Id == ProposedById)
        {
            throw WatchRefusals.SecondPerson.With();
        }

        var step = WatchLifecycle.Table.Take(this, WatchVerbs.Approve, by, atUtc);
        ApprovedByName = by.Name;
        return step;
    }

    /// <summary>Does not agree, or takes it off the list.</summary>
    /// <exception cref="RefusedException">Not from here, not for this person, or without a reason.</exception>
    public Step End(Verb verb, Actor by, DateTime atUtc, string? why) => WatchLifecycle.Table.Take(this, verb, by, atUtc, why);

    /// <summary>Its last day is over.</summary>
    /// <exception cref="RefusedException">It is not.</exception>
    public Step Expire(DateTime atUtc) => WatchLifecycle.Table.Take(this, WatchVerbs.Expire, Actor.Clock, atUtc);
}
