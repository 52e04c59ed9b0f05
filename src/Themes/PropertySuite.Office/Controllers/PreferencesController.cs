using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Localization;
using PropertySuite.Office.Frame;

namespace PropertySuite.Office.Controllers;

/// <summary>Language and light or dark, for people and for browsers without script. Anybody may choose for themselves.</summary>
[AllowAnonymous]
[Route("preferences")]
public sealed class PreferencesController(ILocalizationService localization, SavedLanguage saved) : Controller
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Shows the choices.</summary>
    /// <param name="language">Chosen beforehand by the link that led here; nothing is stored yet.</param>
    [HttpGet]
    public async Task<IActionResult> Index(string? language, string? returnUrl)
    {
        var languages = await localization.GetSupportedCulturesAsync();
        return View(new PreferencesForm
        {
            Language = languages.Contains(language) ? language! : CultureInfo.CurrentUICulture.Name,
            Scheme = Look.Scheme(Request) ?? string.Empty,
            ReturnUrl = returnUrl,
            Languages = languages,
        });
    }

    /// <summary>Stores the choices in cookies of this browser; the language also with the account of whoever is signed in.</summary>
    [HttpPost]
    public async Task<IActionResult> Index(PreferencesForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if ((await localization.GetSupportedCulturesAsync()).Contains(form.Language))
        {
            await saved.KeepAsync(User, form.Language);
            Keep(Look.LanguageCookie(HttpContext), CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(form.Language)), "/");
        }

        if (Look.Schemes.Contains(form.Scheme))
        {
            Keep(Look.SchemeCookie, form.Scheme, Look.BasePath(Request));
        }
        else
        {
            Response.Cookies.Delete(Look.SchemeCookie, new CookieOptions { Path = Look.BasePath(Request) });
        }

        return Url.IsLocalUrl(form.ReturnUrl) ? LocalRedirect(form.ReturnUrl!) : LocalRedirect("~/");
    }

    // The page's script reads and writes these two as well: no secret is in them.
    private void Keep(string name, string value, string path) => Response.Cookies.Append(name, value, new CookieOptions
    {
        Path = path,
        MaxAge = Kept,
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
        IsEssential = true,
    });
}
