using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Features.Users;

/// <summary>The second step of signing in: the code, or setting the second factor up where a role asks for one. Until then nobody is signed in.</summary>
[Area("OrchardCore.Users")]
[Feature("OrchardCore.Users")]
[AllowAnonymous]
[LinkPage]
public sealed class SecondStepController(HalfSignIn half, SecondFactors factors, SecondFactorPages pages, Entrance entrance) : Controller
{
    [HttpGet("Login/Code")]
    public async Task<IActionResult> Code()
        => await half.ReadAsync(HttpContext) is { } begun && SecondFactors.Has(begun.User) ? View(await FillAsync(new CodeForm(), begun)) : Again();

    [HttpPost("Login/Code")]
    public async Task<IActionResult> Code(CodeForm form)
    {
        if (await half.ReadAsync(HttpContext) is not { } begun || !SecondFactors.Has(begun.User))
        {
            return Again();
        }

        if (!await pages.IsRightAsync(begun.User, form.Code, nameof(form.Code), ModelState, Response))
        {
            Response.StatusCode = Response.Headers.RetryAfter.Count > 0 ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
            ModelState.SetModelValue(nameof(form.Code), null, null);
            return View(await FillAsync(form, begun));
        }

        if (form.RememberDevice && (await factors.SettingsAsync()).MayRememberDevice)
        {
            await half.RememberDeviceAsync(HttpContext, begun.User);
        }

        await half.EndAsync(HttpContext);
        return await entrance.EnterAsync(this, begun.User, begun.Remember, begun.ReturnUrl);
    }

    [HttpGet("Login/SecondFactor")]
    public async Task<IActionResult> SetUp()
        => await half.ReadAsync(HttpContext) is { } begun && !SecondFactors.Has(begun.User)
            ? View(await pages.FormAsync(begun.User, null, isOwnChoice: false))
            : Again();

    [HttpPost("Login/SecondFactor")]
    public async Task<IActionResult> SetUp(SecondFactorForm form)
    {
        if (await half.ReadAsync(HttpContext) is not { } begun || SecondFactors.Has(begun.User))
        {
            return Again();
        }

        if (await pages.TurnOnAsync(begun.User, form, ModelState) is not { } codes)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.Remove(nameof(form.Offer));
            ModelState.SetModelValue(nameof(form.Code), null, null);
            return View(await pages.FormAsync(begun.User, form.Offer, isOwnChoice: false));
        }

        await half.EndAsync(HttpContext);
        await entrance.EnterAsync(this, begun.User, begun.Remember, begun.ReturnUrl);
        return View("RecoveryCodes", new RecoveryCodesPage(
            codes, begun.User.UserName, Url.IsLocalUrl(begun.ReturnUrl) ? begun.ReturnUrl! : Url.Action("Login", "Account")!, IsOwnChoice: false));
    }

    private RedirectToActionResult Again() => RedirectToAction("Login", "Account");

    private async Task<CodeForm> FillAsync(CodeForm form, HalfSignedIn begun)
    {
        form.Code = null;
        form.UserName = begun.User.UserName;
        form.MayRememberDevice = (await factors.SettingsAsync()).MayRememberDevice;
        return form;
    }
}
