#nullable enable
using System.Linq.Expressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Implementation;

namespace PropertySuite.Platform.Display.Rendering;

/// <summary>A compiled view used as a shape's template: made, filled and run directly, without a view engine.</summary>
internal sealed class RazorTemplate
{
    private readonly Func<IRazorPage> _create;
    private readonly Func<ViewDataDictionary, object?, ViewDataDictionary> _viewData;

    public RazorTemplate(string path, Type pageType)
    {
        Path = path;
        _create = Expression.Lambda<Func<IRazorPage>>(Expression.Convert(Expression.New(pageType), typeof(IRazorPage))).Compile();
        _viewData = ViewDataFactory(ModelTypeOf(pageType));
    }

    public string Path { get; }

    public async Task<IHtmlContent> RenderAsync(DisplayContext context)
    {
        var parent = context.ServiceProvider.GetRequiredService<CurrentView>().Context;
        var page = _create();
        page.Path = Path;

        using var writer = new ShapeWriter();
        var viewData = _viewData(parent.ViewData, context.Value);
        viewData.TemplateInfo.HtmlFieldPrefix = context.HtmlFieldPrefix ?? string.Empty;
        var view = new ViewContext(parent, parent.View, viewData, writer) { ExecutingFilePath = Path };

        page.ViewContext = view;
        context.ServiceProvider.GetRequiredService<IRazorPageActivator>().Activate(page, view);
        await page.ExecuteAsync();
        return writer.Complete();
    }

    private static Type ModelTypeOf(Type? pageType)
    {
        for (; pageType is not null; pageType = pageType.BaseType)
        {
            if (pageType.IsGenericType && pageType.GetGenericTypeDefinition() == typeof(RazorPage<>))
                return pageType.GetGenericArguments()[0];
        }

        return typeof(object);
    }

    /// <summary>The dictionary's own type for the view's model, so that activating the page need not copy it.</summary>
    private static Func<ViewDataDictionary, object?, ViewDataDictionary> ViewDataFactory(Type modelType)
    {
        var type = typeof(ViewDataDictionary<>).MakeGenericType(modelType);
        var source = Expression.Parameter(typeof(ViewDataDictionary));
        var model = Expression.Parameter(typeof(object));
        var constructor = type.GetConstructor([typeof(ViewDataDictionary), typeof(object)])!;
        return Expression.Lambda<Func<ViewDataDictionary, object?, ViewDataDictionary>>(
            Expression.Convert(Expression.New(constructor, source, model), typeof(ViewDataDictionary)), source, model).Compile();
    }
}
