using System.Text.Json.Serialization;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>From when until when.</summary>
/// <param name="StartUtc">First moment; UTC.</param>
/// <param name="EndUtc">Moment at which it is over; UTC, exclusive.</param>
public sealed record ActivityTime(DateTime StartUtc, DateTime EndUtc)
{
    /// <summary>The longest activity.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);
}

/// <summary>How residents register (ACT-07, ACT-08, ACT-10).</summary>
public sealed record RegistrationRules
{
    /// <summary>Nobody registers: whoever likes comes.</summary>
    public static readonly RegistrationRules None = new();

    /// <summary>Whether residents register.</summary>
    public bool Needed { get; init; }

    /// <summary>How many persons there are places for; null for no limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>When registration begins, UTC; null: with the publication.</summary>
    public DateTime? OpensUtc { get; init; }

    /// <summary>When registration ends, UTC; null: when the activity begins.</summary>
    public DateTime? ClosesUtc { get; init; }

    /// <summary>Who may come.</summary>
    public Audience Audience { get; init; }

    /// <summary>Most persons of one registration, the one who registers included.</summary>
    public int LargestParty { get; init; } = 6;

    /// <summary>Whether each unit registers once only.</summary>
    public bool OnePerUnit { get; init; }
}

/// <summary>A shift that volunteers sign up for (ACT-11, VOL-03).</summary>
/// <param name="Id">Id within the activity.</param>
/// <param name="Task">What is to be done.</param>
/// <param name="FromUtc">Beginning; UTC.</param>
/// <param name="UntilUtc">End; UTC.</param>
/// <param name="Needed">How many volunteers.</param>
public sealed record Shift(string Id, string Task, DateTime FromUtc, DateTime UntilUtc, int Needed)
{
    /// <summary>Length in hours.</summary>
    [JsonIgnore] public decimal Hours => Math.Round((decimal)(UntilUtc - FromUtc).TotalHours, 2);
}

/// <summary>What the office's settings say about one activity, as they were when it was last written.</summary>
public sealed record ActivityRules
{
    /// <summary>The usual rules.</summary>
    public static readonly ActivityRules Usual = new();

    /// <summary>What costs more than this needs the manager's approval, in the community's currency.</summary>
    public decimal ApprovalAbove { get; init; } = 300;

    /// <summary>The community's currency, such as <c>EUR</c>.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Hours for which a free place is kept for somebody of the waiting list.</summary>
    public int OfferHours { get; init; } = 24;

    /// <summary>Hours before the beginning at which those who registered are reminded; 0 for never.</summary>
    public int RemindHours { get; init; } = 24;
}

/// <summary>What is said about an activity. Checked by itself, the same in the form and in a file.</summary>
/// <param name="Texts">The notice by language.</param>
/// <param name="Place">Where.</param>
/// <param name="Time">When; null while it is an idea.</param>
/// <param name="Registration">How residents register.</param>
/// <param name="Cost">What it costs, in the community's currency.</param>
public sealed record ActivityPlan(IReadOnlyDictionary<string, ActivityText> Texts, string? Place, ActivityTime? Time, RegistrationRules Registration, decimal Cost = 0)
{
    /// <summary>Most places of one activity.</summary>
    public const int MostPlaces = 5000;

    /// <summary>Most persons of one registration.</summary>
    public const int MostPersons = 20;

    /// <summary>What the office's settings say about it.</summary>
    public ActivityRules Rules { get; init; } = ActivityRules.Usual;

    /// <summary>Shifts for volunteers.</summary>
    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    /// <summary>Refuses what makes no sense, at the field that is to blame.</summary>
    /// <param name="first">The community's first language: the field that a missing title is said at.</param>
    /// <exception cref="RefusedException">Something does not fit.</exception>
    public void Check(string first)
    {
        if (Texts.Count == 0) throw ActivityRefusals.TitleMissing.At($"Texts[{first}].Title");
        foreach (var (language, text) in Texts)
        {
            if (string.IsNullOrWhiteSpace(text.Title)) throw ActivityRefusals.TitleMissing.At($"Texts[{language}].Title");
            if (text.Title.Length > ActivityText.LongestTitle) throw ActivityRefusals.TooLong.At($"Texts[{language}].Title", ActivityText.LongestTitle);
            if (text.Lead?.Length > ActivityText.LongestLead) throw ActivityRefusals.TooLong.At($"Texts[{language}].Lead", ActivityText.LongestLead);
            if (text.Body?.Length > ActivityText.LongestBody) throw ActivityRefusals.TooLong.At($"Texts[{language}].Body", ActivityText.LongestBody);
        }

        if (Place?.Length > 120) throw ActivityRefusals.TooLong.At("Place", 120);
        if (Time is { } time)
        {
            if (time.EndUtc <= time.StartUtc) throw ActivityRefusals.TimeReversed.At("Until");
            if (time.EndUtc - time.StartUtc > ActivityTime.Longest) throw ActivityRefusals.TimeTooLong.At("Until");
        }

        if (Cost is < 0 or > 10_000_000) throw ActivityRefusals.CostMalformed.At("Cost");
        CheckRegistration();
        foreach (var (at, shift) in Shifts.Index())
        {
            if (string.IsNullOrWhiteSpace(shift.Task)) throw ActivityRefusals.ShiftTaskMissing.At($"Shifts[{at}].Task");
            if (shift.UntilUtc <= shift.FromUtc) throw ActivityRefusals.TimeReversed.At($"Shifts[{at}].Until");
            if (shift.UntilUtc - shift.FromUtc > TimeSpan.FromHours(24)) throw ActivityRefusals.ShiftTooLong.At($"Shifts[{at}].Until");
            if (shift.Needed is < 1 or > 200) throw ActivityRefusals.ShiftNeedsOutOfRange.At($"Shifts[{at}].Needed");
        }
    }

    private void CheckRegistration()
    {
        var rules = Registration;
        if (!rules.Needed) return;
        if (rules.Capacity is < 1 or > MostPlaces) throw ActivityRefusals.CapacityOutOfRange.At("Capacity", MostPlaces);
        if (rules.LargestParty is < 1 or > MostPersons) throw ActivityRefusals.PartyOutOfRange.At("LargestParty", MostPersons);
        if (rules.ClosesUtc <= rules.OpensUtc) throw ActivityRefusals.DeadlineBeforeOpening.At("ClosesOn");
        if (Time is { } time)
        {
            if (rules.ClosesUtc > time.StartUtc) throw ActivityRefusals.DeadlineAfterStart.At("ClosesOn");
            if (rules.OpensUtc >= time.StartUtc) throw ActivityRefusals.OpeningAfterStart.At("OpensOn");
        }
    }
}
