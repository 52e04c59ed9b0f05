using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Implementation;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.Modules;
using OrchardCore.Modules.Manifest;
using Sites.Tests.Hosting.Probe;

[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Cached", Name = "Cached boxes", Dependencies = ["Sites.Probe"])]

namespace Sites.Tests.Display;

/// <summary>Shapes that say who is reading and how often the site has rendered one, cached as the address asks.</summary>
[OrchardCore.Modules.Feature("Sites.Cached")]
public sealed class CachedStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<IShapeBindingResolver, BoxBindings>();
}

[OrchardCore.Modules.Feature("Sites.Cached")]
[AllowAnonymous]
public sealed class BoxController(IShapeFactory shapes, IDisplayHelper display) : Controller
{
    /// <summary>A box, cached when it has an id, with another one inside when that is named.</summary>
    public async Task<IActionResult> Show(string? id, string? vary, string? tag, int after, string? inner, string? innerVary)
    {
        var box = await MakeAsync(id, vary, tag, after);
        if (inner is not null)
            box.Properties["Inside"] = await MakeAsync(inner, innerVary, null, 0);

        using var written = new StringWriter(CultureInfo.InvariantCulture);
        (await display.ShapeExecuteAsync(box)).WriteTo(written, System.Text.Encodings.Web.HtmlEncoder.Default);
        return Content(written.ToString());
    }

    private async Task<IShape> MakeAsync(string? id, string? vary, string? tag, int after)
    {
        var box = await shapes.CreateAsync("Box");
        if (id is null)
            return box;

        var cached = box.Metadata.Cache(id).AddContext((vary ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries));
        if (tag is not null)
            cached.AddTag(tag);
        if (after > 0)
            cached.WithExpiryAfter(TimeSpan.FromSeconds(after));
        return box;
    }
}

internal sealed class BoxBindings(VisitCounter counter) : IShapeBindingResolver
{
    public Task<ShapeBinding> GetShapeBindingAsync(string shapeType) => Task.FromResult(shapeType != "Box" ? null! : new ShapeBinding
    {
        BindingName = shapeType,
        BindingSource = shapeType,
        BindingAsync = async context =>
        {
            var who = context.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext!.User.Identity?.Name ?? "nobody";
            var shape = (IShape)context.Value;
            using var inside = new StringWriter(CultureInfo.InvariantCulture);
            if (shape.Properties.TryGetValue("Inside", out var inner))
                (await context.DisplayHelper.ShapeExecuteAsync((IShape)inner)).WriteTo(inside, System.Text.Encodings.Web.HtmlEncoder.Default);
            return new HtmlString($"[{who} {CultureInfo.CurrentUICulture.Name} {counter.Next()}{inside}]");
        },
    });
}
