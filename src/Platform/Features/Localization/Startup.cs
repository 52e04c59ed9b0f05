using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Modules;
using PropertySuite.Platform.Localization;

namespace PropertySuite.Platform.Features.Localization;

[Feature("OrchardCore.Localization")]
public sealed class Startup : StartupBase
{
    /// <summary>After sign-in, before pages: a person's own choice is known by then.</summary>
    public override int ConfigureOrder => -100;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.TryAddScoped<DeclaredTexts>();
        services.TryAddScoped<TimeZoneList>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
        => app.Use((HttpContext context, RequestDelegate next) => RequestCulture.UseAsync(context, next));
}
