using Microsoft.AspNetCore.Mvc.Filters;

namespace PropertySuite.Platform.Features.Users;

/// <summary>A page whose address carries a right: no other page learns the address. That nobody keeps it goes for all pages.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LinkPageAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
