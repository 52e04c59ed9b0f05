using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Scope;

namespace PropertySuite.Platform.Hosting;

/// <summary>The sign-in schemes of the current tenant, for the shared pipeline.</summary>
internal sealed class TenantAuthenticationSchemes : IAuthenticationSchemeProvider
{
    private static IAuthenticationSchemeProvider Own => ShellScope.Services.GetRequiredService<IAuthenticationSchemeProvider>();

    public void AddScheme(AuthenticationScheme scheme) => Own.AddScheme(scheme);

    public Task<IEnumerable<AuthenticationScheme>> GetAllSchemesAsync() => Own.GetAllSchemesAsync();

    public Task<AuthenticationScheme?> GetDefaultAuthenticateSchemeAsync() => Own.GetDefaultAuthenticateSchemeAsync();

    public Task<AuthenticationScheme?> GetDefaultChallengeSchemeAsync() => Own.GetDefaultChallengeSchemeAsync();

    public Task<AuthenticationScheme?> GetDefaultForbidSchemeAsync() => Own.GetDefaultForbidSchemeAsync();

    public Task<AuthenticationScheme?> GetDefaultSignInSchemeAsync() => Own.GetDefaultSignInSchemeAsync();

    public Task<AuthenticationScheme?> GetDefaultSignOutSchemeAsync() => Own.GetDefaultSignOutSchemeAsync();

    public Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() => Own.GetRequestHandlerSchemesAsync();

    public Task<AuthenticationScheme?> GetSchemeAsync(string name) => Own.GetSchemeAsync(name);

    public void RemoveScheme(string name) => Own.RemoveScheme(name);
}

/// <summary>The policies of the current tenant, for the shared pipeline.</summary>
internal sealed class TenantAuthorizationPolicies : IAuthorizationPolicyProvider
{
    private static IAuthorizationPolicyProvider Own => ShellScope.Services.GetRequiredService<IAuthorizationPolicyProvider>();

    public bool AllowsCachingPolicies => false;

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Own.GetDefaultPolicyAsync();

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Own.GetFallbackPolicyAsync();

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => Own.GetPolicyAsync(policyName);
}
