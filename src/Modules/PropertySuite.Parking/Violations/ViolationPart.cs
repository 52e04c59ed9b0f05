using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using PropertySuite.Core.Queues;
using static PropertySuite.Parking.ViolationState;

namespace PropertySuite.Parking;

/// <summary>Where a violation stands (PRK-20).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ViolationState>))]
public enum ViolationState
{
    Seen,
    Noticed,
    FirstWarning,
    SecondWarning,
    FineProposed,
    FineDue,
    Closed,
    Dropped,
}

/// <summary>What was done wrong. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ViolationKind>))]
public enum ViolationKind
{
    NoRight,
    WrongSpace,
    BlocksWay,
    AccessibleSpace,
    FireLane,
    Charging,
    Other,
}

/// <summary>A violation of the parking rules, with its warnings.</summary>
public sealed class ViolationPart : ContentPart, IQueued
{
    [JsonInclude] public string Number { get; private set; } = "";

    [JsonInclude] public ViolationState State { get; internal set; }

    [JsonInclude] public ViolationKind Kind { get; private set; }

    /// <summary>Plate as it was written down.</summary>
    [JsonInclude] public string Plate { get; private set; } = "";

    /// <summary>Plate as it is compared.</summary>
    [JsonInclude] public string PlateKey { get; private set; } = "";

    /// <summary>Where.</summary>
    [JsonInclude] public string Place { get; private set; } = "";

    [JsonInclude] public string? Note { get; private set; }

    [JsonInclude] public DateTime SeenAtUtc { get; private set; }

    /// <summary>Vehicle of the register; null for a stranger's.</summary>
    [JsonInclude] public string? VehicleId { get; private set; }

    /// <summary>Whose vehicle; null for a stranger's.</summary>
    [JsonInclude] public Holder? Holder { get; private set; }

    /// <summary>Violations of the plate in the twelve months before.</summary>
    [JsonInclude] public int Before { get; private set; }

    /// <summary>The fine that was proposed; null for none.</summary>
    [JsonInclude] public decimal? Fine { get; private set; }

    /// <summary>Who proposed it; somebody else approves.</summary>
    [JsonInclude] public string? ProposedById { get; private set; }

    /// <summary>Its place in the manager's queue while a fine waits for approval.</summary>
    [JsonIgnore]
    public QueueEntry? Queued => State == ViolationState.FineProposed
        ? new QueueEntry(Number, $"{Plate} · {Place}", State.ToString(), null) { Team = "Manager", UnitId = Holder?.UnitId, UnitCode = Holder?.UnitCode }
        : null;

    /// <summary>Reports what was seen.</summary>
    public Step Report(Actor by, DateTime atUtc, ViolationKind kind, string? plate, string? place, string? note, string? vehicleId, Holder? holder, int before)
    {
        if (string.IsNullOrWhiteSpace(plate)) throw ParkingRefusals.PlateMissing.At("Plate");
        var key = Parking.Plate.Normal(plate) ?? throw ParkingRefusals.PlateWrong.At("Plate");
        if (string.IsNullOrWhiteSpace(place)) throw ParkingRefusals.PlaceMissing.At("Place");
        (Kind, Plate, PlateKey, Place) = (kind, plate.Trim().ToUpperInvariant(), key, place.Trim());
        (Note, SeenAtUtc, VehicleId, Holder, Before) = (string.IsNullOrWhiteSpace(note) ? null : note.Trim(), atUtc, vehicleId, holder, before);
        return ViolationLifecycle.Table.Begin(this, ViolationVerbs.Report, by, atUtc);
    }

    /// <summary>Proposes a fine.</summary>
    public Step Propose(Actor by, DateTime atUtc, decimal? fine, string? reason)
    {
        if (fine is null or <= 0 or > 10_000) throw ParkingRefusals.FineWrong.At("Fine");
        var step = ViolationLifecycle.Table.Take(this, ViolationVerbs.ProposeFine, by, atUtc, reason);
        (Fine, ProposedById) = (fine, by.Id);
        return step;
    }

    /// <summary>Takes a step that changes nothing else.</summary>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason = null) => ViolationLifecycle.Table.Take(this, verb, by, atUtc, reason);

