using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>House documents as readers have them: by shelf, the version that holds, and the one that comes (DOC-01, DOC-03).</summary>
[AllowAnonymous]
public sealed class LibraryController(Publications publications, Readership readership, Attachments attachments, ICommunityCalendar calendar) : Controller
{
    private const int Most = 300;

    /// <summary>All documents.</summary>
    [HttpGet("documents")]
    public async Task<IActionResult> Index()
    {
        var documents = (await publications.ReadableAsync(DocumentTypes.HouseDocument, await readership.IsOfTheHouseAsync(User), take: Most)).OfType<HouseDocumentPart>().ToList();
        var files = await attachments.OfAsync([.. documents.Select(document => document.ContentItem.ContentItemId)], DocumentTypes.FileSlot);
        return View(new LibraryPage(
            documents.GroupBy(document => document.Category).OrderBy(shelf => shelf.Key).ToList(),
            files.SelectMany(record => record).ToDictionary(file => file.AttachmentId, StringComparer.Ordinal),
            await calendar.TodayAsync()));
    }
}

/// <summary>The library.</summary>
public sealed record LibraryPage(IReadOnlyList<IGrouping<DocumentCategory, HouseDocumentPart>> Shelves, IReadOnlyDictionary<string, Attachment> Files, DateOnly Today);
