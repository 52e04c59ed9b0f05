#nullable enable
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Admin;
using OrchardCore.ContentManagement.Display;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Layout;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.DisplayManagement.Theming;
using OrchardCore.DisplayManagement.Title;
using OrchardCore.DynamicCache;
using OrchardCore.Environment.Cache;
using PropertySuite.Platform.Display.Building;
using PropertySuite.Platform.Display.Caching;
using PropertySuite.Platform.Display.Content;
using PropertySuite.Platform.Display.Notices;
using PropertySuite.Platform.Display.Rendering;
using PropertySuite.Platform.Display.Shapes;
using PropertySuite.Platform.Display.Tables;
using PropertySuite.Platform.Display.Themes;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Display;

internal static class DisplayManagementServices
{
    internal static IServiceCollection AddDisplayManagementCore(this IServiceCollection services)
    {
        // What depends on the modules only is made once per feature set.
        services.AddFeatureSetSingleton<ModuleTemplates>();
        services.AddFeatureSetSingleton<SharedShapeTables>();
        services.AddFeatureSetSingleton<EnabledThemes>();

        services.AddSingleton<IShapeTableManager, ShapeTableManager>();
        services.AddTransient<IShapeTableProvider, ZoneShapes>();
        services.AddTransient<IShapeTableProvider, CommonShapes>();
        services.AddTransient<IShapeTableProvider, ShapeMethods>();

        services.AddSingleton<CacheStore>();
        services.AddSingleton<TagCache>();
        services.AddSingleton<ITagCache>(p => p.GetRequiredService<TagCache>());
        services.AddSingleton<ITagRemovedEventHandler>(p => p.GetRequiredService<CacheStore>());
        services.AddScoped<DynamicCache>();
        services.AddScoped<IDynamicCacheService>(p => p.GetRequiredService<DynamicCache>());
        services.AddScoped<ICacheContextProvider, RequestContexts>();
        services.AddScoped<ShapeCache>();
        services.AddScoped<OrchardCore.ContentManagement.Handlers.IContentHandler, ContentCacheTags>();

        services.AddScoped<CurrentView>();
        services.AddScoped<IDisplayHelper, DisplayHelper>();
        services.AddScoped<IShapeFactory, ShapeFactory>();
        services.AddScoped<PlacementLookup>();
        services.AddScoped(typeof(IDisplayManager<>), typeof(DisplayManager<>));

        services.AddScoped<SiteThemes>();
        services.AddScoped<IAdminThemeService>(p => p.GetRequiredService<SiteThemes>());
        services.AddScoped<IThemeSelector, SiteThemeSelector>();
        services.AddScoped<IThemeSelector, AdminThemeSelector>();
        services.AddScoped<IThemeManager, ThemeManager>();
        services.AddScoped<IBeforeResult, ThemeOfRequest>();
        services.AddScoped<ILayoutAccessor, LayoutAccessor>();
        services.AddScoped<IPageTitleBuilder, PageTitleBuilder>();
        services.AddScoped<IUpdateModelAccessor, UpdateModelAccessor>();
        services.AddScoped<INotifier, Notifier>();
        services.AddSingleton<NoticeCookie>();
        services.AddSingleton<OrchardCore.Infrastructure.Html.IHtmlSanitizerService, HtmlSanitizing>();

        services.AddScoped<IContentItemDisplayManager, ContentItemDisplayManager>();
        services.AddScoped<IContentDisplayHandler, ContentDriverCoordinator>();
        services.AddScoped<ContentDriverResolver>();

        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add(new UpdaterFilter());
            options.Filters.Add(new NoticeFilter());
        });
        // After the framework's own provider, which says what is required.
        services.PostConfigure<MvcOptions>(options => options.ModelMetadataDetailsProviders.Add(new ContentElementMetadata()));
        UseThemedViews(services);
        return services;
    }

    private static void UseThemedViews(IServiceCollection services)
    {
        var parts = services.LastOrDefault(s => s.ServiceType == typeof(ApplicationPartManager))?.ImplementationInstance as ApplicationPartManager;
        if (parts is not null && !parts.FeatureProviders.OfType<ThemedViews>().Any())
            parts.FeatureProviders.Add(new ThemedViews());
    }
}
