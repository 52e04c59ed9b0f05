using Microsoft.AspNetCore.Mvc.Filters;

namespace PropertySuite.Core;

/// <summary>
/// The permission that a controller or an action demands, by its stored name. Someone who is not signed in is
/// asked to sign in; someone who is signed in and lacks the permission is refused (403).
/// </summary>
/// <remarks>
/// On a controller and on its action both must be met. <c>[AllowAnonymous]</c> lifts it. For endpoints that are
/// mapped by hand use <see cref="RequiresEndpointExtensions.Requires{TBuilder}"/>, which leaves this attribute as metadata.
/// </remarks>
/// <param name="permission">Name of a permission that an enabled feature declares; an unknown name is a fault, not a refusal.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public sealed class RequiresAttribute(string permission) : Attribute, IAsyncAuthorizationFilter
{
    /// <summary>Stored name of the permission.</summary>
    public string Permission { get; } = permission;

    /// <inheritdoc/>
    public Task OnAuthorizationAsync(AuthorizationFilterContext context) => PermissionGate.CheckAsync(context, Permission);
}
