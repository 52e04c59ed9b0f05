using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace OrchardCore.DisplayManagement;

/// <summary>A filter that runs before views and pages are executed.</summary>
public interface IAsyncViewActionFilter : IAsyncActionFilter, IAsyncPageFilter
{
    async Task IAsyncActionFilter.OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        await OnActionExecutionAsync(context);
        await next();
    }

    Task IAsyncPageFilter.OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    async Task IAsyncPageFilter.OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await OnActionExecutionAsync(context);
        await next();
    }

    Task OnActionExecutionAsync(ActionContext context);
}
