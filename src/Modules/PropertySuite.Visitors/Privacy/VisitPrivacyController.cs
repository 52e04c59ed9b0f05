using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Shows what is masked to who says why, once; and deletes a visitor's data on request (VIS-19).</summary>
[Requires(VisitPermissions.Reveal)]
public sealed class VisitPrivacyController(Visits visits, VisitPrivacy privacy, CurrentActor current) : Controller, IShowsAgain
{
    /// <summary>Asks why.</summary>
    [HttpGet, Admin("Visits/Record/{visitId}/Identity", "VisitIdentity")]
    public async Task<IActionResult> Index(string visitId) =>
        await visits.FindAsync(visitId) is { } visit ? View(new IdentityForm { Page = new IdentityPage(visit, false) }) : NotFound();

    /// <summary>Shows it on this answer only, and keeps who looked and why.</summary>
    [HttpPost, Admin("Visits/Record/{visitId}/Identity", "VisitIdentityPost"), ActionName(nameof(Index))]
    public async Task<IActionResult> Reveal(string visitId, IdentityForm form)
    {
        if (await visits.FindAsync(visitId) is not { } visit)
        {
            return NotFound();
        }

        await privacy.RevealAsync(visit, await current.GetAsync(VisitPermissions.Reveal), form.Reason);
        Response.Headers.CacheControl = "no-store";
        form.Page = new IdentityPage(visit, true);
        return View(form);
    }

    /// <summary>Deletes the visitor's data.</summary>
    [HttpPost, Admin("Visits/Record/{visitId}/Erase", "VisitErase")]
    public async Task<IActionResult> Erase(string visitId, IdentityForm form)
    {
        if (await visits.FindAsync(visitId) is not { } visit)
        {
            return NotFound();
        }

        await privacy.EraseAsync(visit, await current.GetAsync(VisitPermissions.Reveal), form.Reason);
        return RedirectToAction("Index", "VisitRecord", new { visitId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("visitId", out var id) || await visits.FindAsync(id as string) is not { } visit)
        {
            return null;
        }

        var form = refused.ActionArguments.TryGetValue("form", out var typed) && typed is IdentityForm asked ? asked : new IdentityForm();
        form.Page = new IdentityPage(visit, false);
        return View("Index", form);
    }
}

/// <summary>The form.</summary>
public sealed class IdentityForm
{
    public string? Reason { get; set; }

    /// <summary>What the page shows; never posted.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever, Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public IdentityPage? Page { get; set; }
}

/// <summary>The page.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="IsShown">Whether it shows what is masked.</param>
public sealed record IdentityPage(VisitPart Visit, bool IsShown);
