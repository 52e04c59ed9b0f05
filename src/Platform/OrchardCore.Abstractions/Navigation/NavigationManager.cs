using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Navigation;

/// <summary>Gives each person what they may see of a menu that is built once for all.</summary>
internal sealed class NavigationManager(BuiltMenus built, IServiceProvider services, IAuthorizationService authorization) : INavigationManager
{
    public async Task<IEnumerable<MenuItem>> BuildMenuAsync(string name, ActionContext context)
    {
        var pathBase = context.HttpContext.Request.PathBase;
        var tree = await built.GetAsync(name, pathBase, BuildAsync, keep: context.HttpContext.GetEndpoint() is not null);
        return await new NavigationTree.Visible(context.HttpContext.User, authorization).OfAsync(tree);

        async Task<IReadOnlyList<MenuItem>> BuildAsync()
        {
            var builder = new NavigationBuilder();
            foreach (var provider in services.GetServices<INavigationProvider>())
            {
                await provider.BuildNavigationAsync(name, builder);
            }

            var links = context.HttpContext.RequestServices.GetRequiredService<LinkGenerator>();
            return NavigationTree.Addressed(NavigationTree.Merge(builder.Build()), values => links.GetPathByRouteValues(null, values, pathBase), pathBase);
        }
    }
}
