using System.Globalization;
using YesSql;
using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>How a filter is filled in.</summary>
public enum ListFilterKind
{
    /// <summary>One of several values.</summary>
    Choice,

    /// <summary>A day, <c>2026-03-02</c> in addresses.</summary>
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
    /// <summary>Whether the list can be narrowed to a value.</summary>
    public bool Knows(string value) => Kind switch
    {
        ListFilterKind.Choice => Choices.Any(choice => choice.Value == value),
        ListFilterKind.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => value.Length <= 60,
    };
}

/// <summary>A filter, ready to be written.</summary>
public sealed record ListFilterView(string Name, string Text, ListFilterKind Kind, string? Value, IReadOnlyList<ListChoice> Choices);
