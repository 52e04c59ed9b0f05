using System.Text.Json.Nodes;
using PropertySuite.Core;

namespace PropertySuite.Platform.Features.Users;

/// <summary>What people are written about their accounts. Texts are translated in this class's context.</summary>
public sealed class UserMessages
{
    private UserMessages()
    {
    }

    public static MessageKind Invitation { get; } = new("users.invitation", typeof(UserMessages))
    {
        Name = "Invitation to an account",
        Description = "When the office has made an account: to the new person.",
        Subject = "Your account at {{ Site.SiteName }}",
        Body = "Hello {{ Model.name }},\n\n{{ Site.SiteName }} has made an account for you. Choose a password for it here:\n\n{{ Model.link }}\n\nThe link works once, until {{ Model.untilUtc | local | date: '%x %H:%M' }}. Nobody will ever ask you for your password.",
        Sample = Sample,
        CarriesRight = true,
    };

    public static MessageKind NewPassword { get; } = new("users.new-password", typeof(UserMessages))
    {
        Name = "New password",
        Description = "When the office lets somebody choose a new password: to that person.",
        Subject = "Choose a new password for {{ Site.SiteName }}",
        Body = "Hello {{ Model.name }},\n\nyou can choose a new password here:\n\n{{ Model.link }}\n\nThe link works once, until {{ Model.untilUtc | local | date: '%x %H:%M' }}. If you have not asked for it, tell the office; your old password goes on working until you choose a new one.",
        Sample = Sample,
        CarriesRight = true,
    };

    public static JsonObject Model(string name, string link, DateTime untilUtc) => new()
    {
        ["name"] = name,
        ["link"] = link,
        ["untilUtc"] = untilUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
    };

    private static JsonObject Sample() => Model("Inés Ortega", "https://community.example/Invitation?token=example", new DateTime(2026, 6, 30, 16, 0, 0, DateTimeKind.Utc));
}
