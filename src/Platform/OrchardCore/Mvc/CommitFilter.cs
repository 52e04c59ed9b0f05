using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Mvc;

/// <summary>
/// Commits what an action has done before its result is executed, so that nobody is told of what is not stored, and
/// finds the theme that the result is shown in.
/// </summary>
internal sealed class CommitFilter : IAsyncResultFilter, IOrderedFilter
{
    /// <summary>Before every other result filter.</summary>
    public int Order => int.MinValue;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        foreach (var work in services.GetServices<IRequestWork>())
            await work.CommitAsync(context.HttpContext);
        foreach (var step in services.GetServices<IBeforeResult>())
            await step.BeforeResultAsync(context.HttpContext);
        await next();
    }
}
