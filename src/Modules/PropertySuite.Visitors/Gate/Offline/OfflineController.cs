using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Settings;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The gate without a connection: the page that the device keeps, what it checks passes with, and what it sends afterwards.</summary>
[Requires(VisitPermissions.Operate)]
public sealed class OfflineController(OfflineGate gate, OfflineAdmissions admissions, ISiteService sites, IStringLocalizer<OfflineController> S) : Controller
{
    /// <summary>The page that the device keeps. The same for every guard: it holds no name and no token.</summary>
    [HttpGet, Admin("Visits/Gate/Offline", "GateOffline")]
    public IActionResult Index() => View();

    /// <summary>Public keys, gates and what else the device needs.</summary>
    [HttpGet, Admin("Visits/Gate/Offline/Settings", "GateOfflineSettings")]
    public async Task<IActionResult> Settings()
    {
        Response.Headers.CacheControl = "no-store";
        return Json(await gate.GetAsync());
    }

    /// <summary>The worker: answered under the gate's own path, so that it serves the gate's pages and no others.</summary>
    [HttpGet, Admin("Visits/Gate/Offline/Worker.js", "GateOfflineWorker")]
    public IActionResult Worker()
    {
        Response.Headers["Service-Worker-Allowed"] = Url.Action("Index", "Gate");
        return Content($"importScripts(\"{Url.Content("~/PropertySuite.Visitors/js/gate-worker.js")}\");\n", "text/javascript; charset=utf-8");
    }

    /// <summary>What makes the page an application on the phone's home screen.</summary>
    [HttpGet, Admin("Visits/Gate/Offline/App.webmanifest", "GateOfflineManifest")]
    public async Task<IActionResult> Manifest()
    {
        var community = (await sites.GetSiteSettingsAsync()).SiteName;
        return new JsonResult(new
        {
            name = $"{S["Gate"]} · {community}",
            short_name = S["Gate"].Value,
            start_url = Url.Action("Index", "Gate"),
            scope = Url.Action("Index", "Gate"),
            display = "standalone",
            background_color = "#ffffff",
            theme_color = "#0f5c6e",
            icons = new[] { new { src = Url.Content("~/PropertySuite.Office/favicon.svg"), sizes = "any", type = "image/svg+xml" } },
        })
        { ContentType = "application/manifest+json" };
    }

    /// <summary>Books an admission that was made without a connection.</summary>
    [HttpPost, Admin("Visits/Gate/Offline/Admissions", "GateOfflineAdmissions")]
    public async Task<IActionResult> Receive([FromBody] OfflineReport? report)
    {
        if (report is null)
        {
            throw VisitRefusals.ReportForged.With();
        }

        var booked = await admissions.ReceiveAsync(report);
        return Json(new
        {
            outcome = booked.Sentence is null ? "admitted" : "conflict",
            sentence = booked.Sentence,
            visit = booked.VisitId is null ? null : Url.Action("Index", "Verdict", new { visitId = booked.VisitId }),
        });
    }
}
