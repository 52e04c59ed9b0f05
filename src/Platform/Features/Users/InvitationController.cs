using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Features.Users;

/// <summary>An invited person chooses a password. The link does nothing else: it does not sign in.</summary>
[Area("OrchardCore.Users")]
[Feature("OrchardCore.Users")]
[Route("Invitation")]
[AllowAnonymous]
[LinkPage]
public sealed class InvitationController(
    AccessLinks links,
    IUserService users,
    UserManager<IUser> manager,
    SignInSessions sessions,
    INotifier notifier,
    IStringLocalizer<InvitationController> S,
    IHtmlLocalizer<InvitationController> H) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string? token)
        => await FindAsync(token) is (_, { } user)
            ? View(new InvitationForm { Token = token, UserName = user.UserName })
            : Gone();

    [HttpPost]
    public async Task<IActionResult> Index(InvitationForm form)
    {
        if (await FindAsync(form.Token) is not ({ } link, { } user))
        {
            return Gone();
        }

        if (form.Password != form.PasswordConfirmation)
        {
            ModelState.AddModelError(nameof(form.PasswordConfirmation), S["The two passwords are not the same."]);
            return Again(form, user);
        }

        var result = await SetPasswordAsync(user, form.Password ?? string.Empty);
        if (!result.Succeeded)
        {
            foreach (var error in result.Errors)
            {
                ModelState.AddModelError(nameof(form.Password), error.Description);
            }

            return Again(form, user);
        }

        await links.UseAsync(link);
        await sessions.EndAllAsync(user.UserId);
        await notifier.SuccessAsync(H["Your password is set. Sign in with it."]);
        return RedirectToAction("Login", "Account", new { area = "OrchardCore.Users" });
    }

    private async Task<IdentityResult> SetPasswordAsync(User user, string password)
    {
        if (user.PasswordHash is null)
        {
            return await manager.AddPasswordAsync(user, password);
        }

        return await manager.ResetPasswordAsync(user, await manager.GeneratePasswordResetTokenAsync(user), password);
    }

    private async Task<(AccessLink?, User?)> FindAsync(string? token)
        => await links.FindAsync(token, AccessLinkKind.Invitation) is { } link
            && await users.GetUserByUniqueIdAsync(link.UserId) is User { IsEnabled: true } user
                ? (link, user)
                : default;

    private ViewResult Again(InvitationForm form, User user)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.SetModelValue(nameof(form.Password), null, null);
        ModelState.SetModelValue(nameof(form.PasswordConfirmation), null, null);
        return View(new InvitationForm { Token = form.Token, UserName = user.UserName });
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Gone");
    }
}
