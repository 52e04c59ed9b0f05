namespace PropertySuite.Core;

/// <summary>What the reader asked of a list, as the address says it.</summary>
public sealed class ListRequest
{
    /// <summary>Id of a view; null is the first one.</summary>
    public string? View { get; set; }

    /// <summary>Text to look for.</summary>
    public string? Search { get; set; }

    /// <summary>Id of the column to sort by; null is the list's own order. A leading <c>-</c> turns it round.</summary>
    public string? Sort { get; set; }

    /// <summary>Values of filters by their ids: <c>Where[kind]=Guest</c>.</summary>
    public Dictionary<string, string?> Where { get; set; } = [];

    /// <summary>Page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>The filters that say something.</summary>
    public IEnumerable<(string Id, string Value)> Filled =>
        Where.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => (pair.Key, pair.Value!.Trim()));
}

/// <summary>The moment a list is asked at, for views such as "today".</summary>
/// <param name="NowUtc">Now.</param>
/// <param name="DayFromUtc">Beginning of the community's day.</param>
/// <param name="DayUntilUtc">Its exclusive end.</param>
/// <param name="Today">The community's day.</param>
public sealed record ListMoment(DateTime NowUtc, DateTime DayFromUtc, DateTime DayUntilUtc, DateOnly Today);

/// <summary>Refusals of lists.</summary>
public static class ListRefusals
{
    /// <summary>No such view: showing everything instead would show too much.</summary>
    public static readonly Refusal UnknownView = new(typeof(ListRefusals), "list.unknown-view", "This list has no view of that name.");

    /// <summary>No such filter, or no such value of it.</summary>
    public static readonly Refusal UnknownFilter = new(typeof(ListRefusals), "list.unknown-filter", "This list cannot be narrowed to that.");

    /// <summary>No such column.</summary>
    public static readonly Refusal UnknownColumn = new(typeof(ListRefusals), "list.unknown-column", "This list cannot be sorted by that.");
}
