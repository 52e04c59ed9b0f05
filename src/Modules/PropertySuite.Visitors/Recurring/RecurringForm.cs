using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The form for a recurring pass, at the owner's and at the desk.</summary>
public sealed class RecurringForm
{
    /// <summary>Id of the unit, at the owner's.</summary>
    public string? UnitId { get; set; }

    /// <summary>Unit as it was typed, at the desk.</summary>
    public string? Unit { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Plate { get; set; }

    public VisitKind Kind { get; set; } = VisitKind.DomesticHelp;

    public List<WeekDays> Days { get; set; } = [];

    public string? From { get; set; } = "08:00";

    public string? Until { get; set; } = "18:00";

    public string? ValidFrom { get; set; }

    public string? ValidUntil { get; set; }

    public bool NotOnHolidays { get; set; } = true;

    /// <summary>Number of the permit that a worker works by.</summary>
    public string? PermitNumber { get; set; }

    /// <summary>What the page offers; never posted.</summary>
    [BindNever, ValidateNever]
    public RecurringFormPage? Page { get; set; }

    /// <summary>What the form says.</summary>
    /// <exception cref="RefusedException">Something cannot be read.</exception>
    public RecurringPlan ToPlan(VisitHost host, DateOnly today) => new(
        Kind,
        new VisitGuest(Name?.Trim() ?? "", VisitPlan.OrNull(Phone), 1, VisitPlan.Plate(Plate)),
        host,
        new PassHours(
            Days.Aggregate(WeekDays.None, (all, day) => all | day),
            ForgivingTime.ReadTime(From) ?? throw VisitRefusals.TimeUnreadable.At(nameof(From)),
            ForgivingTime.ReadTime(Until) ?? throw VisitRefusals.TimeUnreadable.At(nameof(Until)),
            NotOnHolidays),
        VisitPlan.OrNull(ValidFrom) is null ? today : ForgivingTime.ReadDate(ValidFrom, today) ?? throw VisitRefusals.DateUnreadable.At(nameof(ValidFrom)),
        ForgivingTime.ReadDate(ValidUntil, today) ?? throw VisitRefusals.DateUnreadable.At(nameof(ValidUntil)),
        VisitPlan.OrNull(PermitNumber));
}

/// <summary>What the form offers.</summary>
/// <param name="Units">Units to choose from; empty at the desk, where one is typed.</param>
/// <param name="Post">Where it is posted.</param>
/// <param name="Back">Where one goes back to.</param>
public sealed record RecurringFormPage(IReadOnlyList<HeldUnit> Units, string Post, string Back)
{
    /// <summary>Whether the desk fills it in.</summary>
    public bool AtTheDesk => Units.Count == 0;
}

/// <summary>A recurring pass as it is shown.</summary>
/// <param name="Page">Its picture and digits.</param>
/// <param name="Pass">The pass.</param>
/// <param name="Visits">Who came when: the attendance list.</param>
/// <param name="Verbs">What the reader may do now.</param>
/// <param name="Time">The community's time.</param>
public sealed record RecurringShown(PassPage Page, RecurringPassPart Pass, IReadOnlyList<VisitIndex> Visits, IReadOnlyList<Verb> Verbs, CommunityTime Time)
{
    /// <summary>Where a step of the pass is posted: beside its page.</summary>
    public string ActionOf(Verb verb) => $"{Pass.ContentItem.ContentItemId}/{verb.Id}";
}
