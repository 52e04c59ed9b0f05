using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Modules;

namespace PropertySuite.Core;

/// <summary>The cashier's pages: what is open, payments with their receipts, refunds, reversals with a reason.</summary>
[Requires(MoneyPermissions.RecordPayments)]
public sealed class MoneyController(
    IMoneyBook book,
    Papers papers,
    PaperLines paperLines,
    YesSql.ISession session,
    ListWriter writer,
    CurrentActor actors,
    CommunityTimes times,
    IStringLocalizerFactory localizers,
    IStringLocalizer<MoneyController> S,
    IClock clock) : Controller, IShowsAgain
{
    private const string Receipt = "money.receipt";
    private const string RefundSlip = "money.refund";

    /// <summary>The list.</summary>
    [HttpGet, Admin("Money", "Money")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var list = DemandList.For(localizers);
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow));
        return View(await writer.ViewAsync(list, page, request, S["Payments and deposits"], S["Nothing here. What permits, leases and other records demand appears in this list."], Url.Action(nameof(Export)), Url.Action(nameof(Spreadsheet))));
    }

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Money/Export", "MoneyExport")]
    public async Task<IActionResult> Export(ListRequest request)
    {
        var list = DemandList.For(localizers);
        await using var file = new MemoryStream();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await writer.ExportAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), text);
        }

        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "text/csv; charset=utf-8", "payments.csv");
    }

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Money/Export.xlsx", "MoneyExportXlsx")]
    public async Task<IActionResult> Spreadsheet(ListRequest request)
    {
        var list = DemandList.For(localizers);
        await using var file = new MemoryStream();
        await writer.ExportXlsxAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), S["Payments"], file);
        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "payments.xlsx");
    }

    /// <summary>One demand, with what became of it.</summary>
    [HttpGet, Admin("Money/{demandId}", "MoneyDemand")]
    public async Task<IActionResult> Show(string demandId) => await book.FindAsync(demandId) is { } demand ? View(await PageAsync(demand)) : NotFound();

    /// <summary>The form of a payment.</summary>
    [HttpGet, Admin("Money/{demandId}/Pay", "MoneyPay")]
    public async Task<IActionResult> Pay(string demandId) =>
        await book.FindAsync(demandId) is not { } demand ? NotFound()
        : demand.Open == 0 ? RedirectToAction(nameof(Show), new { demandId })
        : View(await FillAsync(new PayForm { Amount = Write(demand, demand.Open), PayerName = demand.Ask.PayerName }, demand));

    /// <summary>Records a payment and writes its receipt.</summary>
    [HttpPost, Admin("Money/{demandId}/Pay", "MoneyPayPost")]
    public async Task<IActionResult> Pay(string demandId, PayForm form)
    {
        if (await book.FindAsync(demandId) is not { } demand)
        {
            return NotFound();
        }

        var by = await actors.GetAsync(MoneyPermissions.RecordPayments);
        var entry = await book.PayAsync(demandId, form.Key(demandId), Read(form.Amount, demand), form.Method, form.Reference, form.PayerName ?? "", by);
        return await PaperAsync(Receipt, "Receipt", demandId, entry, by);
    }

    /// <summary>The form of a refund.</summary>
    [HttpGet, Admin("Money/{demandId}/Refund", "MoneyRefund")]
    public async Task<IActionResult> Refund(string demandId) =>
        await book.FindAsync(demandId) is not { } demand ? NotFound()
        : demand.Held == 0 ? RedirectToAction(nameof(Show), new { demandId })
        : View(await FillAsync(new RefundForm { Amount = Write(demand, demand.Held), Method = PaymentMethod.Transfer, PayeeName = demand.Payers.Count > 0 ? demand.Payers[0].Name : null }, demand));

    /// <summary>Records a refund and writes its slip.</summary>
    [HttpPost, Admin("Money/{demandId}/Refund", "MoneyRefundPost")]
    public async Task<IActionResult> Refund(string demandId, RefundForm form)
    {
        if (await book.FindAsync(demandId) is not { } demand)
        {
            return NotFound();
        }

        var by = await actors.GetAsync(MoneyPermissions.RecordPayments);
        var entry = await book.RefundAsync(demandId, form.Key(demandId), Read(form.Amount, demand), form.PayeeName ?? "", form.Method, form.Reference, by);
        return await PaperAsync(RefundSlip, "Refund slip", demandId, entry, by);
    }

    /// <summary>The form of a reversal.</summary>
    [HttpGet, Admin("Money/{demandId}/Entries/{entryId}/Reverse", "MoneyReverse")]
    public async Task<IActionResult> Reverse(string demandId, string entryId) =>
        await ReversalAsync(demandId, entryId, new ReverseForm()) is { } form ? View(form) : NotFound();

    /// <summary>Takes an entry back; its paper becomes void.</summary>
    [HttpPost, Admin("Money/{demandId}/Entries/{entryId}/Reverse", "MoneyReversePost")]
    public async Task<IActionResult> Reverse(string demandId, string entryId, ReverseForm form)
    {
        if (await ReversalAsync(demandId, entryId, form) is null)
        {
            return NotFound();
        }

        await book.ReverseAsync(entryId, form.Reason ?? "", await actors.GetAsync(MoneyPermissions.RecordPayments));
        await papers.StandAsync(entryId, Receipt, PaperStanding.Void);
        await papers.StandAsync(entryId, RefundSlip, PaperStanding.Void);
        return RedirectToAction(nameof(Show), new { demandId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("form", out var form) || await book.FindAsync(refused.ActionArguments["demandId"] as string) is not { } demand)
        {
            return null;
        }

        return form switch
        {
            PayForm pay => View("Pay", await FillAsync(pay, demand)),
            RefundForm refund => View("Refund", await FillAsync(refund, demand)),
            ReverseForm reverse when await ReversalAsync(demand.DemandId, refused.ActionArguments["entryId"] as string ?? "", reverse) is { } page => View("Reverse", page),
            _ => null,
        };
    }

    // A paper of money belongs to its entry: reversed, it is void. The same form sent twice leads to the same paper.
    private async Task<IActionResult> PaperAsync(string kind, string title, string demandId, MoneyEntry entry, Actor by)
    {
        var known = await papers.OfRecordAsync(entry.EntryId);
        if (known.Count > 0)
        {
            return RedirectToAction(nameof(PapersController.Show), "Papers", new { paperId = known[0].PaperId });
        }

        var demand = (await book.FindAsync(demandId))!;
        var paper = await papers.IssueAsync(
            new PaperDraft<MoneyPaper>(kind, Wording.Of(typeof(MoneyTexts), title), entry.EntryId, demand.Ask.RecordNumber, MoneyPermissions.RecordPayments, "~/Areas/PropertySuite.Core/Views/Money/Paper.cshtml", new MoneyPaper(demand, entry)),
            by);
        return RedirectToAction(nameof(PapersController.Show), "Papers", new { paperId = paper.PaperId });
    }

    private async Task<DemandPage> PageAsync(Demand demand)
    {
        var entries = await book.EntriesAsync(demand.DemandId);
        var lines = new List<EntryLine>();
        foreach (var entry in entries)
        {
            var of = await paperLines.OfAsync(entry.EntryId, paper => Url.Action(nameof(PapersController.Show), "Papers", new { paperId = paper.PaperId }));
            lines.Add(new EntryLine(entry, entries.Any(other => other.Reverses == entry.EntryId), of));
        }

        return new DemandPage(demand, localizers.Say(demand.Ask.Purpose), lines, await times.GetAsync());
    }

    private async Task<PayForm> FillAsync(PayForm form, Demand demand)
    {
        form.Once ??= NewKey();
        form.Page = new MoneyFormPage(demand, localizers.Say(demand.Ask.Purpose), await times.GetAsync());
        return form;
    }

    private async Task<RefundForm> FillAsync(RefundForm form, Demand demand)
    {
        form.Once ??= NewKey();
        form.Page = new MoneyFormPage(demand, localizers.Say(demand.Ask.Purpose), await times.GetAsync());
        return form;
    }

    private async Task<ReverseForm?> ReversalAsync(string demandId, string entryId, ReverseForm form)
    {
        if (await book.FindAsync(demandId) is not { } demand)
        {
            return null;
        }

        var entries = await book.EntriesAsync(demandId);
        if (entries.FirstOrDefault(entry => entry.EntryId == entryId) is not { } found || found.Kind == EntryKind.Reversal)
        {
            return null;
        }

        form.Page = new MoneyFormPage(demand, localizers.Say(demand.Ask.Purpose), await times.GetAsync()) { Entry = found };
        return form;
    }

    private static decimal Read(string? text, Demand demand) => Money.Read(text, demand.Currency) ?? throw MoneyRefusals.AmountUnreadable.At("Amount");

    private static string Write(Demand demand, decimal amount) => amount.ToString("F" + Money.PlacesOf(demand.Currency), System.Globalization.CultureInfo.CurrentCulture);

    private static string NewKey() => Convert.ToHexString(RandomNumberGenerator.GetBytes(10));
}

