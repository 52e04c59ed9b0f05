using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>News as the office keeps it (NTC-01, NTC-03).</summary>
[Requires(Permissions.Edit)]
public sealed class NewsController(
    Publications publications, PublicationPages pages, Attachments attachments, YesSql.ISession session, ListWriter writer, IStringLocalizer<NewsController> S) : Controller, IShowsAgain
{
    /// <summary>The list.</summary>
    [HttpGet, Admin("News", "News")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var list = PublicationLists.News(pages.Now);
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(pages.Now));
        return View(await writer.ViewAsync(list, page, request, S["News"], S["No news here. Write some: you see it as readers will before it is published."]));
    }

    /// <summary>The form for something new.</summary>
    [HttpGet, Admin("News/New", "NewsNew")]
    public async Task<IActionResult> Create() => View("Edit", await OfferAsync(new NewsForm()));

    /// <summary>Begins a draft.</summary>
    [HttpPost, Admin("News/New", "NewsNewPost")]
    public async Task<IActionResult> Create(NewsForm form)
    {
        var (by, now) = (await pages.ActorAsync(), pages.Now);
        var news = await publications.NewAsync<NewsPart>(DocumentTypes.News);
        news.Place(form.Topic, form.Pinned);
        var step = news.Write(by, now, await PlanAsync(form));
        await publications.CreateAsync(news, step);
        return await PicturedAsync(news, form, by);
    }

    /// <summary>One piece of news, composed from its lifecycle.</summary>
    [HttpGet, Admin("News/{newsId}", "NewsShow")]
    public async Task<IActionResult> Show(string newsId) =>
        await publications.FindAsync<NewsPart>(newsId) is { } news ? View(await pages.PageAsync(news, Url, Url.Action("Show", "NewsPages", new { newsId })!)) : NotFound();

    /// <summary>The form.</summary>
    [HttpGet, Admin("News/{newsId}/Edit", "NewsEdit")]
    public async Task<IActionResult> Edit(string newsId) =>
        await publications.FindAsync<NewsPart>(newsId) is { } news ? View(await OfferAsync(NewsForm.Of(news, await pages.TimeAsync()))) : NotFound();

    /// <summary>Changes what is written.</summary>
    [HttpPost, Admin("News/{newsId}/Edit", "NewsEditPost")]
    public async Task<IActionResult> Edit(string newsId, NewsForm form)
    {
        if (await publications.FindAsync<NewsPart>(newsId) is not { } news)
        {
            return NotFound();
        }

        var by = await pages.ActorAsync();
        var step = news.Change(by, pages.Now, await PlanAsync(form));
        news.Place(form.Topic, form.Pinned);
        await publications.SaveAsync(news, step);
        return await PicturedAsync(news, form, by);
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("form", out var form) || form is not NewsForm typed)
        {
            return null;
        }

        typed.Editing = refused.ActionArguments.TryGetValue("newsId", out var id) ? id as string : null;
        await attachments.HoldAsync(typed.Picture, await pages.ActorAsync(), picturesOnly: true);
        return View("Edit", await OfferAsync(typed));
    }

    // One picture: a new one takes the place of the old.
    private async Task<IActionResult> PicturedAsync(NewsPart news, NewsForm form, Actor by)
    {
        var newsId = news.ContentItem.ContentItemId;
        if (!form.Picture.IsEmpty)
        {
            await attachments.ForgetAsync([newsId], DocumentTypes.PictureSlot);
            await attachments.AddAsync(DocumentTypes.NewsKind, newsId, DocumentTypes.PictureSlot, form.Picture, by, nameof(form.Picture), picturesOnly: true);
        }

        return RedirectToAction(nameof(Show), new { newsId });
    }

    private async Task<PublicationPlan> PlanAsync(NewsForm form)
    {
        var time = await pages.TimeAsync();
        return form.ToPlan(time, time.DayAt(pages.Now), await pages.LanguagesAsync());
    }

    private async Task<NewsForm> OfferAsync(NewsForm form)
    {
        form.Offer(await pages.LanguagesAsync());
        return form;
    }
}

/// <summary>The office's lists, as data.</summary>
public static class PublicationLists
{
    private const string Draft = nameof(PublicationState.Draft);
    private const string Published = nameof(PublicationState.Published);

    /// <summary>News.</summary>
    public static ListDefinition<PublicationIndex> News(DateTime nowUtc) => Of(DocumentTypes.News, nowUtc)
        .Column("title", "Title", row => Cell.Link(row.Title, $"~admin/News/{row.PublicationId}"), row => row.Title)
        .Column("state", "State", row => State(row, nowUtc))
        .Column("topic", "Topic", row => Cell.Word(NewsTopics.Name(Enum.Parse<NewsTopic>(row.Topic))), row => row.Topic)
        .Column("audience", "For", row => Cell.Word(PublicationLifecycle.Name(Enum.Parse<Audience>(row.Audience))), row => row.Audience)
        .Column("from", "From", row => Cell.Moment(row.FromUtc.Year > 2000 ? row.FromUtc : null), row => row.FromUtc)
        .Column("until", "Until", row => Cell.Moment(row.UntilUtc < PublicationIndexProvider.Never ? row.UntilUtc : null), row => row.UntilUtc)
        .Column("languages", "Languages", row => Cell.Of(row.Languages))
        .Filter("topic", "Topic", [.. Enum.GetValues<NewsTopic>().Select(topic => new ListChoice(topic.ToString(), NewsTopics.Name(topic)))], (query, topic) => query.Where(row => row.Topic == topic));

    /// <summary>House documents.</summary>
    public static ListDefinition<PublicationIndex> Documents(DateTime nowUtc) => Of(DocumentTypes.HouseDocument, nowUtc)
        .Column("title", "Title", row => Cell.Link(row.Title, $"~admin/Documents/{row.PublicationId}"), row => row.Title)
        .Column("state", "State", row => State(row, nowUtc))
        .Column("category", "Shelf", row => Cell.Word(DocumentCategories.Name(Enum.Parse<DocumentCategory>(row.Topic))), row => row.Topic)
        .Column("audience", "For", row => Cell.Word(PublicationLifecycle.Name(Enum.Parse<Audience>(row.Audience))), row => row.Audience)
        .Column("languages", "Languages", row => Cell.Of(row.Languages))
        .Filter("category", "Shelf", [.. Enum.GetValues<DocumentCategory>().Select(category => new ListChoice(category.ToString(), DocumentCategories.Name(category)))], (query, category) => query.Where(row => row.Topic == category));

    private static ListDefinition<PublicationIndex> Of(string type, DateTime nowUtc) => new ListDefinition<PublicationIndex>(typeof(PublicationLifecycle))
        .View("read", "Published", (query, _) => query.Where(row => row.Type == type && row.State == Published && row.UntilUtc > nowUtc))
        .View("draft", "Drafts", (query, _) => query.Where(row => row.Type == type && row.State == Draft))
        .View("all", "All", (query, _) => query.Where(row => row.Type == type))
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.FromUtc, newestFirst: true);

    // Time makes of a published one what its days say.
    private static Cell State(PublicationIndex row, DateTime nowUtc)
    {
        var stored = Enum.Parse<PublicationState>(row.State);
        var state = stored != PublicationState.Published ? stored : row.UntilUtc <= nowUtc ? PublicationState.Ended : row.FromUtc > nowUtc ? PublicationState.Scheduled : stored;
        return Cell.State(PublicationLifecycle.Name(state), PublicationLifecycle.Dot(state));
    }
}
