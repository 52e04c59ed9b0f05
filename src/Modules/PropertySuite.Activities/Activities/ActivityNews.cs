using System.Text.Json.Serialization;

namespace PropertySuite.Activities;

/// <summary>What those who registered are told. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NewsKind>))]
public enum NewsKind
{
    /// <summary>It begins soon (ACT-15).</summary>
    Reminder,

    /// <summary>It does not take place at its time.</summary>
    Postponed,

    /// <summary>It has a new time.</summary>
    Moved,

    /// <summary>It does not take place.</summary>
    Cancelled,
}

/// <summary>News for those who registered. Each registration keeps the revision that its person has been told, so nobody is told twice.</summary>
/// <param name="Revision">Counts the news of an activity, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="Reason">Why; null when none was asked.</param>
public sealed record ActivityNews(int Revision, NewsKind Kind, DateTime AtUtc, string? Reason);
