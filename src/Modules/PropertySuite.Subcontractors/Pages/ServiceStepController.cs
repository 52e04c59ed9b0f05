using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>Takes the steps of all records of this area that need nothing but a reason. Who may is said by the record's table.</summary>
[Requires(ServicePermissions.View)]
public sealed class ServiceStepController(ServiceRecords records, BidBox box, Notices notices, IStringLocalizer<ServiceTexts> words) : Controller, IShowsAgain
{
    /// <summary>Asks for the reason.</summary>
    [HttpGet, Admin("Services/Step/{recordId}/{verb}", "ServiceStep")]
    public async Task<IActionResult> Step(string recordId, string verb) =>
        await records.ReadAsync(recordId) is { } record && VerbOf(record, verb) is { } known ? View(Ask(record, known, new StepForm())) : NotFound();

    /// <summary>Takes the step.</summary>
    [HttpPost, Admin("Services/Step/{recordId}/{verb}", "ServiceStepPost"), ActionName(nameof(Step))]
    public async Task<IActionResult> Take(string recordId, string verb, StepForm form)
    {
        if (await records.FindAsync<ServiceRecordPart>(recordId) is not { } record || VerbOf(record, verb) is not { } known)
        {
            return NotFound();
        }

        await TakeAsync(record, known, await records.ActorAsync(), form.Reason);
        return Redirect(PageOf(record));
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is StepForm typed
        && refused.ActionArguments.TryGetValue("recordId", out var id) && await records.ReadAsync(id as string) is { } record
        && refused.ActionArguments.TryGetValue("verb", out var verb) && VerbOf(record, verb as string) is { } known
            ? View(nameof(Step), Ask(record, known, typed))
            : null;

    private async Task TakeAsync(ServiceRecordPart record, Verb verb, Actor by, string? reason)
    {
        var now = records.Now;
        if (verb == TenderVerbs.Open)
        {
            await box.OpenAsync((TenderPart)record, by);
            return;
        }

        var step = record switch
        {
            CompanyPart company => company.Take(verb, by, now, reason),
            ContractPart contract => contract.Take(verb, by, now, reason),
            TenderPart tender => tender.Take(verb, by, now, reason),
            InspectionPart inspection => inspection.Take(verb, by, now, reason),
            FindingPart finding when verb == FindingVerbs.Notify => finding.Notify(by, now, await records.CalendarAsync()),
            FindingPart finding when verb == FindingVerbs.Repeat => finding.Repeat(by, now, await records.CalendarAsync(), reason),
            FindingPart finding => finding.Take(verb, by, now, reason),
            StatementPart statement when verb == StatementVerbs.Send => statement.Send(by, now, await records.CalendarAsync()),
            StatementPart statement => statement.Take(verb, by, now, reason),
            _ => throw LifecycleRefusals.NotFromHere.With(),
        };
        await records.SaveAsync(record, step);
        if (record is FindingPart notified && (verb == FindingVerbs.Notify || verb == FindingVerbs.Repeat))
        {
            await notices.IssueAsync(notified, by);
        }
    }

    // Verbs that begin a record, or ask for more than a reason, have pages of their own.
    private static Verb? VerbOf(ServiceRecordPart record, string? id) => (record switch
    {
        CompanyPart => Verbs(CompanyLifecycle.Table),
        ContractPart => Verbs(ContractLifecycle.Table),
        TenderPart => Verbs(TenderLifecycle.Table),
        InspectionPart => Verbs(InspectionLifecycle.Table),
        FindingPart => Verbs(FindingLifecycle.Table),
        _ => Verbs(StatementLifecycle.Table),
    }).FirstOrDefault(verb => verb.Id == id && verb != ContractVerbs.Renew && verb != TenderVerbs.Award && verb != InspectionVerbs.Submit && verb != FindingVerbs.Answer && verb != StatementVerbs.Decide);

    private static IEnumerable<Verb> Verbs<T, TState>(Lifecycle<T, TState> table) where T : class where TState : struct, Enum =>
        table.Transitions.Where(row => row.From is not null).Select(row => row.Verb);

    private string PageOf(ServiceRecordPart record) =>
        Url.Action("Show", ServicePages.ControllerOf(ServiceKinds.Of(record.ContentItem.ContentType)!), new { area = ServicePages.Area, recordId = record.ContentItem.ContentItemId })!;

    private StepForm Ask(ServiceRecordPart record, Verb verb, StepForm form)
    {
        form.Page = new(words[verb.Text], record.Number, record.CompanyName, Url.Action(nameof(Step), new { recordId = record.ContentItem.ContentItemId, verb = verb.Id })!, PageOf(record));
        return form;
    }
}

/// <summary>A reason.</summary>
public sealed class StepForm
{
    public string? Reason { get; set; }

    /// <summary>What is asked; never posted.</summary>
    [BindNever, ValidateNever]
    public StepPage Page { get; set; } = default!;
}

/// <summary>What the form says around the reason.</summary>
public sealed record StepPage(string Title, string Number, string Company, string Action, string Back);
