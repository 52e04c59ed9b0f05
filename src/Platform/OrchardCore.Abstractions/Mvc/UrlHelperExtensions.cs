using Microsoft.AspNetCore.Mvc;

namespace OrchardCore.Mvc.Core.Utilities;

/// <summary>Addresses with scheme and host, from the current request.</summary>
public static class UrlHelperExtensions
{
    public static string ToAbsoluteAction(this IUrlHelper url, string actionName, string controllerName, object? routeValues = null)
        => url.Action(actionName, controllerName, routeValues, url.ActionContext.HttpContext.Request.Scheme)
            ?? throw new InvalidOperationException($"No address leads to {controllerName}.{actionName}.");

    /// <summary>Scheme and host, without a slash at the end.</summary>
    public static string GetBaseUrl(this IUrlHelper url)
    {
        var request = url.ActionContext.HttpContext.Request;
        return $"{request.Scheme}://{request.Host.ToUriComponent()}";
    }

    public static string ToAbsoluteUrl(this IUrlHelper url, string virtualPath)
        => url.GetBaseUrl() + url.Content(virtualPath);
}
