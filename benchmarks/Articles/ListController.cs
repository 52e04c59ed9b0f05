using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.ContentManagement.Records;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using YesSql;

namespace PropertySuite.Articles;

/// <summary>The newest twenty articles, each by its summary display.</summary>
[AllowAnonymous]
public sealed class ListController(ISession session, IContentManager content, IContentItemDisplayManager display, IUpdateModelAccessor updater) : Controller
{
    [HttpGet("/articles")]
    public async Task<IActionResult> Index()
    {
        var count = await session.QueryIndex<ContentItemIndex>(row => row.ContentType == "Article" && row.Published).CountAsync();
        var items = await session.Query<ContentItem, ContentItemIndex>(row => row.ContentType == "Article" && row.Published)
            .OrderByDescending(row => row.PublishedUtc)
            .Take(20)
            .ListAsync(content);
        var shapes = new List<IShape>();
        foreach (var item in items)
        {
            shapes.Add(await display.BuildDisplayAsync(item, updater.ModelUpdater, "Summary"));
        }

        return View(new ArticleList(count, shapes));
    }
}

/// <summary>What the list shows.</summary>
public sealed record ArticleList(int Count, IReadOnlyList<IShape> Articles);
