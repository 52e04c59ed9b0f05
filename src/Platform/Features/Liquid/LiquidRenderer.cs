using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Platform.Features.Liquid.Filters;
using PropertySuite.Platform.Liquid;
using PropertySuite.Platform.Time;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>Renders Liquid for the current reader, with the community's time and the limits of <see cref="LiquidLimits"/>.</summary>
internal sealed class LiquidRenderer(
    LiquidTemplates templates, IClock clock, ILocalClock localClock, ISiteService sites, SiteAddress address, IHttpContextAccessor accessor, IServiceProvider services)
    : ILiquidRenderer
{
    private TimeZoneInfo? _zone;

    public bool Validate(string template, out IEnumerable<string> errors)
    {
        var found = Check(template);
        errors = found.Select(error => error.ToString());
        return found.Count == 0;
    }

    public IReadOnlyList<LiquidError> Check(string template) => templates.Get(template ?? string.Empty).Errors;

    public async Task<string> RenderAsync(
        string template, TextEncoder? encoder, object? model, IEnumerable<KeyValuePair<string, object?>>? values, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(template))
            return string.Empty;
        if (!template.Contains("{{", StringComparison.Ordinal) && !template.Contains("{%", StringComparison.Ordinal))
            return template;
        var parsed = templates.Get(template);
        if (parsed.Template is null)
            throw new LiquidException(parsed.Errors);

        var site = await sites.GetSiteSettingsAsync();
        address.BaseUrl = site.BaseUrl;
        var surroundings = new LiquidSurroundings(
            encoder is NullHtmlEncoder ? null : encoder,
            CultureInfo.CurrentUICulture,
            _zone ??= Clock.InfoOf(await localClock.GetLocalTimeZoneAsync()),
            clock.UtcNow,
            services);

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(LiquidLimits.Time);
        var context = new LiquidContext(surroundings, LiquidFilters.Functions, time.Token);
        try
        {
            context.PushGlobal(Objects(site, model, values));
            return parsed.Template.Render(context);
        }
        catch (Exception exception) when (exception is ScriptRuntimeException or LiquidLimitException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new LiquidException([ErrorOf(exception)], exception);
        }
    }

    private static LiquidError ErrorOf(Exception exception)
    {
        var inner = exception;
        while (inner is not LiquidLimitException && inner.InnerException is not null)
            inner = inner.InnerException;
        return exception switch
        {
            ScriptAbortException => new(0, 0, $"The template takes longer than {LiquidLimits.Time.TotalSeconds} seconds."),
            ScriptRuntimeException runtime => LiquidCheck.At(runtime.Span, inner is LiquidLimitException ? inner.Message : runtime.OriginalMessage),
            OperationCanceledException => new(0, 0, $"The template takes longer than {LiquidLimits.Time.TotalSeconds} seconds."),
            _ => new(0, 0, exception.Message),
        };
    }

    private ScriptObject Objects(ISite site, object? model, IEnumerable<KeyValuePair<string, object?>>? values)
    {
        var objects = new ScriptObject
        {
            ["Site"] = new LiquidView(new Dictionary<string, object?>
            {
                ["SiteName"] = site.SiteName,
                ["BaseUrl"] = site.BaseUrl,
                ["TimeZoneId"] = site.TimeZoneId,
            }),
            ["Culture"] = new LiquidView(new Dictionary<string, object?>
            {
                ["Name"] = CultureInfo.CurrentUICulture.Name,
                ["NativeName"] = CultureInfo.CurrentUICulture.NativeName,
                ["Dir"] = CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "rtl" : "ltr",
            }),
        };

        if (accessor.HttpContext is { } context)
        {
            // No query, header or cookie: an address may carry a right.
            objects["Request"] = new LiquidView(new Dictionary<string, object?> { ["Host"] = context.Request.Host.Value, ["Scheme"] = context.Request.Scheme });
            objects["User"] = new LiquidView(new Dictionary<string, object?>
            {
                ["UserName"] = context.User.Identity?.Name,
                ["IsAuthenticated"] = context.User.Identity?.IsAuthenticated == true,
            });
        }

        if (model is not null)
            objects["Model"] = LiquidValue.Of(model);
        foreach (var (name, value) in values ?? [])
            objects[name] = LiquidValue.Of(value);
        return objects;
    }
}
