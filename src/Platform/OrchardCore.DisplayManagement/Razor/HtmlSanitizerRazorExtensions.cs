using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore;
using OrchardCore.Infrastructure.Html;

#pragma warning disable CA1050 // The contract has these in the global namespace, so that views need no using.

public static class HtmlSanitizerRazorExtensions
{
    /// <summary>Cleans markup and shows it.</summary>
    public static IHtmlContent SanitizeHtml(this IOrchardHelper orchardHelper, string html) =>
        new HtmlString(orchardHelper.HttpContext.RequestServices.GetRequiredService<IHtmlSanitizerService>().Sanitize(html));
}
