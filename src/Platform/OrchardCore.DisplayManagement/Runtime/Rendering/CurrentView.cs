#nullable enable
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PropertySuite.Platform.Display.Rendering;

/// <summary>The view within which shapes are shown: the request's MVC view, or one made for shapes shown without any.</summary>
internal sealed class CurrentView(IServiceProvider services)
{
    private ViewContext? _context;

    /// <summary>Set when an MVC view begins.</summary>
    public ViewContext Context
    {
        get => _context ??= Make();
        set => _context = value;
    }

    private ViewContext Make()
    {
        var httpContext = services.GetService<IHttpContextAccessor>()?.HttpContext ?? new DefaultHttpContext { RequestServices = services };
        var descriptor = httpContext.GetEndpoint()?.Metadata.GetMetadata<ActionDescriptor>() ?? new ActionDescriptor();
        var action = new ActionContext(httpContext, httpContext.GetRouteData() ?? new RouteData(), descriptor, new ModelStateDictionary());
        var viewData = new ViewDataDictionary(services.GetRequiredService<IModelMetadataProvider>(), action.ModelState);
        var tempData = services.GetService<ITempDataDictionaryFactory>()?.GetTempData(httpContext) ?? new TempDataDictionary(httpContext, new NoTempData());
        return new ViewContext(action, NoView.Instance, viewData, tempData, TextWriter.Null, new HtmlHelperOptions());
    }

    private sealed class NoView : IView
    {
        public static readonly NoView Instance = new();

        public string Path => string.Empty;

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }

    private sealed class NoTempData : ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(HttpContext context, IDictionary<string, object> values)
        {
        }
    }
}
