using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore;
using OrchardCore.ContentManagement;
using OrchardCore.Contents;
using OrchardCore.Modules;
using OrchardCore.Modules.Manifest;
using OrchardCore.Security;

[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Desk", Name = "Desk", Description = "Signs in whoever says in a header who they are.")]

namespace Sites.Tests.Display;

/// <summary>The header <c>X-Who</c> names the person; <c>desk</c> may do everything, anybody else only look.</summary>
[OrchardCore.Modules.Feature("Sites.Desk")]
public sealed class DeskStartup : StartupBase
{
    public override int ConfigureOrder => OrchardCoreConstants.ConfigureOrder.Authentication + 1;

    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<IAuthorizationHandler, DeskPermissions>();

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => app.Use((context, next) =>
    {
        if (context.Request.Headers["X-Who"].ToString() is { Length: > 0 } who)
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who), new Claim(ClaimTypes.Name, who)], "Test"));

        return next();
    });
}

internal sealed class DeskPermissions : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.User.Identity?.Name == "desk" || requirement.Permission.Name == CommonPermissions.ViewContent.Name)
            context.Succeed(requirement);

        return Task.CompletedTask;
    }
}
