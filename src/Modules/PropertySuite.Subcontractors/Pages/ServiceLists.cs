using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Subcontractors;

/// <summary>The lists of this area, as data.</summary>
public static class ServiceLists
{
    /// <summary>The list of a kind.</summary>
    public static ListDefinition<ServiceIndex> Of(ServiceKind kind)
    {
        var (code, list) = (kind.Code, new ListDefinition<ServiceIndex>(typeof(ServiceTexts)));
        var controller = ServicePages.ControllerOf(kind);
        IQueryIndex<ServiceIndex> Mine(IQueryIndex<ServiceIndex> query) => query.Where(row => row.Kind == code);

        list = kind.Code switch
        {
            "SCO" => list
                .View("active", "Active", (query, _) => Mine(query).Where(row => row.State == nameof(CompanyState.Active)))
                .View("expiring", "Documents that end in 60 days", (query, moment) => Soon(Mine(query), moment.NowUtc.AddDays(61)))
                .View("all", "All", (query, _) => Mine(query))
                .Column("company", "Company", row => Link(row, controller, row.Title), row => row.Title)
                .Column("service", "Service", Service, row => row.Trade)
                .Column("documents", "Documents until", row => Day(row.DueUtc), row => row.DueUtc)
                .Column("state", "State", row => State<CompanyState>(row, CompanyLifecycle.Name, CompanyLifecycle.Dot), row => row.State)
                .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
                .OrderedBy(row => row.Title),
            "CTR" => list
                .View("running", "Running", (query, _) => Mine(query).Where(row => row.State != nameof(ContractState.Ended)))
                .View("ending", "End in 90 days", (query, moment) => Ending(Mine(query), moment.NowUtc.AddDays(91)))
                .View("all", "All", (query, _) => Mine(query))
                .Column("contract", "Contract", row => Link(row, controller, row.Title), row => row.Title)
                .Column("company", "Company", row => Cell.Of(row.CompanyName), row => row.CompanyName)
                .Column("service", "Service", Service, row => row.Trade)
                .Column("fee", "Monthly fee", row => Amount(row.Amount), row => row.Amount)
                .Column("until", "Last day", row => Day(row.DueUtc), row => row.DueUtc)
                .Column("state", "State", row => State<ContractState>(row, ContractLifecycle.Name, ContractLifecycle.Dot), row => row.State)
                .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
                .OrderedBy(row => row.DueUtc),
            "TEN" => list
                .View("open", "Under way", (query, _) => Mine(query).Where(row => row.State != nameof(TenderState.Awarded) && row.State != nameof(TenderState.Cancelled)))
                .View("all", "All", (query, _) => Mine(query))
                .Column("what", "What", row => Link(row, controller, row.Title), row => row.Title)
                .Column("service", "Service", Service, row => row.Trade)
                .Column("due", "Bids until", row => Cell.Moment(row.DueUtc), row => row.DueUtc)
                .Column("state", "State", row => State<TenderState>(row, TenderLifecycle.Name, TenderLifecycle.Dot), row => row.State)
                .Column("company", "Awarded to", row => Cell.Of(row.CompanyName), row => row.CompanyName)
                .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
                .OrderedBy(row => row.AtUtc, newestFirst: true),
            "CHK" => list
                .View("open", "Under way", (query, _) => Mine(query).Where(row => row.State != nameof(InspectionState.Confirmed)))
                .View("all", "All", (query, _) => Mine(query))
                .Column("place", "Place", row => Link(row, controller, row.Title), row => row.Title)
                .Column("company", "Company", row => Cell.Of(row.CompanyName), row => row.CompanyName)
                .Column("level", "Level", row => Word<CheckLevel>(row.Detail, InspectionLifecycle.Name), row => row.Detail)
                .Column("at", "When", row => Cell.Moment(row.AtUtc), row => row.AtUtc)
                .Column("score", "Score", row => Amount(row.Score), row => row.Score)
                .Column("state", "State", row => State<InspectionState>(row, InspectionLifecycle.Name, InspectionLifecycle.Dot), row => row.State)
                .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
                .OrderedBy(row => row.AtUtc, newestFirst: true),
            "FND" => list
                .View("open", "To do", (query, _) => Mine(query).Where(row => row.State != nameof(FindingState.Closed) && row.State != nameof(FindingState.Waived)))
                .View("overdue", "Overdue", (query, _) => Mine(query).Where(row => row.State == nameof(FindingState.Overdue)))
                .View("all", "All", (query, _) => Mine(query))
                .Column("place", "Place", row => Link(row, controller, row.Title), row => row.Title)
                .Column("company", "Company", row => Cell.Of(row.CompanyName), row => row.CompanyName)
                .Column("grade", "Grade", row => Word<FindingGrade>(row.Detail, FindingLifecycle.Name), row => row.Detail)
                .Column("due", "Put right by", row => Cell.Moment(row.DueUtc), row => row.DueUtc)
                .Column("state", "State", row => State<FindingState>(row, FindingLifecycle.Name, FindingLifecycle.Dot), row => row.State)
                .Column("at", "When", row => Cell.Moment(row.AtUtc), row => row.AtUtc)
                .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
                .OrderedBy(row => row.AtUtc, newestFirst: true),
            _ => list
                .View("open", "To do", (query, _) => Mine(query).Where(row => row.State != nameof(StatementState.ToPayment)))
                .View("all", "All", (query, _) => Mine(query))
                .Column("period", "Month", row => Link(row, controller, row.Period ?? row.Number), row => row.Period)
                .Column("company", "Company", row => Cell.Of(row.CompanyName), row => row.CompanyName)
                .Column("service", "Service", Service, row => row.Trade)
                .Column("score", "Score", row => Amount(row.Score), row => row.Score)
                .Column("amount", "To pay", row => Amount(row.Amount), row => row.Amount)
                .Column("state", "State", row => State<StatementState>(row, StatementLifecycle.Name, StatementLifecycle.Dot), row => row.State)
                .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
                .OrderedBy(row => row.AtUtc, newestFirst: true),
        };
        return list
            .Filter("service", "Service", [.. Enum.GetValues<Trade>().Select(trade => new ListChoice(trade.ToString(), ServiceTexts.Name(trade)))], (query, trade) => query.Where(row => row.Trade == trade))
            .Search((query, text) => query.Where(row => row.Search.Contains(text)));
    }

