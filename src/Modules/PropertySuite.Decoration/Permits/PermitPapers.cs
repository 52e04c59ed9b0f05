using System.Globalization;
using OrchardCore.Entities;
using OrchardCore.Settings;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>The papers of works: the permit for the door, the neighbours' notice, the stop order, the certificate of acceptance, the statement.</summary>
public sealed class PermitPapers(Papers papers, IMoneyBook money, ISiteService sites, Neighbours neighbours)
{
    /// <summary>Kind of the permit's paper; it follows the permit's standing.</summary>
    public const string Poster = "works.permit";

    private const string Views = "~/Areas/PropertySuite.Decoration/Views/Papers/";

    /// <summary>Issues the papers that a step brings, and says of the permit whether it holds.</summary>
    public async Task AfterAsync(PermitPart permit, Verb verb, Actor by)
    {
        var id = permit.ContentItem.ContentItemId;
        if (verb == PermitVerbs.Permit)
        {
            var settings = (await sites.GetSiteSettingsAsync()).As<DecorationSettings>();
            var poster = new PermitPoster(permit, await money.OfRecordAsync(id), settings.Hours);
            await papers.IssueAsync(Draft(permit, Poster, "Works permit", "Poster", poster) with { ValidUntil = permit.LastDay }, by);
            await papers.IssueAsync(Draft(permit, "works.notice", "Notice to the neighbours", "Notice", new PermitNotice(permit, [.. (await neighbours.OfAsync(permit.Unit.Id)).Select(unit => unit.Code)], settings.Hours)), by);
        }

        if (verb == PermitVerbs.Stop) await papers.IssueAsync(Draft(permit, "works.stop", "Order to stop the works", "Stop", permit), by);
        if (verb == PermitVerbs.Accept) await papers.IssueAsync(Draft(permit, "works.acceptance", "Certificate of acceptance", "Acceptance", permit), by);
        if (verb == PermitVerbs.ApproveSettlement) await papers.IssueAsync(Draft(permit, "works.settlement", "Statement of the deposits", "Settlement", new PermitSettlement(permit, await money.OfRecordAsync(id))), by);

        if (verb == PermitVerbs.Stop) await papers.StandAsync(id, Poster, PaperStanding.Suspended);
        if (verb == PermitVerbs.Resume) await papers.StandAsync(id, Poster, PaperStanding.InForce);
        if (verb == PermitVerbs.Extend) await papers.StandAsync(id, Poster, PaperStanding.InForce, permit.LastDay);
        if (verb == PermitVerbs.Accept) await papers.StandAsync(id, Poster, PaperStanding.Void);
    }

    private static PaperDraft<T> Draft<T>(PermitPart permit, string kind, string title, string view, T data) =>
        new(kind, Wording.Of(typeof(PermitTexts), title), permit.ContentItem.ContentItemId, permit.Number, DecorationPermissions.View, Views + view + ".cshtml", data);
}

/// <summary>What the permit for the door is written from.</summary>
public sealed record PermitPoster(PermitPart Permit, IReadOnlyList<Demand> Demands, string? Hours);

/// <summary>What the neighbours' notice is written from.</summary>
public sealed record PermitNotice(PermitPart Permit, IReadOnlyList<string> Units, string? Hours);

/// <summary>What the statement is written from.</summary>
public sealed record PermitSettlement(PermitPart Permit, IReadOnlyList<Demand> Demands);

/// <summary>Units above, below and beside one.</summary>
public sealed class Neighbours(IUnitDirectory units)
{
    /// <summary>The neighbours of a unit: the same door a floor above and below, and the other doors of its floor.</summary>
    public async Task<IReadOnlyList<UnitSummary>> OfAsync(string unitId)
    {
        if (await units.FindAsync(unitId) is not { } unit || unit.Code.LastIndexOf('-') is not (> 0 and var cut))
        {
            return [];
        }

        var door = unit.Code[(cut + 1)..];
        var near = new List<UnitSummary>();
        foreach (var floor in new[] { unit.Floor + 1, unit.Floor - 1 })
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{unit.BuildingCode}-{floor:00}-{door}");
            if (await units.FindByCodeAsync(code) is { } found && found.BuildingId == unit.BuildingId) near.Add(found);
        }

        near.AddRange((await units.SearchAsync(unit.Code[..(cut + 1)], 20)).Where(other => other.Id != unit.Id && other.BuildingId == unit.BuildingId && other.Floor == unit.Floor));
        return [.. near.DistinctBy(other => other.Id)];
    }
}
