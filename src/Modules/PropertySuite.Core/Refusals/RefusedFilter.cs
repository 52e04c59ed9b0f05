using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace PropertySuite.Core;

/// <summary>
/// The one place where a refusal becomes an answer: 409, or 422 when a field is to blame. What the request had begun is
/// undone first, so that nothing half done is committed.
/// </summary>
public sealed class RefusedFilter : IAsyncActionFilter
{
    /// <summary>Where the page with the sentence lies.</summary>
    public const string View = "~/Areas/PropertySuite.Core/Views/Shared/Refused.cshtml";

    /// <inheritdoc/>
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        // What cannot be read is a mistake of the same kind, and the form says where.
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !context.ModelState.IsValid && context.Controller is IShowsAgain unread && await unread.ShowAgainAsync(context) is { } asked)
        {
            context.Result = Marked(asked, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        var executed = await next();
        if (executed.Exception is not RefusedException refused || executed.ExceptionHandled)
        {
            return;
        }

        var services = context.HttpContext.RequestServices;
        await services.GetRequiredService<YesSql.ISession>().CancelAsync();

        var sentence = await services.GetRequiredService<RefusalTexts>().SayAsync(refused);
        var status = refused.Field is null ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        executed.ExceptionHandled = true;
        executed.Result = WantsJson(context.HttpContext.Request)
            ? new ObjectResult(new ProblemDetails { Status = status, Title = sentence, Type = $"urn:propertysuite:refusal:{refused.Code}" }) { StatusCode = status }
            : await PageAsync(context, refused, sentence, status);
    }

    private static async Task<IActionResult> PageAsync(ActionExecutingContext context, RefusedException refused, string sentence, int status)
    {
        context.ModelState.TryAddModelError(refused.Field ?? "", sentence);
        if (context.Controller is IShowsAgain form && await form.ShowAgainAsync(context) is { } again)
        {
            return Marked(again, status);
        }

        var request = context.HttpContext.Request;
        return new ViewResult
        {
            ViewName = View,
            StatusCode = status,
            ViewData = new ViewDataDictionary<RefusedPage>(
                context.HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>(),
                new ModelStateDictionary())
            {
                Model = new RefusedPage(sentence, refused.Code, BackTo(request)),
            },
        };
    }

    private static IActionResult Marked(IActionResult result, int status)
    {
        if (result is ViewResult view)
        {
            view.StatusCode = status;
        }

        return result;
    }

    // Only within this site: the header comes from outside.
    private static string? BackTo(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var referer) && referer.Authority == request.Host.Value
            ? referer.PathAndQuery
            : null;

    private static bool WantsJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept is { Count: > 0 } accept
        && accept.OrderByDescending(type => type.Quality ?? 1).First().MediaType.Value is { } best
        && best.Contains("json", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The page with the sentence.</summary>
/// <param name="Sentence">What is said.</param>
/// <param name="Code">Its code, for those who help.</param>
/// <param name="Back">Path to go back to; null when unknown.</param>
public sealed record RefusedPage(string Sentence, string Code, string? Back);
