using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>News as readers have it; whoever writes it sees it the same way before it is published.</summary>
[AllowAnonymous]
public sealed class NewsPagesController(Publications publications, Readership readership, Attachments attachments, CommunityTimes times, IClock clock) : Controller
{
    private const int OfPage = 10;

    /// <summary>All news that can be read now.</summary>
    [HttpGet("news")]
    public async Task<IActionResult> Index(int page = 1)
    {
        var ofTheHouse = await readership.IsOfTheHouseAsync(User);
        var total = await publications.CountReadableAsync(DocumentTypes.News, ofTheHouse);
        var pages = Math.Max(1, (total + OfPage - 1) / OfPage);
        page = Math.Clamp(page, 1, pages);
        var news = await publications.ReadableAsync(DocumentTypes.News, ofTheHouse, (page - 1) * OfPage, OfPage);
        return View(new NewsList([.. news.OfType<NewsPart>()], page, pages, await times.GetAsync()));
    }

    /// <summary>One piece of news.</summary>
    [HttpGet("news/{newsId}")]
    public async Task<IActionResult> Show(string newsId)
    {
        if (await publications.FindAsync<NewsPart>(newsId) is not { } news || !await readership.MayReadAsync(news, User, clock.UtcNow))
        {
            return NotFound();
        }

        var pictures = await attachments.OfAsync(newsId, DocumentTypes.PictureSlot);
        return View(new NewsShown(news, pictures.Count > 0 ? pictures[0] : null, news.StateAt(clock.UtcNow), await times.GetAsync()));
    }
}

/// <summary>A page of news.</summary>
public sealed record NewsList(IReadOnlyList<NewsPart> News, int Page, int Pages, CommunityTime Time);

/// <summary>One piece of news.</summary>
/// <param name="State">Where it stands now; readers see published ones only.</param>
public sealed record NewsShown(NewsPart News, Attachment? Picture, PublicationState State, CommunityTime Time);
