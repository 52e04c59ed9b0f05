using Microsoft.Extensions.Localization;

namespace PropertySuite.Platform.Features.Roles;

/// <summary>A role's name in the reader's language. Roles that come with the product have one; a community's own are shown as they were named.</summary>
public sealed class RoleNames(IStringLocalizer<RoleNames> S)
{
    public string Of(string role) => role switch
    {
        "Administrator" => S["Administrator"],
        "Manager" => S["Manager"],
        "Desk" => S["Desk"],
        "Guard" => S["Guard"],
        "Captain" => S["Captain"],
        "Engineer" => S["Engineer"],
        "Owner" => S["Owner"],
        "Resident" => S["Resident"],
        "Editor" => S["Editor"],
        "Author" => S["Author"],
        "Contributor" => S["Contributor"],
        "Operator" => S["Operator"],
        "Employee" => S["Employee"],
        "Authenticated" => S["Whoever is signed in"],
        "Anonymous" => S["Whoever is not signed in"],
        _ => role,
    };
}
