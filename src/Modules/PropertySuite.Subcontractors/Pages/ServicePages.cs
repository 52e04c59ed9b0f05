using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>A record's page, composed from its lifecycle.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Offers">What the reader may do now, open or closed.</param>
public sealed record ServicePage<T>(RecordHead Head, IReadOnlyList<TimelineEntry> History, T Record, string Id, IReadOnlyList<Offer> Offers, AttachmentList Files, CommunityTime Time, DateTime NowUtc, string Currency, Actor Reader)
    where T : ServiceRecordPart
{
    /// <summary>Whether a verb is open to the reader.</summary>
    public bool IsOpen(Verb verb) => Offers.Any(offer => offer.Verb.Id == verb.Id && offer.IsOpen);

    /// <summary>An amount for the reader.</summary>
    public string Money(decimal amount) => new Money(amount, Currency).ToString();

    /// <summary>A moment for the reader.</summary>
    public string At(DateTime? utc) => utc is { } moment ? Moments.Short(Time.At(moment)) : "–";
}

/// <summary>Composes the pages of this area's records.</summary>
public sealed class ServicePages(RecordComposer composer, RecordHistory history, ServiceRecords records, Attachments attachments, CommunityTimes times, IMoneyBook money, IStringLocalizer<ServiceTexts> words)
{
    // These ask for more than a reason: their forms are on the page of the record.
    private static readonly HashSet<string> OnPage = new(
        [ContractVerbs.Renew.Id, TenderVerbs.Award.Id, InspectionVerbs.Submit.Id, FindingVerbs.Answer.Id, StatementVerbs.Decide.Id], StringComparer.Ordinal);

    /// <summary>The page of a record.</summary>
    /// <param name="url">Addresses of the request; null for pages without the staff's buttons.</param>
    public async Task<ServicePage<T>> OfAsync<T, TState>(
        Lifecycle<T, TState> table, T record, TState state, string title, Func<TState, string> name, Func<TState, string> dot, Actor reader, IUrlHelper? url, params IEnumerable<string> facts)
        where T : ServiceRecordPart
        where TState : struct, Enum
    {
        var (id, now) = (record.ContentItem.ContentItemId, records.Now);
        var past = await history.OfAsync(id);
        var subject = new RecordSubject<TState>(title, record.Number, state, name, dot, [words[ServiceTexts.Name(record.Trade)], .. facts], offer =>
            url is null ? null
            : OnPage.Contains(offer.Verb.Id) ? new RecordAction("", "#" + offer.Verb.Id, Posts: false)
            : new RecordAction("", url.Action("Step", "ServiceStep", new { area = Area, recordId = id, verb = offer.Verb.Id })!, Posts: !offer.AsksReason));
        return new(
            await composer.HeadAsync(table, record, subject, past, reader, now),
            await composer.TimelineAsync(table, name, past, now),
            record,
            id,
            table.Offers(record, reader, now),
            await attachments.ListAsync(id),
            await times.GetAsync(),
            now,
            await money.CurrencyAsync(),
            reader);
    }

    /// <summary>Name of the module in addresses.</summary>
    public const string Area = "PropertySuite.Subcontractors";

    /// <summary>Controller that shows records of a kind.</summary>
    public static string ControllerOf(ServiceKind kind) =>
        kind == ServiceKinds.Company ? "Companies"
        : kind == ServiceKinds.Contract ? "Contracts"
        : kind == ServiceKinds.Tender ? "Tenders"
        : kind == ServiceKinds.Inspection ? "Inspections"
        : kind == ServiceKinds.Finding ? "Findings"
        : "Statements";
}
