using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Users.Events;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Core;
using PropertySuite.Platform.Localization;
using PropertySuite.Platform.Users;
using ISession = YesSql.ISession;

namespace PropertySuite.Platform.Features.Users;

/// <summary>Signing in and out, and a person's own account.</summary>
[Area("OrchardCore.Users")]
[Feature("OrchardCore.Users")]
public sealed class AccountController(
    IUserService users,
    Entrance entrance,
    SecondFactors factors,
    SignInThrottle throttle,
    SignInSessions sessions,
    ILocalClock localClock,
    ILocalizationService cultures,
    ISession session,
    INotifier notifier,
    IEnumerable<ILoginFormEvent> events,
    IStringLocalizer<AccountController> S,
    IHtmlLocalizer<AccountController> H) : Controller
{
    [HttpGet("Login"), AllowAnonymous]
    public async Task<IActionResult> Login(string? returnUrl)
        => User.Identity?.IsAuthenticated == true ? await entrance.BackAsync(this, User, returnUrl) : View(new LoginForm { ReturnUrl = returnUrl });

    [HttpPost("Login"), AllowAnonymous]
    public async Task<IActionResult> Login(LoginForm form)
    {
        var (name, password) = (form.UserName?.Trim() ?? string.Empty, form.Password ?? string.Empty);
        if (name.Length == 0)
        {
            ModelState.AddModelError(nameof(form.UserName), S["Enter your user name or e-mail address."]);
        }

        if (password.Length == 0)
        {
            ModelState.AddModelError(nameof(form.Password), S["Enter your password."]);
        }

        if (!ModelState.IsValid)
        {
            return Again(form);
        }

        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "?";
        if (throttle.Wait(name, address) is { Ticks: > 0 } wait)
        {
            return TooMany(form, wait);
        }

        foreach (var listener in events)
        {
            await listener.LoggingInAsync(name, ModelState.AddModelError);
        }

        var user = ModelState.IsValid ? (User?)await users.AuthenticateAsync(name, password, ModelState.AddModelError) : null;
        if (user is not null)
        {
            foreach (var listener in events)
            {
                await listener.ValidatingLoginAsync(user, ModelState.AddModelError);
            }
        }

        if (user is null || !ModelState.IsValid)
        {
            throttle.Fail(name, address);
            foreach (var listener in events)
            {
                await listener.LoggingInFailedAsync(name);
            }

            return Again(form);
        }

        throttle.Succeed(name, address);
        return await entrance.PasswordWasRightAsync(this, user, form.RememberMe, form.ReturnUrl);
    }

    [HttpPost("Users/LogOff"), AllowAnonymous]
    public async Task<IActionResult> LogOff()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);

        // What the browser kept of this site's pages may be personal (ASVS 14.3.1).
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return LocalRedirect("~/");
    }

    [HttpGet("Account"), Requires("ManageOwnUserInformation")]
    public async Task<IActionResult> Index()
    {
        var user = await MeAsync();
        var rows = new List<SessionRow>();
        foreach (var known in await sessions.OfAsync(user.UserId))
        {
            rows.Add(new SessionRow(known.SessionId, known.Device, await localClock.ConvertToLocalAsync(known.CreatedUtc), known.SessionId == ThisSession));
        }

        var settings = await factors.SettingsAsync();
        return View(new AccountPage
        {
            UserName = user.UserName,
            Email = user.Email,
            Roles = [.. user.RoleNames],
            Sessions = rows,
            HasPassword = user.PasswordHash is not null,
            HasSecondFactor = SecondFactors.Has(user),
            MaySetUp = settings.Mode != SecondFactorMode.Off,
            MustKeep = settings.Requires(user.RoleNames),
            CodesLeft = SecondFactors.CodesLeft(user),
            Language = SavedLanguage.Of(user),
            Languages = await cultures.GetSupportedCulturesAsync(),
        });
    }

    /// <summary>Keeps the person's language; it goes along to other devices, and counts for what is sent to the person.</summary>
    [HttpPost("Account/Language"), Requires("ManageOwnUserInformation")]
    public async Task<IActionResult> Language(string? language)
    {
        var user = await MeAsync();
        if (!(await cultures.GetSupportedCulturesAsync()).Contains(language))
        {
            return RedirectToAction(nameof(Index));
        }

        SavedLanguage.Keep(user, language!);
        await session.SaveAsync(user);
        Response.Cookies.Append(RequestCulture.CookieName(HttpContext), RequestCulture.CookieValue(language!), new CookieOptions
        {
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            IsEssential = true,
        });
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Ends one of the person's sessions, or all but this one.</summary>
    [HttpPost("Account/Sessions/End"), Requires("ManageOwnUserInformation")]
    public async Task<IActionResult> EndSession(string? sessionId)
    {
        var user = await MeAsync();
        if (string.IsNullOrEmpty(sessionId))
        {
            await sessions.EndAllAsync(user.UserId, except: ThisSession);
            await notifier.SuccessAsync(H["You are signed out on all other devices."]);
        }
        else if ((await sessions.OfAsync(user.UserId)).Any(known => known.SessionId == sessionId))
        {
            await sessions.EndAsync(sessionId);
            await notifier.SuccessAsync(H["That device is signed out."]);
        }

        return RedirectToAction(nameof(Index));
    }

    [HttpGet("ChangePassword"), Requires("ManageOwnUserInformation")]
    public IActionResult ChangePassword() => View(new ChangePasswordForm());

    [HttpPost("ChangePassword"), Requires("ManageOwnUserInformation")]
    public async Task<IActionResult> ChangePassword(ChangePasswordForm form)
    {
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "?";
        var user = await MeAsync();
        if (throttle.Wait(user.UserName, address) is { Ticks: > 0 } wait)
        {
            Response.Headers.RetryAfter = Seconds(wait);
            ModelState.AddModelError(string.Empty, S["Too many attempts. Try again in {0} minutes.", Minutes(wait)]);
            return Again(StatusCodes.Status429TooManyRequests, form);
        }

        if (string.IsNullOrEmpty(form.CurrentPassword))
        {
            ModelState.AddModelError(nameof(form.CurrentPassword), S["Enter your current password."]);
        }

        if (form.Password != form.PasswordConfirmation)
        {
            ModelState.AddModelError(nameof(form.PasswordConfirmation), S["The two new passwords are not the same."]);
        }

        if (!ModelState.IsValid
            || !await users.ChangePasswordAsync(user, form.CurrentPassword!, form.Password ?? string.Empty, ModelState.AddModelError))
        {
            if (ModelState.ContainsKey(nameof(form.CurrentPassword)))
            {
                throttle.Fail(user.UserName, address);
            }

            return Again(StatusCodes.Status422UnprocessableEntity, form);
        }

        // The change has ended every session, this one too; the person at the keyboard stays.
        await sessions.EndAllAsync(user.UserId);
        await entrance.SignInAsync(HttpContext, user, remember: false);
        await notifier.SuccessAsync(H["Your password is changed. Other devices are signed out."]);
        return RedirectToAction(nameof(Index));
    }

    private string? ThisSession => User.FindFirstValue(SignInClaims.Session);

    private async Task<User> MeAsync()
        => (User?)await users.GetAuthenticatedUserAsync(User) ?? throw new InvalidOperationException("A live session has an account.");

    private ViewResult Again(LoginForm form)
    {
        form.Password = null;
        ModelState.SetModelValue(nameof(form.Password), null, null);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Login), form);
    }

    private ViewResult Again(int status, ChangePasswordForm form)
    {
        Response.StatusCode = status;
        foreach (var field in new[] { nameof(form.CurrentPassword), nameof(form.Password), nameof(form.PasswordConfirmation) })
        {
            ModelState.SetModelValue(field, null, null);
        }

        return View(nameof(ChangePassword), new ChangePasswordForm());
    }

    private ViewResult TooMany(LoginForm form, TimeSpan wait)
    {
        Response.Headers.RetryAfter = Seconds(wait);
        ModelState.AddModelError(string.Empty, S["Too many attempts. Try again in {0} minutes.", Minutes(wait)]);
        var view = Again(form);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return view;
    }

    private static string Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int Minutes(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
}
