using System.Globalization;
using YesSql;
using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>How a filter is filled in.</summary>
public enum ListFilterKind
{
    /// <summary>One of several values.</summary>
    Choice,

    /// <summary>A day, as people type it; <c>2026-03-02</c> in the addresses that pages make.</summary>
    Day,

    /// <summary>A few letters.</summary>
    Text,
}

/// <summary>A value to choose.</summary>
/// <param name="Value">As it stands in addresses.</param>
/// <param name="Text">Its name.</param>
/// <param name="IsWord">Whether the name is English words to be translated; a name of the community's own is not.</param>
public sealed record ListChoice(string Value, string Text, bool IsWord = true);

/// <summary>Narrows a list by one thing; filters add up with the view and the search.</summary>
/// <param name="Id">Id in addresses.</param>
/// <param name="Name">English name.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Choices">What may be chosen; empty for other kinds.</param>
/// <param name="Narrow">What a value narrows the list to; the value has been checked.</param>
public sealed record ListFilter<TIndex>(
    string Id,
    string Name,
    ListFilterKind Kind,
    IReadOnlyList<ListChoice> Choices,
    Func<IQueryIndex<TIndex>, string, IQueryIndex<TIndex>> Narrow) where TIndex : class, IIndex
{
    /// <summary>A value as <see cref="Narrow"/> takes it.</summary>
    /// <param name="value">As it was typed or chosen.</param>
    /// <param name="today">The community's day, for dates without a year.</param>
    /// <returns>Null when the list cannot be narrowed to it.</returns>
    public string? Read(string value, DateOnly today) => Kind switch
    {
        ListFilterKind.Choice => Choices.Any(choice => choice.Value == value) ? value : null,
        ListFilterKind.Day => ListDay.Read(value, today) is { } day ? ListDay.Write(day) : null,
        _ => value.Length <= 60 ? value : null,
    };
}

/// <summary>Days in the addresses and fields of lists.</summary>
public static class ListDay
{
    private const string InAddresses = "yyyy-MM-dd";

    /// <summary>Reads a day as people type it; one without a year is the nearest such day, since lists look back as well.</summary>
    /// <returns>Null when the text is no day.</returns>
    public static DateOnly? Read(string? typed, DateOnly today)
    {
        if (ForgivingTime.ReadDate(typed, today) is not { } next)
        {
            return null;
        }

        // Only a date without a year is read as the next one; it stands the same a year before.
        var before = ForgivingTime.ReadDate(typed, today.AddYears(-1));
        return before is { } earlier && earlier != next && today.DayNumber - earlier.DayNumber <= next.DayNumber - today.DayNumber ? earlier : next;
    }

    /// <summary>A day in an address.</summary>
    public static string Write(DateOnly day) => day.ToString(InAddresses, CultureInfo.InvariantCulture);

    /// <summary>A day in the reader's format, the way it may be typed: <c>02/03/2026</c>, <c>2026年3月2日</c>.</summary>
    public static string Show(DateOnly day) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh"
        ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
        : day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    internal static DateOnly Parse(string written) => DateOnly.ParseExact(written, InAddresses, CultureInfo.InvariantCulture);
}

/// <summary>A filter, ready to be written.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Text">Its label, in the reader's language.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Value">What it says now, in the reader's format; null for nothing.</param>
/// <param name="Choices">What may be chosen.</param>
/// <param name="Example">What may be typed; null where that needs no example.</param>
/// <param name="IsWrong">Whether what was typed cannot be read.</param>
public sealed record ListFilterView(string Name, string Text, ListFilterKind Kind, string? Value, IReadOnlyList<ListChoice> Choices, string? Example = null, bool IsWrong = false)
{
    /// <summary>Id of the field.</summary>
    public string Id => "where-" + Name.Replace("Where[", "", StringComparison.Ordinal).TrimEnd(']');
}
