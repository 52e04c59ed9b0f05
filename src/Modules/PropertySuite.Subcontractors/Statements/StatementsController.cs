using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>Statements of months (SUB-08, SUB-10, SUB-11), and the ranking (SUB-09).</summary>
[Requires(ServicePermissions.View)]
public sealed class StatementsController(ServiceRecords records, ServicePages pages, ServiceListWriter lists, Statements statements, IMoneyBook money) : Controller, IShowsAgain
{
    /// <summary>The list.</summary>
    [HttpGet, Admin("Services/Statements", "ServiceStatements")]
    public async Task<IActionResult> Index(ListRequest request) => View(
        ServiceListWriter.View,
        await lists.PageAsync(ServiceKinds.Statement, request, "Statements", "No statement to work on. Draft one on the page of a contract when a month is over.", Url.Action(nameof(Export))!));

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Services/Statements/Export", "ServiceStatementsExport")]
    public async Task<IActionResult> Export(ListRequest request) => await lists.ExportAsync(ServiceKinds.Statement, request, "statements.csv");

    /// <summary>The ranking by service, over twelve months.</summary>
    [HttpGet, Admin("Services/Ranking", "ServiceRanking")]
    public async Task<IActionResult> Ranking() => View(new RankingPage(await statements.RankAsync((await records.TodayAsync()).AddMonths(-12)), await money.CurrencyAsync()));

    /// <summary>One statement.</summary>
    [HttpGet, Admin("Services/Statements/{recordId}", "ServiceStatement")]
    public async Task<IActionResult> Show(string recordId) => await records.FindAsync<StatementPart>(recordId) is { } statement ? View(await PageAsync(statement, StatementForm.Of(statement))) : NotFound();

    /// <summary>Reckons a draft anew with what residents say and points of the office.</summary>
    [HttpPost, Admin("Services/Statements/{recordId}/Reckon", "ServiceStatementReckon"), Requires(ServicePermissions.Manage)]
    public async Task<IActionResult> Reckon(string recordId, StatementForm form)
    {
        if (await records.FindAsync<StatementPart>(recordId) is not { } statement || await records.FindAsync<ContractPart>(statement.ContractId) is not { } contract)
        {
            return NotFound();
        }

        var adjustments = new List<Adjustment>();
        for (var at = 0; at < form.Lines.Count; at++)
        {
            var line = form.Lines[at];
            if (string.IsNullOrWhiteSpace(line.Reason) && string.IsNullOrWhiteSpace(line.Points)) continue;
            if (string.IsNullOrWhiteSpace(line.Reason)) throw LifecycleRefusals.ReasonMissing.At($"Lines[{at}].Reason");
            adjustments.Add(new(line.Reason.Trim(), ServiceForms.Number(line.Points, $"Lines[{at}].Points") is { } points and not 0 ? points : throw ServiceRefusals.PointsWrong.At($"Lines[{at}].Points")));
        }

        await statements.ReckonAsync(await records.ActorAsync(), statement, contract, ServiceForms.Number(form.Survey, nameof(form.Survey)), adjustments);
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <summary>Decides an objection.</summary>
    [HttpPost, Admin("Services/Statements/{recordId}/Decide", "ServiceStatementDecide"), Requires(ServicePermissions.Decide)]
    public async Task<IActionResult> Decide(string recordId, StatementForm form)
    {
        if (await records.FindAsync<StatementPart>(recordId) is not { } statement || await records.FindAsync<ContractPart>(statement.ContractId) is not { } contract)
        {
            return NotFound();
        }

        await records.SaveAsync(statement, statement.Decide(await records.ActorAsync(), records.Now, contract, ServiceForms.Number(form.Points, nameof(form.Points)) ?? 0, form.Reason));
        return RedirectToAction(nameof(Show), new { recordId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is StatementForm typed
        && refused.ActionArguments.TryGetValue("recordId", out var id) && await records.FindAsync<StatementPart>(id as string) is { } statement
            ? View(nameof(Show), await PageAsync(statement, typed))
            : null;

    private async Task<StatementPage> PageAsync(StatementPart statement, StatementForm form)
    {
        while (form.Lines.Count < statement.Adjustments.Count + 2)
        {
            form.Lines.Add(new());
        }

        var title = statement.Month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
        return new(await pages.OfAsync(StatementLifecycle.Table, statement, statement.State, title, StatementLifecycle.Name, StatementLifecycle.Dot, await records.ActorAsync(), Url, statement.CompanyName), form);
    }
}

/// <summary>What is done on the page of a statement.</summary>
public sealed class StatementForm
{
    public string? Survey { get; set; }

    public List<AdjustmentForm> Lines { get; set; } = [];

    public string? Points { get; set; }

    public string? Reason { get; set; }

    internal static StatementForm Of(StatementPart statement) => new()
    {
        Survey = statement.Survey?.ToString("0.##", CultureInfo.CurrentCulture),
        Lines = [.. statement.Adjustments.Select(adjustment => new AdjustmentForm { Reason = adjustment.Reason, Points = adjustment.Points.ToString("0.##", CultureInfo.CurrentCulture) })],
    };
}

/// <summary>Points of the office.</summary>
public sealed class AdjustmentForm
{
    public string? Reason { get; set; }

    public string? Points { get; set; }
}

/// <summary>The page of a statement.</summary>
public sealed record StatementPage(ServicePage<StatementPart> Page, StatementForm Form);

/// <summary>The ranking.</summary>
public sealed record RankingPage(IReadOnlyList<RankedContract> Rows, string Currency);
