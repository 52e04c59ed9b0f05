using System.Security.Claims;
using OrchardCore.Entities;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Platform.Localization;

namespace PropertySuite.Platform.Features.Users;

/// <summary>The language that a person has chosen, where modules written for Orchard Core look for it.</summary>
internal static class SavedLanguage
{
    /// <summary>Name under which the account keeps it, as <c>{ "Culture": "es" }</c>.</summary>
    public const string Property = "UserLocalizationSettings";

    /// <returns>Null when the person has never chosen.</returns>
    public static string? Of(User user)
        => user.As<UserLocalizationSettings>(Property).Culture is { Length: > 0 } culture && SiteCultures.IsKnown(culture) ? culture : null;

    public static void Keep(User user, string culture) => user.Put(Property, new UserLocalizationSettings { Culture = culture });

    private sealed class UserLocalizationSettings
    {
        public string? Culture { get; set; }
    }
}

/// <summary>Takes the language along into the session.</summary>
internal sealed class SavedLanguageClaims : IUserClaimsProvider
{
    public Task GenerateAsync(IUser user, ClaimsIdentity claims)
    {
        if (SavedLanguage.Of((User)user) is { } culture)
        {
            claims.AddClaim(new Claim(RequestCulture.Claim, culture));
        }

        return Task.CompletedTask;
    }
}
