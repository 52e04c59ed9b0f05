using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Localization;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>What the office's pages of both kinds need.</summary>
public sealed class PublicationPages(
    RecordComposer composer, RecordHistory history, Attachments attachments, CurrentActor current, CommunityTimes times, ILocalizationService localization,
    IStringLocalizer<PublicationTexts> words, IClock clock)
{
    /// <summary>The moment.</summary>
    public DateTime Now => clock.UtcNow;

    /// <summary>Who acts.</summary>
    public Task<Actor> ActorAsync() => current.GetAsync(PublicationLifecycle.Table.Permissions);

    /// <summary>The community's time.</summary>
    public Task<CommunityTime> TimeAsync() => times.GetAsync();

    /// <summary>The community's languages, its own first.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync()
    {
        var own = await localization.GetDefaultCultureAsync();
        return [own, .. (await localization.GetSupportedCulturesAsync()).Where(language => language != own)];
    }

    /// <summary>The page of one, composed from its lifecycle.</summary>
    public async Task<PublicationPage> PageAsync(PublicationPart publication, IUrlHelper url, string read)
    {
        var id = publication.ContentItem.ContentItemId;
        var (now, past, by) = (Now, await history.OfAsync(id), await ActorAsync());
        var subject = new RecordSubject<PublicationState>(
            publication.ContentItem.DisplayText ?? "",
            "",
            publication.StateAt(now),
            PublicationLifecycle.Name,
            PublicationLifecycle.Dot,
            [words[PublicationLifecycle.Name(publication.Audience)]],
            offer => new RecordAction("", url.Action("Step", "PublicationSteps", new { publicationId = id, verb = offer.Verb.Id })!, Posts: !offer.AsksReason));
        return new PublicationPage(
            await composer.HeadAsync(PublicationLifecycle.Table, publication, subject, past, by, now),
            await composer.TimelineAsync(PublicationLifecycle.Table, PublicationLifecycle.Name, past, now),
            publication,
            read,
            await attachments.ListAsync(id, DocumentTypes.PictureSlot, mayRemove: true),
            (await attachments.OfAsync(id, DocumentTypes.FileSlot)).ToDictionary(file => file.AttachmentId, StringComparer.Ordinal),
            await TimeAsync());
    }
}

/// <summary>Context of the words that pages of publications share: those of <see cref="PublicationLifecycle"/>.</summary>
public sealed class PublicationTexts;

/// <summary>The office's page of a publication.</summary>
/// <param name="Read">Where readers have it; for drafts a preview.</param>
/// <param name="Pictures">Its picture.</param>
/// <param name="Files">Files of a house document, by id.</param>
public sealed record PublicationPage(
    RecordHead Head, IReadOnlyList<TimelineEntry> History, PublicationPart Publication, string Read, AttachmentList Pictures, IReadOnlyDictionary<string, Attachment> Files, CommunityTime Time);
