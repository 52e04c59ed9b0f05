using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PropertySuite.Visitors;

/// <summary>
/// The guest's page: whoever has its address may see the pass. The address holds 128 random bits, is stored hashed, is
/// kept by no cache and told to no other site.
/// </summary>
[AllowAnonymous]
public sealed class PassPageController(Visits visits, RecurringPasses recurring, PassPages pages) : Controller
{
    /// <summary>The pass.</summary>
    [HttpGet("pass/{secret:length(22)}")]
    public async Task<IActionResult> Show(string secret)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";

        return await visits.OfLinkAsync(secret) is { } visit ? View(await pages.OfAsync(visit, Url))
            : await recurring.OfLinkAsync(secret) is { } pass ? View(await pages.OfAsync(pass, await recurring.SignAsync(pass), Url))
            : NotFound();
    }
}
