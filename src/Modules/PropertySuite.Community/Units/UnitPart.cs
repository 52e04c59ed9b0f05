using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Ties;

namespace PropertySuite.Community.Units;

/// <summary>A flat, shop, office, garage or store with its own title (REG-01, REG-02).</summary>
public sealed class UnitPart : ContentPart
{
    /// <summary>As on the door, <c>B-07-C</c>; normalised by <see cref="UnitCode"/>.</summary>
    [JsonInclude] public string Code { get; private set; } = "";

    [JsonInclude] public string BuildingId { get; private set; } = "";

    /// <summary>0 is the ground floor.</summary>
    [JsonInclude] public int Floor { get; private set; }

    /// <summary>The letter on the floor, <c>C</c>; empty where units are numbered.</summary>
    [JsonInclude] public string Door { get; private set; } = "";

    [JsonInclude] public UnitKind Kind { get; private set; }

    /// <summary>The type on the plan, <c>T3</c>.</summary>
    [JsonInclude] public string? Layout { get; private set; }

    [JsonInclude] public int? Bedrooms { get; private set; }

    [JsonInclude] public decimal? InnerAreaSquareMetres { get; private set; }

    /// <summary>With walls and the share of common parts; fees are reckoned on it.</summary>
    [JsonInclude] public decimal? BuiltAreaSquareMetres { get; private set; }

    [JsonInclude] public UnitStage Stage { get; private set; }

    /// <summary>Day on which the first owner received it; null until then.</summary>
    [JsonInclude] public DateOnly? HandedOverOn { get; private set; }

    [JsonInclude] public DateOnly? ClosedOn { get; private set; }

    /// <summary>Day on which works began; null while there are none.</summary>
    [JsonInclude] public DateOnly? WorksSince { get; private set; }

    /// <summary>What staff should know before ringing; never shown to residents.</summary>
    [JsonInclude] public string? GoodToKnow { get; private set; }

    /// <summary>Whether the unit exists in law: its code may be used by no other.</summary>
    [JsonIgnore] public bool IsLive => Stage != UnitStage.Closed;

    /// <summary>Puts the unit at its place. Its code follows the door.</summary>
    public void Place(UnitCode code, string buildingId, int floor, string? door)
    {
        RefuseWhenClosed();
        (Code, BuildingId, Floor, Door) = (code.Value, buildingId, floor, (door ?? "").Trim().ToUpperInvariant());
    }

    /// <summary>States what the title and the plan say.</summary>
    /// <exception cref="RefusedException">An area is zero or less, or the unit is closed.</exception>
    public void Describe(UnitKind kind, string? layout, int? bedrooms, decimal? innerArea, decimal? builtArea)
    {
        RefuseWhenClosed();
        if (innerArea <= 0) throw Refusals.AreaNotPositive.At(nameof(InnerAreaSquareMetres));
        if (builtArea <= 0) throw Refusals.AreaNotPositive.At(nameof(BuiltAreaSquareMetres));
        (Kind, Layout, Bedrooms) = (kind, Words.OrNull(layout), bedrooms);
        (InnerAreaSquareMetres, BuiltAreaSquareMetres) = (innerArea, builtArea);
    }

    public void Note(string? goodToKnow) => GoodToKnow = Words.OrNull(goodToKnow);

    /// <summary>The building work is done; nobody has received the unit yet.</summary>
    public void Complete()
    {
        RefuseWhenClosed();
        if (Stage == UnitStage.Planned) Stage = UnitStage.Completed;
    }

    /// <summary>The first owner receives the unit.</summary>
    public void HandOver(DateOnly on)
    {
        RefuseWhenClosed();
        if (Stage == UnitStage.Planned) throw Refusals.UnitNotCompleted.With();
        if (Stage == UnitStage.HandedOver) throw Refusals.UnitAlreadyHandedOver.With();
        (Stage, HandedOverOn) = (UnitStage.HandedOver, on);
    }

    public void BeginWorks(DateOnly on)
    {
        RefuseWhenClosed();
        WorksSince ??= on;
    }

    public void EndWorks() => WorksSince = null;

    /// <summary>Ends the unit in law, as when two are merged. Its history stays, its code becomes free.</summary>
    /// <param name="open">Ties that still hold or are to begin; there must be none.</param>
    public void Close(DateOnly on, IEnumerable<TiePart> open)
    {
        RefuseWhenClosed();
        if (WorksSince is not null) throw Refusals.UnitHasWorks.With();
        if (open.Any()) throw Refusals.UnitHasTies.With();
        (Stage, ClosedOn) = (UnitStage.Closed, on);
    }

    /// <summary>The state that a reader sees on a day.</summary>
    /// <param name="ties">The unit's ties; those that do not hold on that day are passed over.</param>
    public UnitState StateOn(DateOnly day, IEnumerable<TieSummary> ties) =>
        State(Kind, Stage, WorksSince is not null, ties.Where(tie => tie.HoldsOn(day)));

    internal static UnitState State(UnitKind kind, UnitStage stage, bool works, IEnumerable<TieSummary> ties) => stage switch
    {
        UnitStage.Closed => UnitState.Closed,
        not UnitStage.HandedOver => UnitState.NotHandedOver,
        _ when works => UnitState.Decorating,
        _ => Occupied(kind, [.. ties]),
    };

    // Nobody lives in a garage or a store: it is in use as long as somebody owns it.
    private static UnitState Occupied(UnitKind kind, List<TieSummary> ties)
    {
        var inUse = kind is UnitKind.Garage or UnitKind.Store;
        if (ties.Exists(tie => tie.Kind is TieKind.Tenant or TieKind.Operator)) return UnitState.Let;
        return ties.Exists(tie => tie.Kind is TieKind.Owner or TieKind.Family && (tie.AtHome || inUse)) ? UnitState.OwnerOccupied : UnitState.Vacant;
    }

    private void RefuseWhenClosed()
    {
        if (Stage == UnitStage.Closed) throw Refusals.UnitClosed.With();
    }
}
