using OrchardCore.Workflows.Services;
using PropertySuite.Core;

namespace PropertySuite.Visitors.Workflows;

/// <summary>Tells workflows what happens with visits. What follows runs after the step has been committed, and cannot undo it.</summary>
public sealed class VisitWorkflowWitness(IWorkflowManager workflows) : IVisitWitness
{
    /// <inheritdoc/>
    public async Task HappenedAsync(VisitPart visit, IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            // What a policy does is no news to a policy; without this two workflows could play ball for ever.
            if (ReferenceEquals(step.By, Actor.Policy))
            {
                continue;
            }

            await TellAsync(nameof(VisitChangedEvent), visit, step);
            if (EventOf(step) is { } name)
            {
                await TellAsync(name, visit, step);
            }

            if (visit.OpenHits.Count > 0 && (step.Verb == VisitVerbs.Register.Id || step.Verb == VisitVerbs.Invite.Id || step.Verb == VisitVerbs.Arrive.Id || step.Verb == VisitVerbs.AdmitOffline.Id))
            {
                await TellAsync(nameof(VisitWatchHitEvent), visit, step);
            }
        }
    }

    private static string? EventOf(Step step) =>
        step.Verb == VisitVerbs.GiveUp.Id && ReferenceEquals(step.By, Actor.Clock) ? nameof(VisitUnansweredEvent)
        : step.Verb == VisitVerbs.Overstay.Id ? nameof(VisitOverstayEvent)
        : step.Verb == VisitVerbs.Ring.Id ? nameof(VisitRangEvent)
        : null;

    private Task TellAsync(string name, VisitPart visit, Step step) => workflows.TriggerEventAsync(
        name,
        new Dictionary<string, object>
        {
            [VisitEvent.VisitId] = visit.ContentItem.ContentItemId,
            ["Number"] = visit.Number,
            ["Unit"] = visit.Host.UnitCode,
            ["Kind"] = visit.Kind.ToString(),
            ["Persons"] = visit.Guest.Persons,
            ["State"] = visit.State.ToString(),
            ["Verb"] = step.Verb,
            ["Calls"] = visit.Calls,
            ["CallLeft"] = visit.CallLeft,
            ["Rings"] = visit.Rings,
            ["RingLeft"] = visit.Rings < visit.Rules.Rings,
        },
        visit.ContentItem.ContentItemId);
}
