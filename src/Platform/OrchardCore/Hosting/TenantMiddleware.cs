using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using PropertySuite.Platform.Data.Migrations;
using PropertySuite.Platform.Errors;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Hosting;

/// <summary>Finds the tenant of a request by its address, and takes the tenant's prefix off the path.</summary>
internal sealed class TenantAddressMiddleware(RequestDelegate next, IRunningShellTable table, ShellHost host)
{
    public async Task InvokeAsync(HttpContext context)
    {
        SecurityHeaders.Apply(context);
        await host.InitializeAsync();
        var settings = table.Match(context.Request.Host, context.Request.Path);
        if (settings is not { RequestUrlHosts.Length: > 0 } || !settings.IsRunning())
        {
            // No site has this host for its own, so perhaps one has been set up beside this server since.
            await host.RefreshAsync();
            settings = table.Match(context.Request.Host, context.Request.Path);
        }

        if (settings is null)
        {
            await ErrorPage.Of(StatusCodes.Status404NotFound, ErrorPages.ReferenceOf(context)).WriteAsync(context);
            return;
        }

        context.Features.Set(settings);
        if (settings.RequestUrlPrefix is { Length: > 0 } prefix && context.Request.Path.StartsWithSegments("/" + prefix, StringComparison.OrdinalIgnoreCase, out var matched, out var rest))
        {
            context.Request.PathBase += matched;
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        await next(context);
    }
}

/// <summary>Answers with the tenant: in a scope of its own, with the tenant's services as the request's.</summary>
internal sealed class TenantMiddleware(IShellHost host, BrokenTenants broken, ILogger<TenantMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var settings = context.Features.Get<ShellSettings>()!;
        if (!settings.IsRunning())
        {
            await NotRunning(context, settings).WriteAsync(context);
            return;
        }

        if (broken.Current(settings.Name) is not null)
        {
            await Unavailable(context).WriteAsync(context);
            return;
        }

        ShellScope scope;
        try
        {
            scope = await host.GetScopeAsync(settings);
            scope.ShellContext.NoteRequest();
        }
        catch (Exception exception)
        {
            await BreakAsync(context, settings, exception);
            return;
        }

        try
        {
            await scope.ActivateShellAsync();
            broken.Forget(settings.Name);
        }
        catch (Exception exception)
        {
            // Built again at the next try, so that what has been mended outside is seen.
            await scope.DisposeAsync();
            await host.ReleaseShellContextAsync(settings, eventSource: false);
            await BreakAsync(context, settings, exception);
            return;
        }

        var outer = context.RequestServices;
        try
        {
            await scope.UsingAsync(
                async running =>
                {
                    context.RequestServices = running.ServiceProvider;
                    await running.ShellContext.Pipeline.Invoke(context);
                },
                activateShell: false);
        }
        finally
        {
            context.RequestServices = outer;
        }
    }

    private async Task BreakAsync(HttpContext context, ShellSettings settings, Exception exception)
    {
        broken.Note(settings.Name, exception);
        if (exception is NewerDataException)
            logger.LogError("Tenant {Tenant} cannot start: {Reason}", settings.Name, exception.Message);
        else
            logger.LogError(exception, "Tenant {Tenant} cannot start (reference {Reference}). It is tried again by itself; the other tenants go on", settings.Name, ErrorPages.ReferenceOf(context));
        await Unavailable(context).WriteAsync(context);
    }

    private static ErrorPage Unavailable(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "10";
        return ErrorPage.Of(StatusCodes.Status503ServiceUnavailable, ErrorPages.ReferenceOf(context));
    }

    private static ErrorPage NotRunning(HttpContext context, ShellSettings settings)
    {
        context.Response.Headers.RetryAfter = "10";
        var page = ErrorPage.Of(StatusCodes.Status503ServiceUnavailable, ErrorPages.ReferenceOf(context));
        return settings switch
        {
            _ when settings.IsInitializing() => page with { Title = "One moment", WhatHappened = "This site is being set up.", WhatToDo = "Load the page again in a few seconds." },
            _ when settings.IsDisabled() => page with { Title = "Switched off", WhatHappened = "This site has been switched off.", WhatToDo = "Ask whoever runs the server." },
            _ => page with { Title = "Not set up yet", WhatHappened = "The server runs, and this site has not been set up.", WhatToDo = "Run the command “setup” on the server; it asks for all it needs." },
        };
    }
}

/// <summary>How long browsers keep a module's files.</summary>
internal static class StaticFileCaching
{
    public static void Apply(StaticFileResponseContext context)
    {
        // An address with a version never changes what it means; all others are asked for again.
        var versioned = context.Context.Request.Query.ContainsKey("v");
        context.Context.Response.Headers.CacheControl = versioned ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
