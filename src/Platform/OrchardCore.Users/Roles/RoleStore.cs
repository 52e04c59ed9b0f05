using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Documents;
using OrchardCore.Roles;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace PropertySuite.Platform.Users;

/// <summary>Keeps the roles in one document. A role that is given out is a copy; only Create, Update and Delete store it.</summary>
internal sealed class RoleStore(
    IDocumentManager<RolesDocument> documents,
    ISystemRoleProvider systemRoles,
    StereotypePermissions stereotypes,
    IEnumerable<IRoleCreatedEventHandler> createdHandlers,
    IEnumerable<IRoleRemovedEventHandler> removedHandlers,
    UserRoleMembership membership) : IRoleClaimStore<IRole>, IQueryableRoleStore<IRole>
{
    public IQueryable<IRole> Roles
        => documents.GetOrCreateImmutableAsync(SystemRoles.CreateDocumentAsync).GetAwaiter().GetResult().Roles.Select(role => (IRole)role.Clone()).AsQueryable();

    public async Task<IdentityResult> CreateAsync(IRole role, CancellationToken cancellationToken)
    {
        var created = (Role)role;
        var document = await LoadAsync();
        if (document.Find(created.NormalizedRoleName) is not null)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().DuplicateRoleName(created.RoleName));
        }

        await stereotypes.ApplyToAsync(created, document.FeaturesApplied);
        document.Roles.Add(created.Clone());
        await documents.UpdateAsync(document);
        foreach (var handler in createdHandlers)
        {
            await handler.RoleCreatedAsync(created.RoleName);
        }

        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(IRole role, CancellationToken cancellationToken)
    {
        var changed = (Role)role;
        var document = await LoadAsync();
        var at = document.Roles.FindIndex(known => known.NormalizedRoleName == changed.NormalizedRoleName);
        if (at < 0)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().InvalidRoleName(changed.RoleName));
        }

        document.Roles[at] = changed.Clone();
        await documents.UpdateAsync(document);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(IRole role, CancellationToken cancellationToken)
    {
        if (systemRoles.IsSystemRole(role.RoleName))
        {
            return IdentityResult.Failed(new IdentityError { Code = "SystemRole", Description = "A system role cannot be deleted." });
        }

        var document = await LoadAsync();
        document.Roles.RemoveAll(known => known.RoleName.Equals(role.RoleName, StringComparison.OrdinalIgnoreCase));
        await documents.UpdateAsync(document);
        await membership.RemoveAllAsync(role.RoleName);
        foreach (var handler in removedHandlers)
        {
            await handler.RoleRemovedAsync(role.RoleName);
        }

        return IdentityResult.Success;
    }

    public async Task<IRole?> FindByIdAsync(string roleId, CancellationToken cancellationToken) => await FindByNameAsync(roleId, cancellationToken);

    public async Task<IRole?> FindByNameAsync(string normalizedRoleName, CancellationToken cancellationToken)
        => (await documents.GetOrCreateImmutableAsync(SystemRoles.CreateDocumentAsync)).Find(normalizedRoleName)?.Clone();

    public Task<string> GetRoleIdAsync(IRole role, CancellationToken cancellationToken) => Task.FromResult(role.RoleName.ToUpperInvariant());

    public Task<string?> GetRoleNameAsync(IRole role, CancellationToken cancellationToken) => Task.FromResult<string?>(role.RoleName);

    public Task SetRoleNameAsync(IRole role, string? roleName, CancellationToken cancellationToken)
    {
        ((Role)role).RoleName = roleName ?? string.Empty;
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedRoleNameAsync(IRole role, CancellationToken cancellationToken) => Task.FromResult(((Role)role).NormalizedRoleName);

    public Task SetNormalizedRoleNameAsync(IRole role, string? normalizedName, CancellationToken cancellationToken)
    {
        ((Role)role).NormalizedRoleName = normalizedName;
        return Task.CompletedTask;
    }

    public Task<IList<Claim>> GetClaimsAsync(IRole role, CancellationToken cancellationToken = default)
        => Task.FromResult<IList<Claim>>([.. ((Role)role).RoleClaims.Select(claim => claim.ToClaim())]);

    public Task AddClaimAsync(IRole role, Claim claim, CancellationToken cancellationToken = default)
    {
        ((Role)role).RoleClaims.Add(new RoleClaim(claim.Type, claim.Value));
        return Task.CompletedTask;
    }

    public Task RemoveClaimAsync(IRole role, Claim claim, CancellationToken cancellationToken = default)
    {
        ((Role)role).RoleClaims.RemoveAll(known => known.ClaimType == claim.Type && known.ClaimValue == claim.Value);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }

    private Task<RolesDocument> LoadAsync() => documents.GetOrCreateMutableAsync(SystemRoles.CreateDocumentAsync);
}
