using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace PropertySuite.Browser.Tests.Walk;

/// <summary>Endpoints by their addresses: what the route requires is filled in, parameters stay in braces.</summary>
internal static class EndpointName
{
    public static string Of(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Required(endpoint, parameter) ?? $"{{{parameter.Name}{(parameter.IsOptional ? "?" : "")}}}",
        _ => "",
    }))));

    public static bool AnswersGet(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } named || named.Contains("GET");

    private static string? Required(RouteEndpoint endpoint, RoutePatternParameterPart parameter) =>
        endpoint.RoutePattern.RequiredValues.TryGetValue(parameter.Name, out var value) && value is string { Length: > 0 } text ? text : null;
}
