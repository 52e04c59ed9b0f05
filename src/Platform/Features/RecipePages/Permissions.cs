using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.RecipePages;

internal sealed class Permissions : IPermissionProvider
{
    /// <summary>A recipe can give roles rights and people roles.</summary>
    public static readonly Permission ManageRecipes = new("ManageRecipes", "Manage recipes", isSecurityCritical: true);

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ManageRecipes]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = "Administrator", Permissions = [ManageRecipes] }];
}
