using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>A category of cases.</summary>
public class ComplaintCategory
{
    /// <summary>Stands in records; never changed.</summary>
    public string Id { get; set; } = "";

    /// <summary>Name; an English one that is shipped is translated.</summary>
    public string Name { get; set; } = "";

    /// <summary>Role whose queue such cases go into.</summary>
    public string Team { get; set; } = "Desk";

    /// <summary>Usual level.</summary>
    public int Level { get; set; } = 1;
}

/// <summary>Deadlines of a level.</summary>
public class ComplaintLevel
{
    /// <summary>Working minutes until the first contact.</summary>
    public int ContactMinutes { get; set; }

    /// <summary>How many until the solution.</summary>
    public int SolveAmount { get; set; }

    /// <summary>Of what.</summary>
    public TargetUnit SolveUnit { get; set; }

    /// <summary>Share of resolved cases that are visited again.</summary>
    public int VisitPercent { get; set; }
}

/// <summary>Section of the site's settings: how the service desk works.</summary>
public class ComplaintSettings
{
    /// <summary>Most categories.</summary>
    public const int MostCategories = 40;

    /// <summary>Categories, the most usual first; none: those of a residential estate.</summary>
    public List<ComplaintCategory> Categories { get; set; } = [];

    /// <summary>Deadlines of the levels 1 to 4; none: 4 hours and 3 days, 1 hour and 24 hours, a quarter of an hour and 24 hours, at once.</summary>
    public List<ComplaintLevel> Levels { get; set; } = [];

    /// <summary>Working minutes until somebody of the staff has looked at a new case.</summary>
    public int AcknowledgeMinutes { get; set; } = 15;

    /// <summary>Working days after which silence counts as agreement.</summary>
    public int SilenceDays { get; set; } = 3;

    /// <summary>Working days for the return visit.</summary>
    public int VisitDays { get; set; } = 3;

    /// <summary>Days in which a case may be reopened.</summary>
    public int ReopenDays { get; set; } = 30;

    /// <summary>Share of a deadline after which a warning is given, in percent.</summary>
    public int WarnAtPercent { get; set; } = Countdown.UsualWarning;

    /// <summary>The categories that there are.</summary>
    public IReadOnlyList<ComplaintCategory> Offered => Categories.Count > 0 ? Categories : Usual;

    /// <summary>The levels that there are.</summary>
    public IReadOnlyList<ComplaintLevel> OfferedLevels => Levels.Count == 4 ? Levels : UsualLevels;

    /// <summary>The rules on a calendar.</summary>
    public ComplaintRules ToRules(WorkingCalendar calendar) => new(
        calendar,
        new Target(Math.Clamp(AcknowledgeMinutes, 1, 10_000), TargetUnit.WorkingMinutes),
        [.. OfferedLevels.Select(level => new LevelRules(
            new Target(Math.Max(0, level.ContactMinutes), TargetUnit.WorkingMinutes),
            new Target(Math.Max(1, level.SolveAmount), level.SolveUnit),
            Math.Clamp(level.VisitPercent, 0, 100)))],
        Target.Days(Math.Clamp(SilenceDays, 1, 60)),
        Target.Days(Math.Clamp(VisitDays, 1, 60)),
        Math.Clamp(ReopenDays, 0, 365),
        Math.Clamp(WarnAtPercent, 10, 100));

    private static readonly IReadOnlyList<ComplaintLevel> UsualLevels =
    [
        new() { ContactMinutes = 240, SolveAmount = 3, SolveUnit = TargetUnit.WorkingDays, VisitPercent = 30 },
        new() { ContactMinutes = 60, SolveAmount = 1440, SolveUnit = TargetUnit.Minutes, VisitPercent = 100 },
        new() { ContactMinutes = 15, SolveAmount = 1440, SolveUnit = TargetUnit.Minutes, VisitPercent = 100 },
        new() { ContactMinutes = 5, SolveAmount = 240, SolveUnit = TargetUnit.Minutes, VisitPercent = 100 },
    ];

    private static readonly IReadOnlyList<ComplaintCategory> Usual =
    [
        Make("noise", "Noise", "Desk"), Make("cleanliness", "Cleanliness", "Desk"), Make("greening", "Greening", "Desk"), Make("security", "Security", "Captain", 2),
        Make("parking", "Parking", "Desk"), Make("lift", "Lift", "Engineer", 2), Make("water", "Water and leaks", "Engineer", 2), Make("electricity", "Electricity", "Engineer", 2),
        Make("facilities", "Facilities", "Engineer"), Make("staff", "Staff attitude", "Supervisor", 2), Make("fees", "Fees and bills", "Cashier"), Make("order", "Public order", "Captain"),
        Make("smells", "Smells and smoke", "Desk"), Make("pests", "Pests", "Desk"), Make("suggestions", "Suggestions", "Supervisor"), Make("praise", "Praise", "Supervisor"), Make("other", "Something else", "Desk"),
    ];

    private static ComplaintCategory Make(string id, string name, string team, int level = 1) => new() { Id = id, Name = name, Team = team, Level = level };
}
