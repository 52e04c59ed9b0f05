using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>Who may read what: everybody the public things, and who holds a unit today those for residents. Rights end with the tie.</summary>
public sealed class Readership(IAuthorizationService authorization, ITies ties, ICommunityCalendar calendar)
{
    private bool? _ofTheHouse;

    /// <summary>Whether the reader writes publications and so sees drafts.</summary>
    public Task<bool> MayEditAsync(ClaimsPrincipal reader) => authorization.AuthorizeAsync(reader, Permissions.EditPublications);

    /// <summary>Whether the reader may see what is for residents: holds a unit today, or works in the office.</summary>
    public async Task<bool> IsOfTheHouseAsync(ClaimsPrincipal reader) => _ofTheHouse ??=
        reader.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } userId
        && (await authorization.AuthorizeAsync(reader, OrchardCore.Admin.AdminPermissions.AccessAdminPanel) || (await ties.UnitsOfUserAsync(userId, await calendar.TodayAsync())).Count > 0);

    /// <summary>Whether the reader may see this publication at a moment.</summary>
    public async Task<bool> MayReadAsync(PublicationPart publication, ClaimsPrincipal reader, DateTime atUtc) =>
        (publication.StateAt(atUtc) == PublicationState.Published && (publication.Audience == Audience.Everybody || await IsOfTheHouseAsync(reader))) || await MayEditAsync(reader);
}

/// <summary>The files of publications go to whoever may read them; superseded versions to the office alone.</summary>
public sealed class PublicationFileGate(string kind, Publications publications, Readership readership, ICommunityCalendar calendar, OrchardCore.Modules.IClock clock) : IAttachmentGate
{
    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    public async Task<bool> MayReadAsync(Attachment file, ClaimsPrincipal reader)
    {
        if (await publications.FindAsync(file.RecordId) is not { } publication || !await readership.MayReadAsync(publication, reader, clock.UtcNow))
        {
            return false;
        }

        var today = await calendar.TodayAsync();
        return publication is not HouseDocumentPart document
            || document.On(today).Concat(document.After(today)).Any(version => version.AttachmentId == file.AttachmentId)
            || await readership.MayEditAsync(reader);
    }

    /// <inheritdoc/>
    public async Task<bool> MayRemoveAsync(Attachment file, ClaimsPrincipal reader) => kind == DocumentTypes.NewsKind && await readership.MayEditAsync(reader);
}
