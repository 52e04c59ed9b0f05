using System.Globalization;
using OrchardCore.ContentManagement;
using OrchardCore.Entities;
using OrchardCore.Settings;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Subcontractors;

/// <summary>Section of the site's settings: how months are scored.</summary>
public class ServiceSettings
{
    public decimal Daily { get; set; } = ScoreWeights.Usual.Daily;

    public decimal Weekly { get; set; } = ScoreWeights.Usual.Weekly;

    public decimal Monthly { get; set; } = ScoreWeights.Usual.Monthly;

    public decimal Survey { get; set; } = ScoreWeights.Usual.Survey;

    public decimal Documents { get; set; } = ScoreWeights.Usual.Documents;

    /// <summary>The same within its bounds.</summary>
    public ScoreWeights Weights => new(Bound(Daily), Bound(Weekly), Bound(Monthly), Bound(Survey), Bound(Documents));

    private static decimal Bound(decimal weight) => Math.Clamp(weight, 0, 100);
}

/// <summary>Statements: drafted from what happened in a month, reckoned anew, ranked.</summary>
public sealed class Statements(ISession session, ServiceRecords records, CommunityTimes times, ISiteService sites)
{
    private const string Confirmed = nameof(InspectionState.Confirmed);
    private const string Draft = nameof(StatementState.Draft);

    /// <summary>Drafts the statement of a month.</summary>
    /// <exception cref="RefusedException">The month is not over, nothing can be scored, there is one already, or it is not for this person.</exception>
    public async Task<StatementPart> DraftAsync(Actor by, string contractId, ContractPart contract, DateOnly month)
    {
        var today = await records.TodayAsync();
        StatementPart.CheckPeriod(today, contract, month);
        var (facts, failed) = await FactsAsync(contractId, contract, month, null, []);
        var statement = await records.NewAsync<StatementPart>(ServiceKinds.Statement);
        var step = statement.Draft(by, records.Now, today, contractId, contract, month, PeriodScore.Of(facts, await WeightsAsync()), failed);
        return await records.CreateAsync(statement, step);
    }

    /// <summary>Reckons a draft anew.</summary>
    /// <exception cref="RefusedException">It is no draft any more, or points are out of bounds.</exception>
    public async Task ReckonAsync(Actor by, StatementPart statement, ContractPart contract, decimal? survey, IReadOnlyList<Adjustment> adjustments)
    {
        if (survey is < 0 or > 100) throw ServiceRefusals.EvaluationWrong.At("Survey");
        if (adjustments.Any(adjustment => adjustment.Points is 0 or < -100 or > 100)) throw ServiceRefusals.PointsWrong.With();
        var (facts, failed) = await FactsAsync(statement.ContractId, contract, statement.Month, survey, adjustments);
        await records.SaveAsync(statement, statement.Reckon(by, records.Now, contract, PeriodScore.Of(facts, await WeightsAsync()), survey, adjustments, failed));
    }

    /// <summary>What follows from the months of a contract.</summary>
    public async Task<Consequence> ConsequenceAsync(string contractId) => Consequences.Of(
        [.. (await records.OfContractAsync(ServiceKinds.Statement, contractId, 13))
            .Where(row => row.State != Draft)
            .Select(row => (row.Score ?? 0, row.Detail is not null))]);

    /// <summary>The ranking of the companies by service, over the months from a day on (SUB-09).</summary>
    public async Task<IReadOnlyList<RankedContract>> RankAsync(DateOnly since)
    {
        var (kind, from) = (ServiceKinds.Statement.Code, since.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var months = (await session.QueryIndex<ServiceIndex>(row => row.Kind == kind && row.AtUtc >= from && row.State != Draft).ListAsync()).ToList();
        var contract = ServiceKinds.Contract.Code;
        var contracts = (await session.QueryIndex<ServiceIndex>(row => row.Kind == contract).ListAsync()).ToDictionary(row => row.RecordId, StringComparer.Ordinal);
        return [.. months
            .GroupBy(row => row.ContractId!)
            .Where(group => contracts.ContainsKey(group.Key))
            .Select(group =>
            {
                var scores = group.OrderBy(row => row.AtUtc).Select(row => row.Score ?? 0).ToList();
                var mean = Math.Round(scores.Average(), 2, MidpointRounding.AwayFromZero);
                var fee = contracts[group.Key].Amount ?? 0;
                return new RankedContract(contracts[group.Key], [.. group.OrderBy(row => row.AtUtc)], mean, scores.Count > 1 ? scores[^1] - scores[^2] : null, mean == 0 ? null : Math.Round(fee / mean, 2, MidpointRounding.AwayFromZero));
            })
            .OrderBy(row => row.Contract.Trade, StringComparer.Ordinal).ThenByDescending(row => row.Mean)];
    }

    /// <summary>What happened in a month under a contract.</summary>
    private async Task<(PeriodFacts Facts, bool FailedCritically)> FactsAsync(string contractId, ContractPart contract, DateOnly month, decimal? survey, IReadOnlyList<Adjustment> adjustments)
    {
        var time = await times.GetAsync();
        var (from, until) = (time.BeginningOf(month), time.BeginningOf(month.AddMonths(1)));
        var (checks, findings) = (ServiceKinds.Inspection.Code, ServiceKinds.Finding.Code);
        var inspections = (await session.Query<ContentItem, ServiceIndex>(row => row.Kind == checks && row.ContractId == contractId && row.State == Confirmed && row.AtUtc >= from && row.AtUtc < until).ListAsync())
            .Select(item => item.GetOrCreate<InspectionPart>()).ToList();
        var found = (await session.Query<ContentItem, ServiceIndex>(row => row.Kind == findings && row.ContractId == contractId && row.AtUtc >= from && row.AtUtc < until).OrderBy(row => row.AtUtc).ListAsync())
            .Select(item => item.GetOrCreate<FindingPart>()).ToList();
        var company = await records.FindAsync<CompanyPart>(contract.CompanyId);
        return (
            new PeriodFacts(
                [.. inspections.Select(inspection => (inspection.Level, inspection.Score ?? 0))],
                [.. found.Select(finding => ($"{finding.Number} · {finding.Place}", finding.Points))],
                survey,
                company?.BlockedOn(month.AddMonths(1).AddDays(-1)).Count == 0,
                adjustments),
            inspections.Any(inspection => inspection.FailedCritically));
    }

    private async Task<ScoreWeights> WeightsAsync() => (await sites.GetSiteSettingsAsync()).As<ServiceSettings>().Weights;
}

/// <summary>A contract in the ranking.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Months">Its statements, the oldest first.</param>
/// <param name="Mean">Mean of the scores, two decimals.</param>
/// <param name="Trend">Difference of the last two; null with one alone.</param>
/// <param name="CostPerPoint">Monthly fee by the mean; null for a mean of 0.</param>
public sealed record RankedContract(ServiceIndex Contract, IReadOnlyList<ServiceIndex> Months, decimal Mean, decimal? Trend, decimal? CostPerPoint);
