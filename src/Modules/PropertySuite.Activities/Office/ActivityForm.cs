using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Entities;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>The form of a notice.</summary>
public sealed class ActivityForm
{
    private const int EmptyShifts = 2;

    /// <summary>Texts by language.</summary>
    public Dictionary<string, ActivityTextForm> Texts { get; set; } = [];

    public string? Place { get; set; }

    public string? Day { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    /// <summary>The last day, when it goes on for several.</summary>
    public string? LastDay { get; set; }

    public bool Needed { get; set; }

    public string? Capacity { get; set; }

    /// <summary>First day of registration.</summary>
    public string? OpensOn { get; set; }

    /// <summary>Last day of registration.</summary>
    public string? ClosesOn { get; set; }

    public Audience Audience { get; set; }

    public string? LargestParty { get; set; } = "6";

    public bool OnePerUnit { get; set; }

    public string? Cost { get; set; }

    public List<ShiftForm> Shifts { get; set; } = [];

    /// <summary>What the page says; never posted.</summary>
    [BindNever, ValidateNever]
    public ActivityFormPage? Page { get; set; }

    /// <summary>The form of an activity.</summary>
    public static ActivityForm Of(ActivityPart activity, CommunityTime time)
    {
        var (start, end) = activity.Time is { } at ? (time.At(at.StartUtc), time.At(at.EndUtc)) : ((DateTime?)null, (DateTime?)null);
        var rules = activity.Registration;
        return new ActivityForm
        {
            Texts = activity.Texts.ToDictionary(pair => pair.Key, pair => new ActivityTextForm { Title = pair.Value.Title, Lead = pair.Value.Lead, Body = pair.Value.Body }),
            Place = activity.Place,
            Day = start is { } first ? ListDay.Show(DateOnly.FromDateTime(first)) : null,
            From = start is { } from ? Moments.Time(from) : null,
            Until = end is { } until ? Moments.Time(until) : null,
            LastDay = start is { } s && end is { } e && e > s.Date.AddDays(1).AddHours(12) ? ListDay.Show(DateOnly.FromDateTime(e)) : null,
            Needed = rules.Needed,
            Capacity = rules.Capacity?.ToString(CultureInfo.CurrentCulture),
            OpensOn = rules.OpensUtc is { } opens ? ListDay.Show(time.DayAt(opens)) : null,
            ClosesOn = rules.ClosesUtc is { } closes ? ListDay.Show(time.DayAt(closes.AddTicks(-1))) : null,
            Audience = rules.Audience,
            LargestParty = rules.LargestParty.ToString(CultureInfo.CurrentCulture),
            OnePerUnit = rules.OnePerUnit,
            Cost = activity.Cost == 0 ? null : activity.Cost.ToString("0.##", CultureInfo.CurrentCulture),
            Shifts = [.. activity.Shifts.Select(shift => ShiftForm.Of(shift, time))],
        };
    }

    /// <summary>The form with a few empty lines for shifts.</summary>
    public ActivityForm WithEmptyShifts()
    {
        var used = Shifts.Where(shift => !shift.IsEmpty).ToList();
        Shifts = [.. used, .. Enumerable.Range(0, EmptyShifts).Select(_ => new ShiftForm())];
        return this;
    }

    /// <summary>What the form says.</summary>
    /// <param name="languages">Languages that the community writes in, its first one first.</param>
    /// <param name="time">The community's clock.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="rules">What the settings say.</param>
    /// <param name="ids">Gives new shifts their ids.</param>
    /// <exception cref="RefusedException">Something cannot be read.</exception>
    public ActivityPlan ToPlan(IReadOnlyList<string> languages, CommunityTime time, DateTime nowUtc, ActivityRules rules, IIdGenerator ids)
    {
        var today = time.DayAt(nowUtc);
        var at = ReadTime(time, today);
        return new ActivityPlan(
            languages.Where(language => Texts.GetValueOrDefault(language) is { IsEmpty: false })
                .ToDictionary(language => language, language => Texts[language].ToText()),
            OrNull(Place),
            at,
            ReadRules(time, today, at),
            OrNull(Cost) is null ? 0 : Money.Read(Cost, rules.Currency) ?? throw ActivityRefusals.CostMalformed.At(nameof(Cost)))
        {
            Rules = rules,
            Shifts = [.. Shifts.Index().Where(line => !line.Item.IsEmpty).Select(line => line.Item.ToShift(line.Index, at is null ? today : time.DayAt(at.StartUtc), time, today, ids))],
        };
    }

    /// <summary>Reads the time alone.</summary>
    /// <returns>Null when nothing was typed.</returns>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public ActivityTime? ReadTime(CommunityTime time, DateOnly today)
    {
        if (OrNull(Day) is null && OrNull(From) is null && OrNull(Until) is null)
        {
            return null;
        }

        var day = ForgivingTime.ReadDate(Day, today) ?? throw ActivityRefusals.DayUnreadable.At(nameof(Day));
        var from = ForgivingTime.ReadTime(From) ?? throw ActivityRefusals.TimeUnreadable.At(nameof(From));
        var until = ForgivingTime.ReadTime(Until) ?? throw ActivityRefusals.TimeUnreadable.At(nameof(Until));
        var last = OrNull(LastDay) is null
            // "22:00 to 2:00" is a night, not a mistake.
            ? until < from ? day.AddDays(1) : day
            : ForgivingTime.ReadDate(LastDay, today) ?? throw ActivityRefusals.DayUnreadable.At(nameof(LastDay));
        return new ActivityTime(time.ToUtc(day, from), time.ToUtc(last, until, end: true));
    }

    /// <summary>Trimmed text; null when nothing is left.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The end of a day of registration, at most the beginning of the activity; null for none.</summary>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public static DateTime? ReadDeadline(string? typed, CommunityTime time, DateOnly today, ActivityTime? at, string field)
    {
        if (OrNull(typed) is null)
        {
            return null;
        }

        var end = time.BeginningOf((ForgivingTime.ReadDate(typed, today) ?? throw ActivityRefusals.DayUnreadable.At(field)).AddDays(1));
        return at is not null && end > at.StartUtc && time.DayAt(end.AddTicks(-1)) == time.DayAt(at.StartUtc) ? at.StartUtc : end;
    }

    private RegistrationRules ReadRules(CommunityTime time, DateOnly today, ActivityTime? at) => !Needed ? RegistrationRules.None : new RegistrationRules
    {
        Needed = true,
        Capacity = OrNull(Capacity) is null ? null : Whole(Capacity, nameof(Capacity)),
        OpensUtc = OrNull(OpensOn) is null ? null : time.BeginningOf(ForgivingTime.ReadDate(OpensOn, today) ?? throw ActivityRefusals.DayUnreadable.At(nameof(OpensOn))),
        ClosesUtc = ReadDeadline(ClosesOn, time, today, at, nameof(ClosesOn)),
        Audience = Audience,
        LargestParty = Whole(LargestParty, nameof(LargestParty)),
        OnePerUnit = OnePerUnit,
    };

    private static int Whole(string? typed, string field) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw ActivityRefusals.NumberMalformed.At(field);
}

/// <summary>The texts of one language, as typed.</summary>
public sealed class ActivityTextForm
{
    public string? Title { get; set; }

