using Microsoft.AspNetCore.Mvc;

namespace PropertySuite.HandWritten;

/// <summary>The two pages.</summary>
public sealed class PagesController(Articles articles) : Controller
{
    /// <summary>The list of twenty.</summary>
    [HttpGet("/")]
    public IActionResult List() => View(articles.List());

    /// <summary>One article.</summary>
    [HttpGet("/item/{id}")]
    public IActionResult Item(string id) => View(articles.One(id));
}
