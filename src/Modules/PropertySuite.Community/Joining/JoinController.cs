using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Notify;

namespace PropertySuite.Community.Joining;

/// <summary>A person of the register makes an account with the code that the office gave. Signing in comes after, as for everybody.</summary>
[AllowAnonymous]
public sealed class JoinController(JoinBook book, JoinTries tries, RefusalTexts refusals, INotifier notifier, IStringLocalizer<JoinController> S, IHtmlLocalizer<JoinController> H) : Controller, IShowsAgain
{
    /// <summary>The form; the QR code of the letter fills in the code and does nothing else.</summary>
    [HttpGet("join/{code?}")]
    public IActionResult Index(string? code)
    {
        KeepQuiet();
        return View(new JoinForm { Code = code });
    }

    /// <summary>Makes the account.</summary>
    [HttpPost("join")]
    public async Task<IActionResult> Join(JoinForm form)
    {
        KeepQuiet();
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        if (tries.Wait(address) is var wait && wait > TimeSpan.Zero)
        {
            Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            ModelState.AddModelError("", S["Too many wrong codes from here. Wait {0} minutes.", (int)Math.Ceiling(wait.TotalMinutes)]);
            return Again(form, StatusCodes.Status429TooManyRequests);
        }

        if (await book.FindAsync(form.Code) is not { } code)
        {
            tries.Count(address);
            ModelState.AddModelError(nameof(form.Code), await refusals.SayAsync(JoinRefusals.CodeWrong.With()));
            return Again(form);
        }

        if (string.IsNullOrWhiteSpace(form.Email) || !form.Email.Contains('@', StringComparison.Ordinal)) ModelState.AddModelError(nameof(form.Email), S["Write your e-mail address."]);
        if (string.IsNullOrEmpty(form.Password)) ModelState.AddModelError(nameof(form.Password), S["Choose a password."]);
        else if (form.Password != form.PasswordConfirmation) ModelState.AddModelError(nameof(form.PasswordConfirmation), S["The two passwords are not the same."]);
        if (!ModelState.IsValid) return Again(form);

        if (!await book.JoinAsync(code, form.Email!.Trim(), form.Password!, (field, error) => ModelState.AddModelError(field == "Password" ? nameof(form.Password) : nameof(form.Email), error))) return Again(form);

        await notifier.SuccessAsync(H["Your account is ready. Sign in with your e-mail address and your password."]);
        return RedirectToAction("Login", "Account", new { area = "OrchardCore.Users", returnUrl = Url.Content("~/my") });
    }

    /// <inheritdoc/>
    [NonAction]
    public Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) => Task.FromResult<IActionResult?>(refused.ActionArguments.TryGetValue("form", out var form) && form is JoinForm typed ? Again(typed) : null);

    // Passwords go back to nobody.
    private ViewResult Again(JoinForm form, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        (form.Password, form.PasswordConfirmation) = (null, null);
        ModelState.SetModelValue(nameof(form.Password), null, null);
        ModelState.SetModelValue(nameof(form.PasswordConfirmation), null, null);
        return View(nameof(Index), form);
    }

    private void KeepQuiet()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}

/// <summary>The form.</summary>
public sealed class JoinForm
{
    public string? Code { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? PasswordConfirmation { get; set; }
}
