using Microsoft.AspNetCore.Mvc.ModelBinding;
using PropertySuite.Platform.Features.Localization;

namespace PropertySuite.Platform.Features.Tenants;

/// <summary>What a new community is founded with.</summary>
public sealed class CommunityForm
{
    /// <summary>What people read.</summary>
    public string? SiteName { get; set; }

    /// <summary>What the server calls it; letters and digits.</summary>
    public string? Name { get; set; }

    public string? Host { get; set; }

    public string? Prefix { get; set; }

    public string? Recipe { get; set; }

    public string? Culture { get; set; }

    public string? TimeZoneId { get; set; }

    public string? ManagerEmail { get; set; }

    [BindNever]
    public IReadOnlyList<(string Name, string Text)> Recipes { get; set; } = [];

    [BindNever]
    public IReadOnlyList<TimeZoneGroup> TimeZones { get; set; } = [];

    [BindNever]
    public IReadOnlyList<string> Cultures { get; set; } = [];
}

/// <summary>A community in the list.</summary>
/// <param name="Address">Null when nothing can be asked of it.</param>
public sealed record CommunityRow(string Name, string? Address, OrchardCore.Environment.Shell.Models.TenantState State, string? Recipe, bool IsDefault);

/// <summary>Shown to whoever founded it, for a while.</summary>
public sealed record CommunityFounded(string SiteName, string Address, string? InvitationLink, string ManagerEmail);

/// <summary>How far a founding is.</summary>
/// <param name="Step">Of the recipe, from 1; 0 before the first.</param>
/// <param name="StepName">In the reader's language.</param>
/// <param name="Errors">What failed, by field; null: nothing did.</param>
/// <param name="Settings">The new community's; null until it is there.</param>
public sealed record FoundingState(
    CommunityForm Form,
    bool IsDone,
    int Step = 0,
    int Steps = 0,
    string? StepName = null,
    IReadOnlyDictionary<string, string>? Errors = null,
    OrchardCore.Environment.Shell.ShellSettings? Settings = null,
    string? InvitationPath = null);
