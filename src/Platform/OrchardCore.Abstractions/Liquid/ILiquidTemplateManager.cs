using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PropertySuite.Platform.Liquid;

namespace OrchardCore.Liquid;

/// <summary>Checks and renders Liquid; rendering is in <see cref="LiquidTemplateManagerExtensions"/>.</summary>
public interface ILiquidTemplateManager
{
    /// <param name="errors">What is wrong, each with its line and column; empty when nothing is.</param>
    bool Validate(string template, out IEnumerable<string> errors);
}

/// <remarks>An encoder that leaves text as it is (or null) is for plain text; values are encoded by any other.</remarks>
public static class LiquidTemplateManagerExtensions
{
    public static Task<string> RenderStringAsync(this ILiquidTemplateManager manager, string template, TextEncoder? encoder) =>
        Renderer(manager).RenderAsync(template, encoder);

    public static Task<string> RenderStringAsync(this ILiquidTemplateManager manager, string template, TextEncoder? encoder, object? model) =>
        Renderer(manager).RenderAsync(template, encoder, model);

    public static async Task RenderStringAsync(this ILiquidTemplateManager manager, string template, TextWriter writer, TextEncoder? encoder) =>
        await writer.WriteAsync(await Renderer(manager).RenderAsync(template, encoder));

    public static async Task RenderStringAsync(this ILiquidTemplateManager manager, string template, TextWriter writer, TextEncoder? encoder, object? model) =>
        await writer.WriteAsync(await Renderer(manager).RenderAsync(template, encoder, model));

    public static async Task<IHtmlContent> RenderHtmlContentAsync(this ILiquidTemplateManager manager, string template, TextEncoder? encoder) =>
        new HtmlString(await Renderer(manager).RenderAsync(template, encoder));

    public static async Task<IHtmlContent> RenderHtmlContentAsync(this ILiquidTemplateManager manager, string template, TextEncoder? encoder, object? model) =>
        new HtmlString(await Renderer(manager).RenderAsync(template, encoder, model));

    private static ILiquidRenderer Renderer([NotNull] ILiquidTemplateManager? manager)
    {
        ArgumentNullException.ThrowIfNull(manager);
        return manager as ILiquidRenderer ?? throw new ArgumentException($"{manager.GetType()} renders nothing.", nameof(manager));
    }
}
