using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using PropertySuite.Core;
using Sites.Tests.Hosting;

namespace Sites.Tests.Safety;

/// <summary>What a site answers to, and what each address says about who may use it.</summary>
internal static class Endpoints
{
    /// <summary>Every endpoint of a site, the hand-mapped ones included.</summary>
    public static async Task<IReadOnlyList<RouteEndpoint>> OfAsync(TestSites sites, string site)
    {
        IReadOnlyList<RouteEndpoint> found = [];
        await sites.InAsync(site, services =>
        {
            found = [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
            return Task.CompletedTask;
        });
        return found;
    }

    /// <summary>
    /// Whether an endpoint says who may use it, and says one thing only: a named permission, the office's own permission
    /// that <c>[Admin]</c> demands, ASP.NET's own attribute, or everybody. One that names a permission and lets everybody
    /// in as well looks guarded and is not.
    /// </summary>
    public static bool States(EndpointMetadataCollection metadata) => metadata.GetMetadata<IAllowAnonymous>() is null
        ? metadata.GetMetadata<RequiresAttribute>() is not null || metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<AdminAttribute>() is not null
        : metadata.GetMetadata<RequiresAttribute>() is null && metadata.GetMetadata<IAuthorizeData>() is null && metadata.GetMetadata<AdminAttribute>() is null;

    /// <summary>Whether everybody may use it.</summary>
    public static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>How a finding names an endpoint.</summary>
    public static string Name(RouteEndpoint endpoint) =>
        $"{string.Join(",", Methods(endpoint))} /{endpoint.RoutePattern.RawText?.TrimStart('/')} ({endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.DisplayName ?? endpoint.DisplayName})";

    /// <summary>The methods that an endpoint answers to; GET and POST where it names none.</summary>
    public static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } named ? named : ["GET", "POST"];

    /// <summary>The endpoint's route: what it requires is filled in, parameters stay in braces.</summary>
    public static string Route(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter when endpoint.RoutePattern.RequiredValues.TryGetValue(parameter.Name, out var required) && required is string { Length: > 0 } text => text,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}{(parameter.IsOptional ? "?" : "")}}}",
        _ => "",
    }))));

    /// <summary>An address of the endpoint: parameters are filled from <paramref name="values"/>, the rest with a word.</summary>
    public static string Address(RouteEndpoint endpoint, IReadOnlyDictionary<string, string> values)
    {
        var segments = endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter when endpoint.RoutePattern.RequiredValues.TryGetValue(parameter.Name, out var required) && required is string text && text.Length > 0 => text,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => values.GetValueOrDefault(parameter.Name, parameter.IsOptional ? "" : "none"),
            _ => "",
        })));
        return "/" + string.Join('/', segments.Where(segment => segment.Length > 0));
    }
}
