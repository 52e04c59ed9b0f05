using Microsoft.AspNetCore.Identity;
using OrchardCore.Security;

namespace PropertySuite.Platform.Users;

/// <summary>A role has a name that no other has, without the characters that permission names are put together with.</summary>
internal sealed class RoleNameValidator(AccountErrors errors) : IRoleValidator<IRole>
{
    private const int MaximumLength = 100;

    public async Task<IdentityResult> ValidateAsync(RoleManager<IRole> manager, IRole role)
    {
        if (string.IsNullOrWhiteSpace(role.RoleName)
            || role.RoleName.Length > MaximumLength
            || role.RoleName.Any(letter => char.IsControl(letter) || letter is '/' or '_'))
        {
            return IdentityResult.Failed(errors.InvalidRoleName(role.RoleName));
        }

        return IdentityResult.Success;
    }
}
