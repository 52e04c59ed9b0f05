using System.Text.Json.Serialization;

namespace PropertySuite.Decoration;

/// <summary>The stage at which a site is inspected (DEC-14). Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SiteStage>))]
public enum SiteStage
{
    /// <summary>Briefing at the start, common parts photographed.</summary>
    Briefing,

    Demolition,

    /// <summary>Electrics and plumbing before they are covered.</summary>
    HiddenWorks,

    /// <summary>Water stands for 48 hours.</summary>
    WaterTest,

    Carpentry,

    Finishing,

    Final,

    /// <summary>A round without a stage.</summary>
    Patrol,
}

/// <summary>Words of stages.</summary>
public static class SiteStages
{
    /// <summary>English name.</summary>
    public static string Name(SiteStage stage) => stage switch
    {
        SiteStage.Briefing => "Start on site",
        SiteStage.Demolition => "Demolition",
        SiteStage.HiddenWorks => "Electrics and plumbing before covering",
        SiteStage.WaterTest => "Water test, 48 hours",
        SiteStage.Carpentry => "Carpentry",
        SiteStage.Finishing => "Finishing",
        SiteStage.Final => "Final inspection",
        _ => "Patrol",
    };

    /// <summary>The stages that the works of a scope go through.</summary>
    public static IReadOnlyList<SiteStage> PlanOf(IReadOnlyCollection<ScopeKind> scope) =>
    [
        SiteStage.Briefing,
        .. scope.Contains(ScopeKind.Walls) ? [SiteStage.Demolition] : Array.Empty<SiteStage>(),
        .. scope.Any(kind => kind is ScopeKind.Electrics or ScopeKind.WetArea or ScopeKind.Gas) ? [SiteStage.HiddenWorks] : Array.Empty<SiteStage>(),
        .. scope.Contains(ScopeKind.WetArea) ? [SiteStage.WaterTest] : Array.Empty<SiteStage>(),
        SiteStage.Finishing,
        SiteStage.Final,
    ];
}
