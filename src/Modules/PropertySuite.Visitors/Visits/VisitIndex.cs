using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Visitors;

/// <summary>
/// A visit as it is found. The keys are unique, and null while they do not matter: they decide races that no look
/// before the write can decide.
/// </summary>
public sealed class VisitIndex : MapIndex
{
    public string VisitId { get; set; } = "";

    /// <summary>Unique: a number is given once.</summary>
    public string Number { get; set; } = "";

    public string State { get; set; } = "";

    public string Kind { get; set; } = "";

    public string UnitId { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string? HostId { get; set; }

    public string VisitorName { get; set; } = "";

    /// <summary>How many came in; as long as nobody did, how many are announced.</summary>
    public int Persons { get; set; }

    public string? Plate { get; set; }

    public DateTime FromUtc { get; set; }

    public DateTime UntilUtc { get; set; }

    /// <summary>End of the window and its tolerance: from then on a visit that nobody used has expired.</summary>
    public DateTime AdmittedUntilUtc { get; set; }

    public bool OnSite { get; set; }

    public DateTime? AdmittedAtUtc { get; set; }

    public DateTime? LeftAtUtc { get; set; }

    public string? GateName { get; set; }

    public string? BadgeNumber { get; set; }

    /// <summary>Name, unit, plate and number as they are searched (<see cref="SearchText.Fold"/>).</summary>
    public string Search { get; set; } = "";

    /// <summary>When the clock acts next, UTC (<see cref="VisitPart.DueAtUtc"/>); null when it does not.</summary>
    public DateTime? DueAtUtc { get; set; }

    /// <summary>The visitor's name as it is compared; empty once it is forgotten.</summary>
    public string? NameKey { get; set; }

    /// <summary>Name of the kind of refusal; null when nobody was refused.</summary>
    public string? RefusalKind { get; set; }

    /// <summary>The recurring pass; null for none.</summary>
    public string? RecurringId { get; set; }

    /// <summary>Unique, null unless the visit by a recurring pass is open: one pass, one visitor.</summary>
    public string? LiveRecurringKey { get; set; }

    /// <summary>Unique, null unless a badge is out: one badge, one visitor inside.</summary>
    public string? LiveBadgeKey { get; set; }

    /// <summary>Unique, null unless the pass can still be used: six digits mean one visit on a day.</summary>
    public string? LiveCodeKey { get; set; }

    /// <summary>Unique: what stands in the QR code.</summary>
    public string? PassId { get; set; }

    /// <summary>Unique: hash of the pass page's address.</summary>
    public string? LinkHash { get; set; }
}

/// <summary>Maps visits to rows.</summary>
public sealed class VisitIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<VisitIndex>()
        .When(item => item.ContentType == VisitTypes.Visit && item.Latest)
        .Map(item => Row(item.ContentItemId, item.GetOrCreate<VisitPart>()));

    /// <summary>The row of a visit.</summary>
    public static VisitIndex Row(string visitId, VisitPart visit) => new()
    {
        VisitId = visitId,
        Number = visit.Number,
        State = visit.State.ToString(),
        Kind = visit.Kind.ToString(),
        UnitId = visit.Host.UnitId,
        UnitCode = visit.Host.UnitCode,
        HostId = visit.Host.PersonId,
        VisitorName = visit.Guest.Name,
        Persons = visit.Admission?.Persons ?? visit.Guest.Persons,
        Plate = visit.Guest.Plate,
        FromUtc = visit.Window.FromUtc,
        UntilUtc = visit.Window.UntilUtc,
        AdmittedUntilUtc = visit.AdmittedUntilUtc,
        OnSite = visit.IsOnSite,
        AdmittedAtUtc = visit.Admission?.AtUtc,
        LeftAtUtc = visit.Departure?.AtUtc,
        GateName = visit.Admission?.Gate.Name,
        BadgeNumber = visit.Badge?.Number,
        Search = SearchText.Fold(visit.Guest.Name, visit.Host.UnitCode, visit.Host.UnitCode.Replace("-", "", StringComparison.Ordinal), visit.Guest.Plate, visit.Number, visit.Badge?.Number),
        DueAtUtc = visit.DueAtUtc,
        NameKey = SearchText.Fold(visit.Guest.Name),
        RefusalKind = visit.Refusal?.Kind.ToString(),
        RecurringId = visit.RecurringId,
        LiveRecurringKey = visit.RecurringId is not null && (visit.IsOnSite || VisitStates.Open.Contains(visit.State)) ? visit.RecurringId : null,
        LiveBadgeKey = visit.IsOnSite ? visit.Badge?.BadgeId : null,
        LiveCodeKey = visit.State is VisitState.Invited or VisitState.NeedsApproval or VisitState.Approved && visit.Pass is { } pass ? PassMaker.CodeKey(pass.CodeDay, pass.Code) : null,
        PassId = visit.Pass?.PassId,
        LinkHash = visit.Pass?.LinkHash,
    };
}
