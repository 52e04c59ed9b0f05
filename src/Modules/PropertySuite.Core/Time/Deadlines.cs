using Microsoft.Extensions.Localization;

namespace PropertySuite.Core;

/// <summary>A deadline as pages show it: a shape, a tone, words.</summary>
/// <param name="Tone"><c>ok</c>, <c>soon</c> or <c>late</c>.</param>
/// <param name="Sign">Id of the sign in the sheet of icons.</param>
/// <param name="Text">Relative up to four hours, then the moment itself; in the reader's language.</param>
public sealed record DeadlineView(string Tone, string Sign, string Text)
{
    /// <summary>Where the partial view lies.</summary>
    public const string Partial = "~/Areas/PropertySuite.Core/Views/Shared/_Due.cshtml";
}

/// <summary>Says when something is due.</summary>
public sealed class Deadlines(IStringLocalizer<Deadlines> S)
{
    private static readonly TimeSpan Near = TimeSpan.FromHours(4);
    private static readonly TimeSpan VeryNear = TimeSpan.FromMinutes(90);

    /// <summary>A deadline as it is said now.</summary>
    /// <param name="dueUtc">When, UTC.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="time">The community's time.</param>
    public DeadlineView Say(DateTime dueUtc, DateTime nowUtc, CommunityTime time)
    {
        var left = dueUtc - nowUtc;
        if (left <= TimeSpan.Zero)
        {
            return new("late", "due-late", -left < Near ? S["{0} over", Span(-left)] : S["since {0}", Moments.Short(time.At(dueUtc))]);
        }

        var isToday = time.DayAt(dueUtc) == time.DayAt(nowUtc);
        return left < Near
            ? new("soon", left < VeryNear ? "due-95" : "due-75", Span(left))
            : new("ok", isToday ? "due-50" : "due-25", isToday ? S["today {0}", Moments.Time(time.At(dueUtc))] : Moments.Short(time.At(dueUtc)));
    }

    private string Span(TimeSpan span) => span.TotalMinutes < 60 ? S["{0} min", Math.Max(1, (int)span.TotalMinutes)] : S["{0} h {1} min", (int)span.TotalHours, span.Minutes];
}
