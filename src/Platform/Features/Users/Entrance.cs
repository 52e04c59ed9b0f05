using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;
using OrchardCore.Navigation;
using OrchardCore.Users;
using OrchardCore.Users.Events;
using OrchardCore.Users.Models;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Features.Users;

/// <summary>Lets a person in whose password was right: asks for what is still owed, then opens the session and leads to the first page.</summary>
public sealed class Entrance(
    IUserClaimsPrincipalFactory<IUser> principals,
    SecondFactors factors,
    HalfSignIn half,
    IAuthorizationService authorization,
    INavigationManager menus,
    IOptions<AdminOptions> admin,
    IEnumerable<ILoginFormEvent> events)
{
    /// <summary>The menu whose first entry is the first page of an owner.</summary>
    private const string ResidentMenu = "resident";

    /// <summary>Goes on after the password.</summary>
    public async Task<IActionResult> PasswordWasRightAsync(Controller page, User user, bool remember, string? returnUrl)
    {
        if (SecondFactors.Has(user) ? await half.IsRememberedAsync(page.HttpContext, user) : !await factors.IsDueAsync(user))
        {
            return await EnterAsync(page, user, remember, returnUrl);
        }

        await half.BeginAsync(page.HttpContext, user, remember, returnUrl);
        return page.RedirectToAction(SecondFactors.Has(user) ? nameof(SecondStepController.Code) : nameof(SecondStepController.SetUp), "SecondStep");
    }

    /// <summary>Opens the session.</summary>
    public async Task<IActionResult> EnterAsync(Controller page, User user, bool remember, string? returnUrl)
    {
        var person = await SignInAsync(page.HttpContext, user, remember);
        foreach (var listener in events)
        {
            await listener.LoggedInAsync(user);
        }

        return await BackAsync(page, person, returnUrl);
    }

    public async Task<ClaimsPrincipal> SignInAsync(Microsoft.AspNetCore.Http.HttpContext http, User user, bool remember)
    {
        var person = await principals.CreateAsync(user);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, person, new AuthenticationProperties { IsPersistent = remember });
        return person;
    }

    /// <summary>Where the person wanted to go, if that is on this site; else the first page of their kind.</summary>
    public async Task<IActionResult> BackAsync(Controller page, ClaimsPrincipal person, string? returnUrl)
    {
        if (page.Url.IsLocalUrl(returnUrl))
        {
            return page.LocalRedirect(returnUrl!);
        }

        if (await authorization.AuthorizeAsync(person, AdminPermissions.AccessAdminPanel))
        {
            return page.LocalRedirect("~/" + admin.Value.AdminUrlPrefix);
        }

        page.HttpContext.User = person;
        var first = (await menus.BuildMenuAsync(ResidentMenu, page.ControllerContext)).FirstOrDefault(entry => entry.Href is not null);
        return page.Url.IsLocalUrl(first?.Href) ? page.LocalRedirect(first!.Href!) : page.LocalRedirect("~/");
    }
}
