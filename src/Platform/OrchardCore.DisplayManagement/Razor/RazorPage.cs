using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.Title;
using OrchardCore.DisplayManagement.Zones;
using OrchardCore.Settings;
using PropertySuite.Platform.Display;

namespace OrchardCore.DisplayManagement.Razor;

/// <summary>Base of the views of modules and themes.</summary>
public abstract class RazorPage<TModel> : Microsoft.AspNetCore.Mvc.Razor.RazorPage<TModel>, IRazorPage
{
    protected IZoneHolding _themeLayout;
    private IDisplayHelper _displayHelper;
    private IShapeFactory _shapeFactory;
    private IOrchardDisplayHelper _orchard;
    private IPageTitleBuilder _title;
    private IViewLocalizer _localizer;
    private ISite _site;
    private string _fullRequestPath;

    /// <summary><c>await New.Banner(Text: "…")</c>.</summary>
    public dynamic New => Factory;

    public IShapeFactory Factory => _shapeFactory ??= Service<IShapeFactory>();

    public IOrchardDisplayHelper Orchard => _orchard ??= new OrchardDisplayHelper(Context, DisplayHelper);

    /// <summary>The layout shape of this page.</summary>
    public IZoneHolding ThemeLayout
    {
        get => _themeLayout ??= CurrentLayout.Of(Context);
        set => _themeLayout = value;
    }

    /// <summary>The name of another template for the layout: <c>Layout__Special</c> leads to <c>Layout-Special.cshtml</c>.</summary>
    public string ViewLayout
    {
        get => ThemeLayout?.Metadata.Alternates.Last ?? string.Empty;
        set
        {
            if (ThemeLayout is null || string.IsNullOrEmpty(value))
                return;

            ThemeLayout.Metadata.Alternates.Clear();
            ThemeLayout.Metadata.Alternates.Add(value);
        }
    }

    public IPageTitleBuilder Title => _title ??= Service<IPageTitleBuilder>();

    /// <summary>Translates the texts of this view.</summary>
    public IViewLocalizer T
    {
        get
        {
            if (_localizer is null)
            {
                _localizer = Service<IViewLocalizer>();
                (_localizer as IViewContextAware)?.Contextualize(ViewContext);
            }

            return _localizer;
        }
    }

    public ISite Site => _site ??= CurrentSite.Of(Context);

    /// <summary>Path base, path and query of the request.</summary>
    public string FullRequestPath => _fullRequestPath ??= Context.Request.PathBase + Context.Request.Path + Context.Request.QueryString;

    private IDisplayHelper DisplayHelper => _displayHelper ??= Service<IDisplayHelper>();

    public Task<IHtmlContent> DisplayAsync(dynamic shape) => shape switch
    {
        null => Task.FromResult<IHtmlContent>(HtmlString.Empty),
        IShape known => DisplayHelper.ShapeExecuteAsync(known),
        IHtmlContent html => Task.FromResult(html),
        string text => Task.FromResult<IHtmlContent>(new Html.HtmlContentString(text)),
        object other => throw new ArgumentException($"{other.GetType().FullName} is no shape.", nameof(shape)),
    };

    public Task<IHtmlContent> DisplayAsync(IShape shape) => shape is null ? Task.FromResult<IHtmlContent>(HtmlString.Empty) : DisplayHelper.ShapeExecuteAsync(shape);

    /// <summary>Adds a segment to the page's title and gives the whole.</summary>
    public IHtmlContent RenderTitleSegments(IHtmlContent segment, string position = "0", IHtmlContent separator = null)
    {
        Title.AddSegment(segment, position);
        return Title.GenerateTitle(separator);
    }

    public IHtmlContent RenderTitleSegments(string segment, string position = "0", IHtmlContent separator = null)
    {
        if (!string.IsNullOrEmpty(segment))
            Title.AddSegment(new Html.HtmlContentString(segment), position);

        return Title.GenerateTitle(separator);
    }

    /// <summary>The body that plain MVC hands to a layout page.</summary>
    public IHtmlContent RenderLayoutBody() => base.RenderBody();

    public static TagBuilder Tag(IShape shape) => shape.GetTagBuilder();

    public static TagBuilder Tag(IShape shape, string tag) => shape.GetTagBuilder(tag);

    /// <summary>The layout's zone <c>Content</c>, which holds the view.</summary>
    public Task<IHtmlContent> RenderBodyAsync() => ZoneAsync("Content");

    public new bool IsSectionDefined(string name) => ThemeLayout is { } layout && layout.Zones.IsNotEmpty(name);

    public new IHtmlContent RenderSection(string name) => RenderSection(name, required: true);

    public new IHtmlContent RenderSection(string name, bool required) => CurrentLayout.Completed(RenderSectionAsync(name, required));

    public new Task<IHtmlContent> RenderSectionAsync(string name) => RenderSectionAsync(name, required: true);

    /// <summary>A zone of the layout.</summary>
    /// <exception cref="InvalidOperationException">The zone is required and has no content.</exception>
    public new Task<IHtmlContent> RenderSectionAsync(string name, bool required)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (required && !IsSectionDefined(name))
            throw new InvalidOperationException($"Zone not found while invoking 'RenderSectionAsync': {name}");

        return ZoneAsync(name);
    }

    public static object OrDefault(object text, object other) => text is null || Convert.ToString(text, System.Globalization.CultureInfo.CurrentCulture) == string.Empty ? other : text;

    private Task<IHtmlContent> ZoneAsync(string name) =>
        ThemeLayout?.Zones[name] is { } zone and not ZoneOnDemand ? DisplayHelper.ShapeExecuteAsync(zone) : Task.FromResult<IHtmlContent>(HtmlString.Empty);

    private TService Service<TService>() => Context.RequestServices.GetRequiredService<TService>();
}

/// <summary>Base of views without a typed model.</summary>
public abstract class RazorPage : RazorPage<dynamic>
{
}