    private static IQueryIndex<ServiceIndex> Soon(IQueryIndex<ServiceIndex> query, DateTime until) => query.Where(row => row.State == nameof(CompanyState.Active) && (row.DueUtc == null || row.DueUtc <= until));

    private static IQueryIndex<ServiceIndex> Ending(IQueryIndex<ServiceIndex> query, DateTime until) => query.Where(row => row.State != nameof(ContractState.Ended) && row.DueUtc <= until);

    private static Cell Link(ServiceIndex row, string controller, string text) => Cell.Link(text.Length == 0 ? row.Number : text, $"~admin/Services/{controller}/{row.RecordId}");

    private static Cell Service(ServiceIndex row) => Cell.Word(ServiceTexts.Name(Enum.Parse<Trade>(row.Trade)));

    // The index holds the day after the last one.
    private static Cell Day(DateTime? after) => Cell.Of(after is { } utc ? ListDay.Show(DateOnly.FromDateTime(utc).AddDays(-1)) : "");

    private static Cell Amount(decimal? amount) => Cell.Of(amount?.ToString("N2", CultureInfo.CurrentCulture), "ps-num");

    private static Cell Word<TEnum>(string? value, Func<TEnum, string> name) where TEnum : struct, Enum => Enum.TryParse<TEnum>(value, out var known) ? Cell.Word(name(known)) : Cell.Of("");

    private static Cell State<TState>(ServiceIndex row, Func<TState, string> name, Func<TState, string> dot) where TState : struct, Enum =>
        Enum.Parse<TState>(row.State) is var state ? Cell.State(name(state), dot(state)) : Cell.Of("");
}

/// <summary>A page with a list.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Create">Words of the button that makes a new one; null for none.</param>
/// <param name="CreateUrl">Where it leads.</param>
public sealed record ServiceListPage(ListView List, string Title, string? Create, string? CreateUrl);

/// <summary>Writes the lists of this area for pages and spreadsheets.</summary>
public sealed class ServiceListWriter(ISession session, ListWriter writer, ServiceRecords records, IStringLocalizer<ServiceTexts> words)
{
    /// <summary>Path of the view; its model is <see cref="ServiceListPage"/>.</summary>
    public const string View = "~/Areas/PropertySuite.Subcontractors/Views/Shared/ServiceList.cshtml";

    /// <summary>The page of a kind's list.</summary>
    public async Task<ServiceListPage> PageAsync(ServiceKind kind, ListRequest request, string title, string empty, string export, string? create = null, string? createUrl = null)
    {
        var list = ServiceLists.Of(kind);
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(records.Now));
        return new(await writer.ViewAsync(list, page, request, words[title], words[empty], export), words[title].Value, create is null ? null : words[create].Value, createUrl);
    }

    /// <summary>The same as CSV.</summary>
    public async Task<FileContentResult> ExportAsync(ServiceKind kind, ListRequest request, string name)
    {
        var list = ServiceLists.Of(kind);
        await using var file = new MemoryStream();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await writer.ExportAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(records.Now)), text);
        }

        return new FileContentResult(file.ToArray(), "text/csv; charset=utf-8") { FileDownloadName = name };
    }
}
