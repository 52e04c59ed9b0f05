using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore;
using OrchardCore.Liquid;

#pragma warning disable CA1050 // The contract has it in the global namespace, so that views need no using.

public static class LiquidRazorHelperExtensions
{
    /// <summary>Renders Liquid with its values encoded.</summary>
    public static Task<IHtmlContent> LiquidToHtmlAsync(this IOrchardHelper orchardHelper, string liquid) => orchardHelper.LiquidToHtmlAsync(liquid, model: null!);

    /// <inheritdoc cref="LiquidToHtmlAsync(IOrchardHelper, string)"/>
    public static Task<IHtmlContent> LiquidToHtmlAsync(this IOrchardHelper orchardHelper, string liquid, object model)
    {
        var services = orchardHelper.HttpContext.RequestServices;
        return services.GetRequiredService<ILiquidTemplateManager>().RenderHtmlContentAsync(liquid, services.GetRequiredService<HtmlEncoder>(), model);
    }
}
