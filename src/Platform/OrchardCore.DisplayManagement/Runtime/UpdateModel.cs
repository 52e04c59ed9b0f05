#nullable enable
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.ModelBinding;

namespace PropertySuite.Platform.Display;

/// <summary>Updates models through the controller that runs.</summary>
internal sealed class ControllerUpdater(ControllerBase controller) : IUpdateModel
{
    public ModelStateDictionary ModelState => controller.ModelState;

    public Task<bool> TryUpdateModelAsync<TModel>(TModel model)
        where TModel : class => controller.TryUpdateModelAsync(model);

    public Task<bool> TryUpdateModelAsync<TModel>(TModel model, string prefix)
        where TModel : class => controller.TryUpdateModelAsync(model, prefix);

    public Task<bool> TryUpdateModelAsync<TModel>(TModel model, string prefix, params Expression<Func<TModel, object>>[] includeExpressions)
        where TModel : class => controller.TryUpdateModelAsync(model, prefix, includeExpressions!);

    public bool TryValidateModel(object model) => controller.TryValidateModel(model);

    public bool TryValidateModel(object model, string prefix) => controller.TryValidateModel(model, prefix);
}

/// <summary>Outside of a controller there is nothing to bind; errors are still collected.</summary>
internal sealed class NullUpdater : IUpdateModel
{
    public ModelStateDictionary ModelState { get; } = new();

    public Task<bool> TryUpdateModelAsync<TModel>(TModel model)
        where TModel : class => Task.FromResult(false);

    public Task<bool> TryUpdateModelAsync<TModel>(TModel model, string prefix)
        where TModel : class => Task.FromResult(false);

    public Task<bool> TryUpdateModelAsync<TModel>(TModel model, string prefix, params Expression<Func<TModel, object>>[] includeExpressions)
        where TModel : class => Task.FromResult(false);

    public bool TryValidateModel(object model) => true;

    public bool TryValidateModel(object model, string prefix) => true;
}

internal sealed class UpdateModelAccessor : IUpdateModelAccessor
{
    private IUpdateModel? _updater;

    public IUpdateModel ModelUpdater
    {
        get => _updater ??= new NullUpdater();
        set => _updater = value;
    }
}

/// <summary>Makes the running controller the request's updater.</summary>
internal sealed class UpdaterFilter : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (context.Controller is ControllerBase controller)
            context.HttpContext.RequestServices.GetRequiredService<IUpdateModelAccessor>().ModelUpdater = new ControllerUpdater(controller);
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
