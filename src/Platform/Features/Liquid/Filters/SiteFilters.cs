using System.Globalization;
using Markdig;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Infrastructure.Html;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Features.Liquid.Filters;

internal static class SiteFilters
{
    private static readonly MarkdownPipeline s_markdown = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    public static void Add(IDictionary<string, Func<LiquidCall, object?>> filters)
    {
        filters["t"] = call => Translated(call);
        filters["absolute_url"] = call => Absolute(call.Text, call.At.Services);
        filters["href"] = call => Relative(call.Text, call.At.Services);
        filters["display_text"] = call => call.Input is LiquidView view ? view.Get("DisplayText") as string ?? string.Empty : string.Empty;
        filters["markdownify"] = call => new WrittenText(
            call.At.Services.GetRequiredService<IHtmlSanitizerService>().Sanitize(Markdown.ToHtml(call.Text, s_markdown)));
    }

    private static string Translated(LiquidCall call)
    {
        var texts = call.At.Services.GetRequiredService<IStringLocalizerFactory>().Create(typeof(LiquidTexts));
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = call.At.Culture;
        try
        {
            return call.Arguments.Count == 0 ? texts[call.Text].Value : texts[call.Text, [.. call.Arguments.Select(call.Write)]].Value;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Relative(string path, IServiceProvider services) =>
        path.StartsWith("~/", StringComparison.Ordinal) ? services.GetService<IHttpContextAccessor>()?.HttpContext?.Request.PathBase.Value + path[1..] : path;

    private static string Absolute(string path, IServiceProvider services)
    {
        if (Uri.TryCreate(path, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https")
            return path;
        var request = services.GetService<IHttpContextAccessor>()?.HttpContext?.Request;
        var site = services.GetRequiredService<SiteAddress>();
        var root = site.BaseUrl is { Length: > 0 } known ? known.TrimEnd('/') : request is null ? string.Empty : $"{request.Scheme}://{request.Host}{request.PathBase}";
        return root + "/" + path.TrimStart('~').TrimStart('/');
    }
}

/// <summary>Context in which the filter <c>t</c> looks texts up; those without a context are found as well.</summary>
internal sealed class LiquidTexts;

/// <summary>The address of the site outside, as read for the current rendering.</summary>
internal sealed class SiteAddress
{
    public string? BaseUrl { get; set; }
}
