using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>A unit as the desk typed it, with those who may receive somebody there today.</summary>
/// <param name="Unit">The unit; null when several are meant.</param>
/// <param name="Hosts">Who lives or works there, with the number to call.</param>
/// <param name="Others">Units that may be meant.</param>
public sealed record HostOffer(UnitSummary? Unit, IReadOnlyList<HostChoice> Hosts, IReadOnlyList<UnitSummary> Others);

/// <summary>Somebody who may receive the visitor.</summary>
public sealed record HostChoice(string PersonId, string Name, string? Phone, bool AtHome);

/// <summary>From a typed unit to its hosts.</summary>
public sealed class HostFinder(IUnitDirectory units, ITies ties, IPersonDirectory people, CommunityTimes times, IClock clock)
{
    /// <summary>What a typed unit offers; null when nothing was typed.</summary>
    public async Task<HostOffer?> OfferAsync(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        return await units.FindByCodeAsync(typed.Trim()) is { } unit
            ? new HostOffer(unit, await HostsAsync(unit.Id), [])
            : new HostOffer(null, [], await units.SearchAsync(typed.Trim(), 8));
    }

    /// <summary>The host that was chosen.</summary>
    /// <exception cref="RefusedException">There is no such unit, or the person is not of it today.</exception>
    public async Task<VisitHost> GetAsync(string? typed, string? hostId)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            throw VisitRefusals.UnitMissing.At("Unit");
        }

        var unit = await units.FindByCodeAsync(typed.Trim()) ?? throw VisitRefusals.UnitUnknown.At("Unit", typed.Trim());
        if (string.IsNullOrEmpty(hostId))
        {
            return new VisitHost(unit.Id, unit.Code, null, null);
        }

        var host = (await HostsAsync(unit.Id)).FirstOrDefault(host => host.PersonId == hostId) ?? throw VisitRefusals.HostNotOfUnit.At("HostId");
        return new VisitHost(unit.Id, unit.Code, host.PersonId, host.Name);
    }

    /// <summary>Who may receive somebody in a unit today; who lives there comes first.</summary>
    public async Task<IReadOnlyList<HostChoice>> HostsAsync(string unitId)
    {
        // Domestic help may open the door, but invites nobody.
        var held = (await ties.OfUnitAsync(unitId, (await times.GetAsync()).DayAt(clock.UtcNow))).Where(tie => tie.Kind != TieKind.Staff).ToList();
        var known = await people.FindManyAsync(held.Select(tie => tie.PersonId));

        return [.. held
            .Where(tie => known.ContainsKey(tie.PersonId))
            .GroupBy(tie => tie.PersonId, (personId, of) => new HostChoice(personId, known[personId].DisplayName, known[personId].Phone, of.Any(tie => tie.AtHome)))
            .OrderByDescending(host => host.AtHome)];
    }
}
