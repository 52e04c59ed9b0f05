using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;

namespace PropertySuite.Core;

/// <summary>Writes a view to text, in a language.</summary>
public sealed class PaperWriter(IRazorViewEngine views, ITempDataProvider temp, IModelMetadataProvider metadata, IHttpContextAccessor accessor, IServiceProvider services)
{
    /// <summary>The text of a view.</summary>
    /// <param name="path">Path of the view, from <c>~/Areas/</c>.</param>
    /// <param name="model">Its model.</param>
    /// <param name="language">Language in which it is written.</param>
    public async Task<string> WriteAsync<T>(string path, T model, string language)
    {
        var http = accessor.HttpContext ?? new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, http.GetRouteData() ?? new RouteData(), new ActionDescriptor());
        var found = views.GetView(executingFilePath: null, path, isMainPage: false);
        found.EnsureSuccessful(originalLocations: null);

        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            await using var text = new StringWriter(CultureInfo.CurrentCulture);
            var data = new ViewDataDictionary<T>(metadata, new ModelStateDictionary()) { Model = model };
            await found.View.RenderAsync(new ViewContext(action, found.View, data, new TempDataDictionary(http, temp), text, new HtmlHelperOptions()));
            return text.ToString();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }
}