    public string? Lead { get; set; }

    public string? Body { get; set; }

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Lead) && string.IsNullOrWhiteSpace(Body);

    /// <summary>What was written.</summary>
    public ActivityText ToText() => new(Title?.Trim() ?? "", ActivityForm.OrNull(Lead), ActivityForm.OrNull(Body)?.ReplaceLineEndings("\n"));
}

/// <summary>A shift, as typed.</summary>
public sealed class ShiftForm
{
    public string? Id { get; set; }

    public string? Task { get; set; }

    public string? Day { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Needed { get; set; }

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Task) && string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(Until);

    /// <summary>The form of a shift.</summary>
    public static ShiftForm Of(Shift shift, CommunityTime time) => new()
    {
        Id = shift.Id,
        Task = shift.Task,
        Day = ListDay.Show(time.DayAt(shift.FromUtc)),
        From = Moments.Time(time.At(shift.FromUtc)),
        Until = Moments.Time(time.At(shift.UntilUtc)),
        Needed = shift.Needed.ToString(CultureInfo.CurrentCulture),
    };

    /// <summary>What was written.</summary>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public Shift ToShift(int at, DateOnly usual, CommunityTime time, DateOnly today, IIdGenerator ids)
    {
        var day = string.IsNullOrWhiteSpace(Day) ? usual : ForgivingTime.ReadDate(Day, today) ?? throw ActivityRefusals.DayUnreadable.At($"Shifts[{at}].Day");
        var from = ForgivingTime.ReadTime(From) ?? throw ActivityRefusals.TimeUnreadable.At($"Shifts[{at}].From");
        var until = ForgivingTime.ReadTime(Until) ?? throw ActivityRefusals.TimeUnreadable.At($"Shifts[{at}].Until");
        return new Shift(
            Id is { Length: > 0 and <= 26 } ? Id : ids.GenerateUniqueId(),
            Task?.Trim() ?? "",
            time.ToUtc(day, from),
            time.ToUtc(until < from ? day.AddDays(1) : day, until, end: true),
            int.TryParse(Needed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var needed) ? needed : throw ActivityRefusals.ShiftNeedsOutOfRange.At($"Shifts[{at}].Needed"));
    }
}

/// <summary>What the form's page says.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Post">Where it is posted.</param>
/// <param name="Back">Where one goes back to.</param>
/// <param name="Languages">Languages, the community's first one first.</param>
/// <param name="IsTimeKnown">Whether people know the time already.</param>
/// <param name="Limit">Cost above which the manager approves, in words.</param>
public sealed record ActivityFormPage(string Title, string Post, string Back, IReadOnlyList<string> Languages, bool IsTimeKnown, string Limit);
