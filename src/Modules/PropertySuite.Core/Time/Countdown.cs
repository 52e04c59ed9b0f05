using System.Text.Json.Serialization;

namespace PropertySuite.Core;

/// <summary>What a target counts. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetUnit>))]
public enum TargetUnit
{
    /// <summary>Minutes of working time.</summary>
    WorkingMinutes,

    /// <summary>Working days: due at the close of the last one.</summary>
    WorkingDays,

    /// <summary>Minutes on any day at any hour.</summary>
    Minutes,
}

/// <summary>How long something may take.</summary>
/// <param name="Amount">How many, from 0.</param>
/// <param name="Unit">Of what.</param>
public sealed record Target(int Amount, TargetUnit Unit)
{
    /// <summary>Working hours.</summary>
    public static Target Hours(int hours) => new(hours * 60, TargetUnit.WorkingMinutes);

    /// <summary>Working days.</summary>
    public static Target Days(int days) => new(days, TargetUnit.WorkingDays);

    /// <summary>Hours on any day at any hour.</summary>
    public static Target ClockHours(int hours) => new(hours * 60, TargetUnit.Minutes);

    /// <summary>When it is due that begins at a moment.</summary>
    public DateTime From(DateTime atUtc, WorkingCalendar calendar) => Unit switch
    {
        TargetUnit.WorkingDays => calendar.AddDays(atUtc, Amount),
        TargetUnit.WorkingMinutes => calendar.Add(atUtc, TimeSpan.FromMinutes(Amount)),
        _ => atUtc.AddMinutes(Amount),
    };
}

/// <summary>Why a countdown stands still.</summary>
/// <param name="AtUtc">Since when, UTC.</param>
/// <param name="Reason">Why, in words or as an id of the module's own.</param>
/// <param name="Left">Time that was left, as the target counts it; nothing when it was late already.</param>
/// <param name="UntilUtc">When it goes on by itself, UTC; null when somebody has to say so.</param>
public sealed record CountdownPause(DateTime AtUtc, string Reason, TimeSpan Left, DateTime? UntilUtc);

/// <summary>
/// A deadline that can be paused: begun, warned of, due, met. A value that a part keeps; each verb returns the next one, and
/// moment and calendar are handed in.
/// </summary>
public sealed record Countdown
{
    /// <summary>Share of the time after which a warning is due, in percent, unless the office says otherwise.</summary>
    public const int UsualWarning = 80;

    /// <summary>How long it may take.</summary>
    [JsonInclude] public Target Target { get; private init; } = new(0, TargetUnit.WorkingMinutes);

    /// <summary>When it began, UTC.</summary>
    [JsonInclude] public DateTime StartedUtc { get; private init; }

    /// <summary>When it is due, UTC. While it is paused: when it would have been.</summary>
    [JsonInclude] public DateTime DueUtc { get; private init; }

    /// <summary>When the warning is due, UTC.</summary>
    [JsonInclude] public DateTime WarnUtc { get; private init; }

    /// <summary>Share of the time after which a warning is due, in percent.</summary>
    [JsonInclude] public int WarnAtPercent { get; private init; } = UsualWarning;

    /// <summary>Why it stands still; null while it runs.</summary>
    [JsonInclude] public CountdownPause? Pause { get; private init; }

    /// <summary>How often it has been paused.</summary>
    [JsonInclude] public int Pauses { get; private init; }

    /// <summary>When it was met or given up, UTC; null until then.</summary>
    [JsonInclude] public DateTime? StoppedUtc { get; private init; }

    /// <summary>Whether it stands still.</summary>
    [JsonIgnore] public bool IsPaused => Pause is not null && StoppedUtc is null;

    /// <summary>Whether it runs.</summary>
    [JsonIgnore] public bool IsRunning => Pause is null && StoppedUtc is null;

    /// <summary>When it is due while it runs; null while it stands still and when it is over. What queues are sorted by.</summary>
    [JsonIgnore] public DateTime? OpenDueUtc => IsRunning ? DueUtc : null;

    /// <summary>Whether it was met in time; null while it is open.</summary>
    [JsonIgnore] public bool? WasMet => StoppedUtc is { } stopped ? stopped <= DueUtc : null;

