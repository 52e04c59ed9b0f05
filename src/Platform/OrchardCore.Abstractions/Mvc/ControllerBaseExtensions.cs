using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Mvc;

public static class ControllerBaseExtensions
{
    /// <summary>Asks an anonymous visitor to sign in, and refuses one who is signed in.</summary>
    public static ActionResult ChallengeOrForbid(this ControllerBase controller)
        => controller.User?.Identity?.IsAuthenticated == true ? controller.Forbid() : controller.Challenge();

    public static ActionResult ChallengeOrForbid(this ControllerBase controller, params string[] authenticationSchemes)
        => controller.User?.Identity?.IsAuthenticated == true
            ? controller.Forbid(authenticationSchemes)
            : controller.Challenge(authenticationSchemes);

    public static ActionResult InternalServerError(this ControllerBase controller, object? value = null)
        => controller.StatusCode(StatusCodes.Status500InternalServerError, value);

    /// <param name="escapeUrl">Whether characters outside ASCII are encoded first, as a redirect demands.</param>
    public static ActionResult LocalRedirect(this ControllerBase controller, string localUrl, bool escapeUrl)
        => controller.LocalRedirect(escapeUrl ? Escape(localUrl) : localUrl);

    public static ActionResult Redirect(this ControllerBase controller, string url, bool escapeUrl)
        => controller.Redirect(escapeUrl ? Escape(url) : url);

    private static string Escape(string url) => string.Concat(url.EnumerateRunes().Select(
        rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
