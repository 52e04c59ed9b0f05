using OrchardCore.Entities;
using OrchardCore.Settings;

namespace PropertySuite.Visitors;

/// <summary>Completes a plan by what the office's settings and the watch list say about it.</summary>
public sealed class VisitPolicy(ISiteService sites, WatchList watch)
{
    /// <summary>The plan with its rules and with whom the visitor resembles.</summary>
    /// <param name="plan">What was said.</param>
    /// <param name="document">Number of the identity document; compared and forgotten. Null when nobody looked.</param>
    public async Task<VisitPlan> CompleteAsync(VisitPlan plan, string? document = null) => plan with
    {
        Rules = (await sites.GetSiteSettingsAsync()).As<VisitorSettings>().RulesOf(plan.Kind, plan.Guest.Persons),
        Hits = await watch.MatchAsync(plan.Guest.Name, plan.Guest.Plate, document, plan.Host.UnitId),
    };

    /// <summary>Looks at the watch list again: entries may be new since the visit was announced.</summary>
    public async Task LookAsync(VisitPart visit)
    {
        if (!visit.IsForgotten && VisitStates.Open.Contains(visit.State))
        {
            // What the document told at the desk is not told twice; it stays.
            var byDocument = visit.Hits.Where(hit => hit.By == WatchMatch.Document);
            visit.Look([.. byDocument, .. await watch.MatchAsync(visit.Guest.Name, visit.Guest.Plate, null, visit.Host.UnitId)]);
        }
    }
}
