using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PropertySuite.Community.Search;

/// <summary>Addresses of the register's pages, for code that has no page of its own.</summary>
public sealed class RegisterLinks(LinkGenerator links, IHttpContextAccessor accessor)
{
    public string Unit(string unitId) => To("Show", "Units", new { area = CommunityFeatures.Community, unitId });

    public string Person(string personId) => To("Show", "People", new { area = CommunityFeatures.Community, personId });

    private string To(string action, string controller, object values) =>
        accessor.HttpContext is { } http && links.GetPathByAction(http, action, controller, values) is { } path ? path : "";
}
