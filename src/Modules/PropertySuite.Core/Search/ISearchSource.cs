using System.Security.Claims;
using Microsoft.Extensions.Localization;

namespace PropertySuite.Core.Search;

/// <summary>What a module offers to the search box (REG-12). Register with <c>services.AddScoped&lt;ISearchSource, …&gt;()</c>.</summary>
public interface ISearchSource
{
    /// <summary>Heading of the group, in the reader's language: "Units".</summary>
    LocalizedString Heading { get; }

    /// <summary>Id of the icon beside each hit: <c>building</c>, <c>person</c>.</summary>
    string Icon { get; }

    /// <summary>Order of the groups; units 10, people 20, records from 50.</summary>
    int Order { get; }

    /// <summary>What this reader may see of what the text finds, best first; nothing when they may not search here at all.</summary>
    /// <param name="text">As typed, trimmed, never empty.</param>
    /// <param name="take">The most to return.</param>
    Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take);
}
