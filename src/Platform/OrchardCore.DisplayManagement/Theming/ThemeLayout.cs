using OrchardCore.DisplayManagement.Razor;

namespace OrchardCore.DisplayManagement.Theming;

/// <summary>The layout page that plain MVC sees: puts the view into the layout shape's zone <c>Content</c> and shows that shape.</summary>
public class ThemeLayout : RazorPage<dynamic>
{
    public override async Task ExecuteAsync()
    {
        var body = RenderLayoutBody();
        if (ThemeLayout is not { } layout)
        {
            Write(body);
            return;
        }

        await layout.Zones["Content"].AddAsync(body, "0");
        Write(await DisplayAsync(layout));
    }
}
