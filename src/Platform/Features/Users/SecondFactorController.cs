using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Core;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Features.Users;

/// <summary>A person's own second factor: on, off, new recovery codes. Off and new codes take a code, so that an open screen is not enough.</summary>
[Area("OrchardCore.Users")]
[Feature("OrchardCore.Users")]
[Requires("ManageOwnUserInformation")]
public sealed class SecondFactorController(
    IUserService users,
    SecondFactors factors,
    SecondFactorPages pages,
    SignInSessions sessions,
    Entrance entrance,
    INotifier notifier,
    IHtmlLocalizer<SecondFactorController> H) : Controller
{
    [HttpGet("Account/SecondFactor")]
    public async Task<IActionResult> Index()
    {
        var user = await MeAsync();
        if (SecondFactors.Has(user))
        {
            return View("Manage", await PageAsync(user));
        }

        return await MaySetUpAsync() ? View("SetUp", await pages.FormAsync(user, null, isOwnChoice: true)) : Back();
    }

    [HttpPost("Account/SecondFactor")]
    public async Task<IActionResult> TurnOn(SecondFactorForm form)
    {
        var user = await MeAsync();
        if (SecondFactors.Has(user) || !await MaySetUpAsync())
        {
            return Back();
        }

        if (await pages.TurnOnAsync(user, form, ModelState) is not { } codes)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.Remove(nameof(form.Offer));
            ModelState.SetModelValue(nameof(form.Code), null, null);
            return View("SetUp", await pages.FormAsync(user, form.Offer, isOwnChoice: true));
        }

        await StayAsync(user);
        return View("RecoveryCodes", new RecoveryCodesPage(codes, user.UserName, Url.Action("Index", "Account")!, IsOwnChoice: true));
    }

    [HttpPost("Account/SecondFactor/Off")]
    public async Task<IActionResult> TurnOff(CodeForm form)
    {
        var user = await MeAsync();
        if (!SecondFactors.Has(user) || (await factors.SettingsAsync()).Requires(user.RoleNames))
        {
            return Back();
        }

        if (!await pages.IsRightAsync(user, form.Code, nameof(form.Code), ModelState, Response))
        {
            return await AgainAsync(user);
        }

        await factors.TurnOffAsync(user, AccountEvents.SecondFactorOff);
        await StayAsync(user);
        await notifier.SuccessAsync(H["The second factor is off. Other devices are signed out."]);
        return Back();
    }

    [HttpPost("Account/SecondFactor/Codes")]
    public async Task<IActionResult> Codes(CodeForm form)
    {
        var user = await MeAsync();
        if (!SecondFactors.Has(user))
        {
            return Back();
        }

        return await pages.IsRightAsync(user, form.Code, nameof(form.Code), ModelState, Response)
            ? View("RecoveryCodes", new RecoveryCodesPage(await factors.RenewCodesAsync(user), user.UserName, Url.Action("Index", "Account")!, IsOwnChoice: true))
            : await AgainAsync(user);
    }

    private async Task<bool> MaySetUpAsync() => (await factors.SettingsAsync()).Mode != SecondFactorMode.Off;

    private async Task<User> MeAsync()
        => (User?)await users.GetAuthenticatedUserAsync(User) ?? throw new InvalidOperationException("A live session has an account.");

    /// <summary>The change has ended every session, this one too; the person at the keyboard stays.</summary>
    private async Task StayAsync(User user)
    {
        await sessions.EndAllAsync(user.UserId);
        await entrance.SignInAsync(HttpContext, user, remember: false);
    }

    private async Task<SecondFactorPage> PageAsync(User user)
        => new(SecondFactors.CodesLeft(user), (await factors.SettingsAsync()).Requires(user.RoleNames));

    private async Task<ViewResult> AgainAsync(User user)
    {
        Response.StatusCode = Response.Headers.RetryAfter.Count > 0 ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        ModelState.SetModelValue(nameof(CodeForm.Code), null, null);
        return View("Manage", await PageAsync(user));
    }

    private RedirectToActionResult Back() => RedirectToAction("Index", "Account");
}

/// <param name="MustKeep">Whether a role of the person asks for it.</param>
public sealed record SecondFactorPage(int CodesLeft, bool MustKeep);
