#nullable enable
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Theming;
using PropertySuite.Platform.Display.Rendering;

namespace PropertySuite.Platform.Display.Themes;

/// <summary>Adds the two pages through which every MVC view gets into the theme's layout.</summary>
internal sealed class ThemedViews : IApplicationFeatureProvider<ViewsFeature>
{
    public const string LayoutPath = "/PropertySuiteThemeLayout.cshtml";

    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ViewsFeature feature)
    {
        Add(feature, "/_ViewStart.cshtml", typeof(ThemeViewStart));
        Add(feature, LayoutPath, typeof(ThemeLayout));
    }

    private static void Add(ViewsFeature feature, string path, Type type) => feature.ViewDescriptors.Add(new CompiledViewDescriptor
    {
        RelativePath = path,
        Item = new Page(path, type),
    });

    private sealed class Page(string path, Type type) : RazorCompiledItem
    {
        public override string Identifier => path;

        public override string Kind => "mvc.1.0.view";

        public override IReadOnlyList<object> Metadata => [];

        public override Type Type => type;
    }
}

/// <summary>Runs before every MVC view: gives it the theme's layout, and shapes the view they are shown in.</summary>
internal sealed class ThemeViewStart : RazorPage<dynamic>
{
    public override async Task ExecuteAsync()
    {
        var services = Context.RequestServices;
        services.GetRequiredService<CurrentView>().Context = ViewContext;
        if (await services.GetRequiredService<IThemeManager>().GetThemeAsync() is not null)
            Layout = ThemedViews.LayoutPath;
    }
}
