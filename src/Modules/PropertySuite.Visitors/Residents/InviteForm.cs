using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The owner's form, as it is posted. Times are read as people type them.</summary>
public sealed class InviteForm
{
    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? UnitId { get; set; }

    /// <summary><c>today</c>, <c>tomorrow</c> or <c>other</c>.</summary>
    public string? Day { get; set; } = "today";

    /// <summary>The day, when it is another one.</summary>
    public string? Date { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Persons { get; set; } = "1";

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    public string? Car { get; set; } = "no";

    public string? Plate { get; set; }

    public string? Reason { get; set; }

    public VisitKind Kind { get; set; } = VisitKind.Guest;

    /// <summary>What the page offers; never posted.</summary>
    [BindNever, ValidateNever]
    public InvitePage? Page { get; set; }

    /// <summary>What the form says.</summary>
    /// <param name="host">Unit and host.</param>
    /// <param name="time">The community's clock.</param>
    /// <param name="nowUtc">Now.</param>
    /// <exception cref="RefusedException">Something cannot be read, or is missing.</exception>
    public VisitPlan ToPlan(VisitHost host, CommunityTime time, DateTime nowUtc)
    {
        if (Car == "yes" && VisitPlan.Plate(Plate) is null)
        {
            throw VisitRefusals.PlateMissing.At(nameof(Plate));
        }

        return new VisitPlan(
            Kind,
            new VisitGuest(Name?.Trim() ?? "", VisitPlan.OrNull(Phone), VisitPlan.Count(Persons), Car == "yes" ? VisitPlan.Plate(Plate) : null),
            host,
            Window(time, nowUtc),
            Reason);
    }

    private VisitWindow Window(CommunityTime time, DateTime nowUtc)
    {
        var today = time.DayAt(nowUtc);
        var day = Day switch
        {
            "today" => today,
            "tomorrow" => today.AddDays(1),
            _ => ForgivingTime.ReadDate(Date, today) ?? throw VisitRefusals.DateUnreadable.At(nameof(Date)),
        };
        var from = ForgivingTime.ReadTime(From) ?? throw VisitRefusals.TimeUnreadable.At(nameof(From));
        var until = ForgivingTime.ReadTime(Until) ?? throw VisitRefusals.TimeUnreadable.At(nameof(Until));

        // "22:00 to 2:00" is a night, not a mistake; the same time twice is one.
        return new VisitWindow(time.ToUtc(day, from), time.ToUtc(until < from ? day.AddDays(1) : day, until, end: true));
    }
}
