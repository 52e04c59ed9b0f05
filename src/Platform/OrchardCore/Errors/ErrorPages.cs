using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell.Scope;
using YesSql;

namespace PropertySuite.Platform.Errors;

/// <summary>
/// Turns failures, and answers without a body, into pages of the theme: the pipeline is run again for
/// <see cref="PagePath"/>, and where that fails as well a plain page is written. Programs get problem details.
/// </summary>
internal static class ErrorPages
{
    /// <summary>Where a module may answer with a page of its own; it finds the <see cref="ErrorPage"/> among the features.</summary>
    public const string PagePath = "/Error";

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        var query = context.Request.QueryString;
        try
        {
            await next(context);
            if (context.Response.HasStarted || context.Response.StatusCode < 400 || context.Response.ContentLength > 0 || !string.IsNullOrEmpty(context.Response.ContentType))
                return;
            if (context.GetEndpoint()?.Metadata.GetMetadata<ISkipStatusCodePagesMetadata>() is not null || context.Features.Get<ErrorPage>() is not null)
                return;
            await ShowAsync(context, next, context.Response.StatusCode, path, query);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested || exception is not OperationCanceledException)
        {
            if (ShellScope.Current is { } scope)
                await scope.HandleExceptionAsync(exception);

            var status = StatusOf(exception);
            Log(context, path, exception, status);
            if (context.Response.HasStarted)
            {
                // Half a page must not look like a whole one.
                context.Abort();
                return;
            }

            context.Response.Clear();
            await ShowAsync(context, next, status, path, query);
        }
        catch (OperationCanceledException)
        {
            // The browser has gone; what it asked for is not done.
            if (ShellScope.Current is { } scope)
                await scope.HandleExceptionAsync(new OperationCanceledException());
            context.Response.StatusCode = 499;
        }
    }

    public static string ReferenceOf(HttpContext context) => (Activity.Current?.TraceId.ToString() is { } trace ? trace[..12] : context.TraceIdentifier).ToUpperInvariant();

    private static int StatusOf(Exception exception) => exception switch
    {
        ConcurrencyException => StatusCodes.Status409Conflict,
        BadHttpRequestException bad => bad.StatusCode,
        _ when IsOfAFullDisk(exception) => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status500InternalServerError,
    };

    // What could not be written was rolled back; pages that only read go on.
    private static bool IsOfAFullDisk(Exception? exception)
    {
        const int Full = 13;
        const int NoSpaceOnUnix = 28;
        const int NoSpaceOnWindows = unchecked((int)0x80070070);
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SqliteException { SqliteErrorCode: Full } || exception is IOException { HResult: NoSpaceOnUnix or NoSpaceOnWindows })
                return true;
        }

        return false;
    }

    private static void Log(HttpContext context, PathString path, Exception exception, int status)
    {
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("PropertySuite.Requests");
        var level = status >= 500 ? LogLevel.Error : LogLevel.Information;
        logger.Log(level, exception, "{Method} {Path} failed with {Status} (reference {Reference})", context.Request.Method, path, status, ReferenceOf(context));
    }

    private static async Task ShowAsync(HttpContext context, RequestDelegate next, int status, PathString path, QueryString query)
    {
        var page = ErrorPage.Of(status, ReferenceOf(context));
        if (WantsData(context, path))
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsJsonAsync(
                new ProblemDetails { Status = status, Title = page.Title, Detail = page.WhatHappened, Extensions = { ["reference"] = page.Reference } },
                options: null, contentType: "application/problem+json");
            return;
        }

        context.Features.Set(page);
        context.Response.StatusCode = status;
        var method = context.Request.Method;
        var principal = context.User;
        try
        {
            context.SetEndpoint(null);
            context.Features.Get<IRouteValuesFeature>()?.RouteValues?.Clear();
            context.Request.Path = PagePath;
            context.Request.QueryString = QueryString.Empty;
            context.Request.Method = HttpMethods.Get;
            await next(context);
            if (context.Response.HasStarted)
                return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            Log(context, PagePath, exception, 500);
            context.Response.Clear();
        }
        finally
        {
            context.Request.Path = path;
            context.Request.QueryString = query;
            context.Request.Method = method;
            context.User = principal;
        }

        await page.WriteAsync(context);
    }

    private static bool WantsData(HttpContext context, PathString path)
        => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || (context.Request.Headers.Accept.ToString() is { Length: > 0 } accept
                && accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("html", StringComparison.OrdinalIgnoreCase));
}
