using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PropertySuite.Platform.Hosting;

/// <summary>The antiforgery of the request's tenant. MVC keeps filters across requests, so they must not hold a tenant's own.</summary>
internal sealed class TenantAntiforgery : IAntiforgery
{
    /// <summary>Key of a tenant's own antiforgery.</summary>
    public const string Own = "tenant";

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => Of(httpContext).GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => Of(httpContext).GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Of(httpContext).IsRequestValidAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => Of(httpContext).SetCookieTokenAndHeader(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => Of(httpContext).ValidateRequestAsync(httpContext);

    private static IAntiforgery Of(HttpContext context) => context.RequestServices.GetRequiredKeyedService<IAntiforgery>(Own);
}
