using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>Composes the pages of works, alike for staff and residents.</summary>
public sealed class PermitPages(
    Permits permits, RecordHistory history, RecordComposer composer, Attachments attachments, MoneyOfRecord money, PaperLines paperLines, IMoneyBook book, CommunityTimes times)
{
    // Steps that ask something even where the table asks no reason.
    private static readonly Verb[] Asking = [PermitVerbs.AskExtension, PermitVerbs.Keep];

    /// <summary>A step by its id in addresses; null when it is none.</summary>
    public Verb? KnownVerb(string? id) => PermitVerbs.Steps.FirstOrDefault(verb => verb.Id == id);

    /// <summary>Whether a form comes before a step.</summary>
    public bool Asks(Offer offer) => offer.AsksReason || Asking.Contains(offer.Verb);

    /// <summary>The open offer of a step; null when it is not this person's now.</summary>
    public Offer? StepOf(PermitPart permit, string verb, Actor actor, DateTime nowUtc) =>
        PermitLifecycle.Table.Offers(permit, actor, nowUtc).FirstOrDefault(offer => offer.Verb.Id == verb && offer.IsOpen && KnownVerb(verb) is not null);

    /// <summary>Fills the form of a step.</summary>
    public PermitStepForm Fill(PermitStepForm form, PermitPart permit, Offer offer, string post, string back)
    {
        form.Page = new PermitStepPage(permit, offer.Verb, offer.AsksReason, post, back);
        return form;
    }

    /// <summary>Takes a step with what was said.</summary>
    /// <exception cref="RefusedException">The table does not allow it, or something cannot be read.</exception>
    public async Task TakeAsync(PermitPart permit, Verb verb, Actor by, PermitStepForm form)
    {
        if (verb == PermitVerbs.AskExtension)
        {
            var day = ForgivingTime.ReadDate(form.Day, (await times.GetAsync()).DayAt(permits.Now)) ?? throw PermitRefusals.DayUnreadable.At(nameof(form.Day));
            await permits.SaveAsync(permit, permit.AskForTime(by, permits.Now, day, form.Reason));
        }
        else if (verb == PermitVerbs.Keep)
        {
            await permits.KeepAsync(permit, by, Money.Read(form.Amount, await book.CurrencyAsync()) ?? throw MoneyRefusals.AmountUnreadable.At(nameof(form.Amount)), form.Reason);
        }
        else
        {
            await permits.TakeAsync(permit, verb, by, form.Reason);
        }
    }

    /// <summary>The page of works.</summary>
    /// <param name="action">Where the button of an offer leads.</param>
    /// <param name="paper">Where a paper is read.</param>
    public async Task<PermitShown> OfAsync(PermitPart permit, Actor reader, Func<Offer, RecordAction?> action, Func<Paper, string?> paper)
    {
        var id = permit.ContentItem.ContentItemId;
        var past = await history.OfAsync(id, 100);
        var subject = new RecordSubject<PermitState>(
            permit.Unit.Code, permit.Number, permit.State, PermitLifecycle.Name, PermitLifecycle.Dot, [permit.Applicant.Name, permit.Plan.Contractor], action);
        return new PermitShown(
            permit,
            await composer.HeadAsync(PermitLifecycle.Table, permit, subject, past, reader, permits.Now),
            await composer.TimelineAsync(PermitLifecycle.Table, PermitLifecycle.Name, past, permits.Now),
            (await attachments.OfAsync(id)).ToLookup(file => file.Slot, StringComparer.Ordinal),
            await money.OfAsync(id),
            await paperLines.OfAsync(id, paper),
            await times.GetAsync(),
            reader,
            permits.Now);
    }
}

/// <summary>A page of works.</summary>
public sealed record PermitShown(
    PermitPart Permit,
    RecordHead Head,
    IReadOnlyList<TimelineEntry> History,
    ILookup<string, Attachment> Files,
    MoneyLines Money,
    IReadOnlyList<PaperLine> Papers,
    CommunityTime Time,
    Actor Reader,
    DateTime NowUtc)
{
    /// <summary>The form of a document, as it was sent.</summary>
    public DocumentForm Document { get; init; } = new();

    /// <summary>Id in addresses.</summary>
    public string Id => Permit.ContentItem.ContentItemId;

    /// <summary>Whether documents can be handed in.</summary>
    public bool TakesDocuments => PermitStates.BeforePermit.Contains(Permit.State);

    /// <summary>Whether the reader inspects now.</summary>
    public bool MayInspect => Reader.May(DecorationPermissions.Inspect) && PermitStates.IsOnSite(Permit.State);

    /// <summary>Whether the reader writes violations down now.</summary>
    public bool MayViolate => (Reader.May(DecorationPermissions.Stop) || Reader.May(DecorationPermissions.Inspect)) && PermitStates.IsOnSite(Permit.State);
}
