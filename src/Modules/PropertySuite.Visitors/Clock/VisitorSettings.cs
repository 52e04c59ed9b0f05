using System.Globalization;

namespace PropertySuite.Visitors;

/// <summary>Section of the site's settings: what the community says about visits.</summary>
public class VisitorSettings
{
    /// <summary>Most days for which a visitor's identity is kept after the visit; the settings may say less.</summary>
    public const int LongestIdentityDays = 30;

    /// <summary>Days for which name, phone, plate and photo are kept after the end of a visit.</summary>
    public int IdentityDays { get; set; } = LongestIdentityDays;

    /// <summary>Names of the kinds of visit that are offered, the most usual first; empty: those of a residential estate.</summary>
    public string[] Kinds { get; set; } = [];

    /// <summary>Hours after the end of a visit from which lists show the name masked.</summary>
    public int MaskAfterHours { get; set; } = 24;

    /// <summary>Minutes that a host has for the answer (VIS-03).</summary>
    public int AnswerMinutes { get; set; } = 3;

    /// <summary>How often a host is asked (VIS-03).</summary>
    public int AnswerAttempts { get; set; } = 2;

    /// <summary>Minutes between two alarms about a visitor who has stayed too long (VIS-07).</summary>
    public int RingEveryMinutes { get; set; } = 10;

    /// <summary>How many alarms there are (VIS-07).</summary>
    public int Rings { get; set; } = 3;

    /// <summary>Minutes that "stays longer" adds (VIS-07).</summary>
    public int ExtendMinutes { get; set; } = 60;

    /// <summary>Holidays, a day such as 2026-12-25 on each line (VIS-09).</summary>
    public string? Holidays { get; set; }

    /// <summary>What holds for a kind of visit, by the kind's name; kinds that are missing have the usual rules.</summary>
    public Dictionary<string, VisitKindRule> Rules { get; set; } = [];

    /// <summary>The same within its bounds, whatever the settings say.</summary>
    public TimeSpan KeepsIdentity => TimeSpan.FromDays(Math.Clamp(IdentityDays, 1, LongestIdentityDays));

    /// <summary>The rules for a visit.</summary>
    public VisitRules RulesOf(VisitKind kind, int persons)
    {
        var rule = RuleOf(kind);
        return new VisitRules
        {
            AnswerMinutes = Math.Clamp(AnswerMinutes, 1, 60),
            Attempts = Math.Clamp(AnswerAttempts, 1, 5),
            NeedsApproval = rule.NeedsApproval || (rule.ApprovalAbovePersons is > 0 && persons > rule.ApprovalAbovePersons),
            GraceMinutes = Math.Clamp(rule.GraceMinutes ?? VisitKinds.UsualGraceMinutes(kind), 0, 7 * 24 * 60),
            RingEveryMinutes = Math.Clamp(RingEveryMinutes, 1, 240),
            Rings = Math.Clamp(Rings, 0, 20),
            ExtendMinutes = Math.Clamp(ExtendMinutes, 5, 24 * 60),
        };
    }

    /// <summary>The rule of a kind; the usual one when the settings have none.</summary>
    public VisitKindRule RuleOf(VisitKind kind) => Rules.TryGetValue(kind.ToString(), out var rule) ? rule : new VisitKindRule();

    /// <summary>Whether a day is a holiday.</summary>
    public bool IsHoliday(DateOnly day) => HolidayLines.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private IEnumerable<string> HolidayLines => (Holidays ?? "").Split(['\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What holds for a kind of visit.</summary>
public class VisitKindRule
{
    /// <summary>Whether every visit of this kind needs an approval (VIS-04).</summary>
    public bool NeedsApproval { get; set; }

    /// <summary>From more persons than this on an approval is needed; null for never.</summary>
    public int? ApprovalAbovePersons { get; set; } = 10;

    /// <summary>Minutes after the planned end from which a visitor has stayed too long; null for what is usual (VIS-07).</summary>
    public int? GraceMinutes { get; set; }
}
