using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>Who raised it.</summary>
/// <param name="PersonId">Content item id of the person; null for strangers and for anonymous cases.</param>
/// <param name="Name">Name as it was then; null for anonymous cases.</param>
/// <param name="Phone">Number that was called from; null when unknown.</param>
/// <param name="OnBehalfOf">For whom; null for oneself.</param>
public sealed record Complainant(string? PersonId, string? Name, string? Phone, string? OnBehalfOf)
{
    /// <summary>Nobody said who they are (CMP-05).</summary>
    public static readonly Complainant Anonymous = new(null, null, null, null);
}

/// <summary>Where it is.</summary>
/// <param name="UnitId">Unit; null for common places.</param>
/// <param name="UnitCode">Its code as it was then.</param>
/// <param name="Building">Code of the building; null when unknown.</param>
/// <param name="Words">Place in words; null when the unit says it.</param>
public sealed record ComplaintPlace(string? UnitId, string? UnitCode, string? Building, string? Words)
{
    /// <summary>As lists show it.</summary>
    public string Shown => UnitCode ?? Words ?? Building ?? "";
}

/// <summary>What is said when a case is taken in.</summary>
public sealed record ComplaintIntake(
    ComplaintKind Kind, ComplaintChannel Channel, string Category, string Subject, string Text, Complainant By, ComplaintPlace Place);

/// <summary>A line of the talk about a case.</summary>
/// <param name="ById">User id of who wrote it.</param>
/// <param name="ByName">Name as it was then.</param>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="Text">What.</param>
/// <param name="IsInternal">Whether the staff alone reads it.</param>
/// <param name="IsResident">Whether the resident wrote it.</param>
public sealed record ComplaintComment(string ById, string ByName, DateTime AtUtc, string Text, bool IsInternal, bool IsResident);

/// <summary>What was proposed.</summary>
/// <param name="Measures">What was done or will be.</param>
/// <param name="Cause">Why it happened; for the staff alone. Null when nothing was said.</param>
/// <param name="ByName">By whom.</param>
/// <param name="AtUtc">When, UTC.</param>
public sealed record Proposal(string Measures, string? Cause, string ByName, DateTime AtUtc);

/// <summary>Answers at a return visit, each from 1 to 5 (RV-04).</summary>
public sealed record ReturnVisit(int Solved, int Time, int Attitude, int Quality, string? Said, string ByName, DateTime AtUtc)
{
    /// <summary>Whether every answer lies between 1 and 5.</summary>
    public bool IsWhole => new[] { Solved, Time, Attitude, Quality }.All(answer => answer is >= 1 and <= 5);

    /// <summary>Average of the answers.</summary>
    public double Average => (Solved + Time + Attitude + Quality) / 4d;
}

/// <summary>What the office's settings say about a case, as they were at the moment they were applied.</summary>
/// <param name="Contact">Time until the first contact.</param>
/// <param name="Solve">Time until the solution.</param>
/// <param name="VisitPercent">Share of cases that are visited again.</param>
public sealed record LevelRules(Target Contact, Target Solve, int VisitPercent);

/// <summary>The office's rules and its calendar, handed to the verbs that begin clocks.</summary>
public sealed record ComplaintRules(
    WorkingCalendar Calendar, Target Acknowledge, IReadOnlyList<LevelRules> Levels, Target Silence, Target Visit, int ReopenDays, int WarnAtPercent)
{
    /// <summary>The rules of a level from 1 to 4.</summary>
    public LevelRules Of(int level) => Levels[Math.Clamp(level, 1, Levels.Count) - 1];
}