    /// <summary>Begins to count.</summary>
    public static Countdown Start(Target target, DateTime atUtc, WorkingCalendar calendar, int warnAtPercent = UsualWarning) =>
        Until(target, atUtc, target.From(atUtc, calendar), calendar, warnAtPercent);

    /// <summary>Begins to count towards a moment that somebody has set.</summary>
    public static Countdown Until(Target target, DateTime atUtc, DateTime dueUtc, WorkingCalendar calendar, int warnAtPercent = UsualWarning)
    {
        var begun = new Countdown { Target = target, StartedUtc = atUtc, DueUtc = dueUtc, WarnAtPercent = Math.Clamp(warnAtPercent, 1, 100) };
        return begun with { WarnUtc = begun.Later(atUtc, begun.Counted(atUtc, dueUtc, calendar) * begun.WarnAtPercent / 100, calendar) };
    }

    /// <summary>Lets it stand still; what stands still or is over stays as it is.</summary>
    /// <param name="atUtc">When.</param>
    /// <param name="reason">Why.</param>
    /// <param name="calendar">The community's calendar.</param>
    /// <param name="untilUtc">When it goes on by itself; null when somebody has to say so.</param>
    public Countdown PauseAt(DateTime atUtc, string reason, WorkingCalendar calendar, DateTime? untilUtc = null) => IsRunning
        ? this with { Pause = new(atUtc, reason, Counted(atUtc, DueUtc, calendar), untilUtc), Pauses = Pauses + 1 }
        : this;

    /// <summary>Lets it go on: what was left is left again. What was late when it was paused is late still.</summary>
    public Countdown ResumeAt(DateTime atUtc, WorkingCalendar calendar)
    {
        if (Pause is not { } pause || StoppedUtc is not null)
        {
            return this;
        }

        if (pause.Left <= TimeSpan.Zero)
        {
            return this with { Pause = null };
        }

        // A warning that was given is not given again.
        var untilWarning = pause.AtUtc < WarnUtc ? Counted(pause.AtUtc, WarnUtc, calendar) : (TimeSpan?)null;
        return this with
        {
            Pause = null,
            DueUtc = Later(atUtc, pause.Left, calendar),
            WarnUtc = untilWarning is { } left ? Later(atUtc, left, calendar) : WarnUtc,
        };
    }

    /// <summary>It is met, or nobody waits for it any more.</summary>
    public Countdown StopAt(DateTime atUtc) => StoppedUtc is null ? this with { StoppedUtc = atUtc, Pause = null } : this;

    /// <summary>Whether it is late at a moment.</summary>
    public bool IsLateAt(DateTime atUtc) => IsRunning && atUtc >= DueUtc;

    /// <summary>Whether the warning is due at a moment.</summary>
    public bool IsWarningAt(DateTime atUtc) => IsRunning && atUtc >= WarnUtc;

    /// <summary>Time that is left at a moment, as the target counts it; nothing when it is late.</summary>
    public TimeSpan LeftAt(DateTime atUtc, WorkingCalendar calendar) => Pause?.Left ?? Counted(atUtc, DueUtc, calendar);

    /// <summary>Share of the time that has passed at a moment, 0 to 100.</summary>
    public int PercentAt(DateTime atUtc, WorkingCalendar calendar)
    {
        var at = StoppedUtc ?? Pause?.AtUtc ?? atUtc;
        var (passed, left) = (Counted(StartedUtc, at, calendar), Counted(at, DueUtc, calendar));
        return left <= TimeSpan.Zero ? 100 : (int)Math.Clamp(passed / (passed + left) * 100, 0, 100);
    }

    private TimeSpan Counted(DateTime fromUtc, DateTime untilUtc, WorkingCalendar calendar) => Target.Unit != TargetUnit.Minutes
        ? calendar.Between(fromUtc, untilUtc)
        : untilUtc > fromUtc ? untilUtc - fromUtc : TimeSpan.Zero;

    private DateTime Later(DateTime fromUtc, TimeSpan left, WorkingCalendar calendar) =>
        Target.Unit == TargetUnit.Minutes ? fromUtc + left : calendar.Add(fromUtc, left);
}
