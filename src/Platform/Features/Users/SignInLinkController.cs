using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Platform.Users;
using YesSql;

namespace PropertySuite.Platform.Features.Users;

/// <summary>Signs in by a link, in demonstration communities of a developer's machine. Opening the page does nothing; pressing the button does.</summary>
[Area("OrchardCore.Users")]
[Feature("OrchardCore.Users")]
[Route("SignInLink")]
[AllowAnonymous]
[LinkPage]
public sealed class SignInLinkController(
    AccessLinks links,
    Demonstration demonstration,
    IUserService users,
    IUserClaimsPrincipalFactory<IUser> principals,
    YesSql.ISession session) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string? token)
        => await FindAsync(token) is (_, { } user) ? View(new SignInLinkForm { Token = token, UserName = user.UserName }) : Gone();

    [HttpPost]
    public async Task<IActionResult> Index(SignInLinkForm form)
    {
        if (await FindAsync(form.Token) is not ({ } link, { } user))
        {
            return Gone();
        }

        await links.UseAsync(link);
        try
        {
            // Of two who press at once only one may get a cookie, so the link is used up before the cookie is written.
            await session.FlushAsync();
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();
            return Gone();
        }

        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, await principals.CreateAsync(user), new AuthenticationProperties());
        return RedirectToAction("Login", "Account", new { area = "OrchardCore.Users" });
    }

    private async Task<(AccessLink?, User?)> FindAsync(string? token)
        => demonstration.IsOn
            && await links.FindAsync(token, AccessLinkKind.SignIn) is { } link
            && await users.GetUserByUniqueIdAsync(link.UserId) is User { IsEnabled: true } user
                ? (link, user)
                : default;

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Gone");
    }
}