/// <summary>One demand's page.</summary>
public sealed record DemandPage(Demand Demand, string Purpose, IReadOnlyList<EntryLine> Entries, CommunityTime Time);

/// <summary>An entry on that page.</summary>
public sealed record EntryLine(MoneyEntry Entry, bool IsReversed, IReadOnlyList<PaperLine> Papers);

/// <summary>What stands around a form of money.</summary>
public sealed record MoneyFormPage(Demand Demand, string Purpose, CommunityTime Time)
{
    /// <summary>The entry that is to be taken back; null on other forms.</summary>
    public MoneyEntry? Entry { get; init; }
}

/// <summary>What a receipt or a refund slip is written from.</summary>
public sealed record MoneyPaper(Demand Demand, MoneyEntry Entry);

/// <summary>A form that acts once, however often it is sent.</summary>
public abstract class OnceForm
{
    /// <summary>Drawn when the form was opened.</summary>
    public string? Once { get; set; }

    /// <summary>What stands around the form.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever, Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public MoneyFormPage Page { get; set; } = default!;

    /// <summary>The key of its act.</summary>
    internal string Key(string demandId) => $"form:{demandId}:{(Once is { Length: > 0 and <= 40 } once ? once : throw MoneyRefusals.EnteredMeanwhile.With())}";
}

/// <summary>A payment.</summary>
public sealed class PayForm : OnceForm
{
    public string? Amount { get; set; }

    public PaymentMethod Method { get; set; } = PaymentMethod.Card;

    public string? Reference { get; set; }

    public string? PayerName { get; set; }
}

/// <summary>A refund.</summary>
public sealed class RefundForm : OnceForm
{
    public string? Amount { get; set; }

    public PaymentMethod Method { get; set; }

    public string? Reference { get; set; }

    public string? PayeeName { get; set; }
}

/// <summary>A reversal.</summary>
public sealed class ReverseForm
{
    public string? Reason { get; set; }

    /// <summary>What stands around the form.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever, Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public MoneyFormPage Page { get; set; } = default!;
}
