using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace OrchardCore.Navigation;

internal sealed class NavigationManager(
    IEnumerable<INavigationProvider> providers,
    IUrlHelperFactory urls,
    IAuthorizationService authorization) : INavigationManager
{
    public async Task<IEnumerable<MenuItem>> BuildMenuAsync(string name, ActionContext context)
    {
        var builder = new NavigationBuilder();
        foreach (var provider in providers)
        {
            await provider.BuildNavigationAsync(name, builder);
        }

        var tree = NavigationTree.Merge(builder.Build());
        return await NavigationTree.ForAsync(tree, context, urls.GetUrlHelper(context), authorization);
    }
}
