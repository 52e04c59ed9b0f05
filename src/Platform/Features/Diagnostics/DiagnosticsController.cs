using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;
using PropertySuite.Platform.Errors;

namespace PropertySuite.Platform.Features.Diagnostics;

/// <summary>Shows a failure in the look of the site. The pipeline comes here by itself; nobody links to it.</summary>
[Area("OrchardCore.Diagnostics")]
[AllowAnonymous]
public sealed class DiagnosticsController(IOptions<AdminOptions> admin) : Controller
{
    /// <summary>The failure of the request that is being answered; asked for by address, there is none: 404.</summary>
    [Route(ErrorPages.PagePath)]
    [IgnoreAntiforgeryToken]
    public IActionResult Error()
    {
        var page = HttpContext.Features.Get<ErrorPage>() ?? ErrorPage.Of(StatusCodes.Status404NotFound, ErrorPages.ReferenceOf(HttpContext));
        if (IsOffice(HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget))
        {
            AdminAttribute.Apply(HttpContext);
        }

        Response.StatusCode = page.Status;
        return View(page);
    }

    // The path asked for is still in the raw target; a failure of a staff page is shown among the staff's menus.
    private bool IsOffice(string? target)
        => User.Identity?.IsAuthenticated == true
            && target is ['/', ..]
            && new PathString(target.Split('?')[0]).StartsWithSegments(Request.PathBase.Add("/" + admin.Value.AdminUrlPrefix), StringComparison.OrdinalIgnoreCase);
}
