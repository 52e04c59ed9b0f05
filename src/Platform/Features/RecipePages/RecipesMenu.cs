using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace PropertySuite.Platform.Features.RecipePages;

internal sealed class RecipesMenu(IStringLocalizer<RecipesMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Add(S["System"], "20", system => system
                .Id("system")
                .Add(S["Recipes"], "2", recipes => recipes
                    .Id("book")
                    .Action("Index", "Admin", "OrchardCore.Recipes")
                    .Permission(Permissions.ManageRecipes))));
        return ValueTask.CompletedTask;
    }
}
