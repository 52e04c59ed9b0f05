using OrchardCore.Entities;
using OrchardCore.Settings;

namespace PropertySuite.Visitors;

/// <summary>The kinds of visit that this community has to do with.</summary>
public sealed class VisitChoices(ISiteService sites)
{
    /// <summary>The most usual first.</summary>
    public async Task<IReadOnlyList<VisitKind>> KindsAsync() => VisitKinds.Offered((await SettingsAsync()).Kinds);

    /// <summary>The kinds that a host chooses from when announcing; empty where every visitor of a host is a guest.</summary>
    public async Task<IReadOnlyList<VisitKind>> ForHostsAsync() => (await SettingsAsync()).Kinds is { Length: > 0 } names ? VisitKinds.Offered(names) : [];

    /// <summary>The kind that was chosen, where the community has it; else its most usual one.</summary>
    public async Task<VisitKind> OrUsualAsync(VisitKind chosen) => await KindsAsync() is var kinds && kinds.Contains(chosen) ? chosen : kinds[0];

    /// <summary>Whether visitors come to firms, not to households.</summary>
    public async Task<bool> AreForFirmsAsync() => (await KindsAsync()).Contains(VisitKind.Business);

    private async Task<VisitorSettings> SettingsAsync() => (await sites.GetSiteSettingsAsync()).As<VisitorSettings>();
}
