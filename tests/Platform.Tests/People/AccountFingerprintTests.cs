using OrchardCore.Users.Models;
using PropertySuite.Platform.Users;

namespace Platform.Tests.People;

public sealed class AccountFingerprintTests
{
    public static TheoryData<string, bool> Changes => new()
    {
        { "password", true }, { "stamp", true }, { "disabled", true }, { "role", true }, { "claim", true }, { "name", true }, { "second factor", true },
        { "failures", false }, { "phone", false }, { "order of roles", false }, { "case of roles", false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_session_rests_on_what_decides_who_somebody_is_and_may_do(string change, bool ends)
    {
        var user = Make();
        var before = AccountFingerprint.Of(user);
        switch (change)
        {
            case "password": user.PasswordHash = "other"; break;
            case "stamp": user.SecurityStamp = "other"; break;
            case "disabled": user.IsEnabled = false; break;
            case "role": user.RoleNames.Add("Manager"); break;
            case "claim": user.UserClaims.Add(new UserClaim { ClaimType = "a", ClaimValue = "b" }); break;
            case "name": user.UserName = "other"; break;
            case "second factor": user.TwoFactorEnabled = true; break;
            case "failures": user.AccessFailedCount = 5; break;
            case "phone": user.PhoneNumber = "600 000 111"; break;
            case "order of roles": user.RoleNames = ["Desk", "Guard"]; break;
            case "case of roles": user.RoleNames = ["guard", "DESK"]; break;
            default: throw new ArgumentOutOfRangeException(nameof(change), change, "No such change.");
        }

        Assert.Equal(ends, before != AccountFingerprint.Of(user));
    }

    private static User Make() => new() { UserId = "1", UserName = "lucia", PasswordHash = "hash", SecurityStamp = "stamp", RoleNames = ["Guard", "Desk"] };
}
