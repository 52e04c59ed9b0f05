using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;

namespace PropertySuite.Residence.Controllers;

/// <summary>What makes of the public site and the residents' pages an application on a phone's home screen. Nothing here is anybody's own.</summary>
[AllowAnonymous]
public sealed class AppController(ISiteService sites, IStringLocalizer<AppController> S) : Controller
{
    private const string Files = "~/PropertySuite.Residence";

    /// <summary>The description of the application.</summary>
    [HttpGet("app.webmanifest")]
    public async Task<IActionResult> Manifest()
    {
        var name = (await sites.GetSiteSettingsAsync()).SiteName ?? "";
        var root = Url.Content("~/");
        return new JsonResult(new
        {
            id = root,
            name,
            short_name = name.Length <= 12 ? name : name.Split(' ') is var words && words[^1].Length <= 12 ? words[^1] : name[..12],
            start_url = root,
            scope = root,
            display = "standalone",
            background_color = "#f7f6f2",
            theme_color = "#165f53",
            lang = System.Globalization.CultureInfo.CurrentUICulture.Name,
            icons = new[]
            {
                new { src = Url.Content(Files + "/img/app-192.png"), sizes = "192x192", type = "image/png", purpose = "any" },
                new { src = Url.Content(Files + "/img/app-512.png"), sizes = "512x512", type = "image/png", purpose = "any" },
                new { src = Url.Content(Files + "/img/app-512.png"), sizes = "512x512", type = "image/png", purpose = "maskable" },
            },
            shortcuts = new[] { new { name = S["My pages"].Value, url = Url.Content("~/my") } },
        })
        { ContentType = "application/manifest+json" };
    }

    /// <summary>The worker: answered at the root, so that it serves the whole site; it leaves the office's pages alone.</summary>
    [HttpGet("app-worker.js")]
    public IActionResult Worker() => Content($"importScripts(\"{Url.Content(Files + "/js/app-worker.js")}\");\n", "text/javascript; charset=utf-8");

    /// <summary>The page that a device keeps for the time without a connection.</summary>
    [HttpGet("offline")]
    public IActionResult Offline() => View();
}