    internal void Numbered(string number) => Number = Number.Length == 0 ? number : throw new InvalidOperationException("A record keeps its number.");
}

/// <summary>What can be done with a violation.</summary>
public static class ViolationVerbs
{
    public static readonly Verb Report = new("report", "Report the violation");

    public static readonly Verb Notice = new("notice", "Put the notice on the windscreen");

    public static readonly Verb Warn = new("warn", "Send the first warning");

    public static readonly Verb WarnAgain = new("warn-again", "Send the second warning");

    public static readonly Verb ProposeFine = new("propose-fine", "Propose a fine");

    public static readonly Verb ApproveFine = new("approve-fine", "Approve the fine");

    public static readonly Verb Pay = new("pay", "The fine is paid");

    public static readonly Verb Close = new("close", "Close: put right");

    public static readonly Verb Drop = new("drop", "Drop the violation");

    /// <summary>All that leave a state, in the table's order.</summary>
    public static readonly IReadOnlyList<Verb> All = [Notice, Warn, WarnAgain, ProposeFine, ApproveFine, Close, Drop];
}

/// <summary>How a violation lives: seen, notice, two warnings, a fine that somebody else approves.</summary>
public static class ViolationLifecycle
{
    private static readonly Role<ViolationPart> Guard = Roles.With<ViolationPart>("Guard", ParkingPermissions.Report);
    private static readonly Role<ViolationPart> Desk = Roles.With<ViolationPart>("Desk", ParkingPermissions.Handle);
    private static readonly Role<ViolationPart> Manager = Roles.With<ViolationPart>("Manager", ParkingPermissions.Manage, (violation, actor) => violation.ProposedById != actor.Id);
    private static readonly Role<ViolationPart> Timer = Roles.Clock<ViolationPart>();

    private static readonly Guard<ViolationPart> HolderKnown = new(ParkingRefusals.HolderUnknown, (violation, _) => violation.Holder is not null);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<ViolationPart, ViolationState> Table = Lifecycle
        .Of<ViolationPart, ViolationState>(typeof(ViolationLifecycle), violation => violation.State, (violation, state) => violation.State = state)
        .Start(Seen, ViolationVerbs.Report).By(Guard)
        .From(Seen).To(Noticed, ViolationVerbs.Notice).By(Guard)
        .From(Noticed).To(FirstWarning, ViolationVerbs.Warn).By(Desk).When(HolderKnown)
        .From(FirstWarning).To(SecondWarning, ViolationVerbs.WarnAgain).By(Desk)
        .From(SecondWarning).To(FineProposed, ViolationVerbs.ProposeFine).By(Desk).AskingReason()
        .From(FineProposed).To(FineDue, ViolationVerbs.ApproveFine).By(Manager)
        .From(FineDue).To(Closed, ViolationVerbs.Pay).By(Timer)
        .From(Seen, Noticed, FirstWarning, SecondWarning).To(Closed, ViolationVerbs.Close).By(Desk)
        .From(Seen, Noticed, FirstWarning, SecondWarning, FineProposed).To(Dropped, ViolationVerbs.Drop).By(Desk).AskingReason();

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(ViolationState state) => state switch
    {
        Seen => "Seen",
        Noticed => "Notice on the windscreen",
        FirstWarning => "First warning",
        SecondWarning => "Second warning",
        FineProposed => "Fine proposed",
        FineDue => "Fine to be paid",
        Closed => "Closed",
        _ => "Dropped",
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(ViolationState state) => state switch
    {
        Seen => "new",
        Noticed or FirstWarning or SecondWarning => "run",
        FineProposed => "offer",
        FineDue => "wait",
        Closed => "done",
        _ => "stop",
    };

    /// <summary>English name, translated in the context of this class.</summary>
    public static string Name(ViolationKind kind) => kind switch
    {
        ViolationKind.NoRight => "No right to park here",
        ViolationKind.WrongSpace => "In somebody else's space",
        ViolationKind.BlocksWay => "Blocks the way",
        ViolationKind.AccessibleSpace => "In an accessible space without need",
        ViolationKind.FireLane => "In the fire lane",
        ViolationKind.Charging => "At a charger without charging",
        _ => "Something else",
    };
}
