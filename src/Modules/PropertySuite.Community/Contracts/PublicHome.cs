using System.Security.Claims;

namespace PropertySuite.Community.Contracts;

/// <summary>
/// The community's public first page (S10.2). Modules add to it with a <c>DisplayDriver&lt;PublicHome&gt;</c>, registered by
/// <c>services.AddDisplayDriver&lt;PublicHome, …&gt;()</c>; zones: <c>Notices</c> (what everybody has to know now), <c>News</c> (left column),
/// <c>Events</c> (right column: the calendar and what comes next), <c>Content</c> (sections below both). What a shape shows is for everybody
/// unless the reader is signed in and may see more. Pages of a module enter the public menu by a <c>NamedNavigationProvider("main")</c>.
/// </summary>
public class PublicHome
{
    /// <summary>Who looks; mostly nobody who is signed in.</summary>
    public ClaimsPrincipal Reader { get; init; } = new();

    /// <summary>Whether the reader is signed in and has the residents' pages.</summary>
    public bool ForResidents { get; init; }

    /// <summary>Today in the community.</summary>
    public DateOnly Today { get; init; }
}
