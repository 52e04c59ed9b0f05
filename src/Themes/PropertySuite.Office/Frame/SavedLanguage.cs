using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using YesSql;

namespace PropertySuite.Office.Frame;

/// <summary>Keeps the language that somebody chose with the account, where the feature for users looks for it at the next sign-in.</summary>
public sealed class SavedLanguage(IServiceProvider services)
{
    private const string Property = "UserLocalizationSettings";

    /// <summary>Does nothing for whoever is not signed in, and on a site without accounts.</summary>
    public async Task KeepAsync(ClaimsPrincipal person, string culture)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.Identity?.IsAuthenticated == true
            && services.GetService<IUserService>() is { } users
            && await users.GetAuthenticatedUserAsync(person) is User user)
        {
            user.Properties[Property] = new JsonObject { ["Culture"] = culture };
            await services.GetRequiredService<ISession>().SaveAsync(user);
        }
    }
}
