using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Users.Models;

namespace PropertySuite.Platform.Users;

/// <summary>What happened to the security of an account: who did it and when. Kept with the account.</summary>
public sealed class AccountHistory(IHttpContextAccessor accessor, IClock clock)
{
    private const int Kept = 50;
    private const string Property = "AccountHistory";

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<AccountEvent> Of(User user) => user.As<List<AccountEvent>>(Property);

    /// <summary>Writes down what the caller is about to store.</summary>
    /// <param name="what">One of <see cref="AccountEvents"/>.</param>
    public void Add(User user, string what)
    {
        // Before somebody is signed in, it is the person of the account who acts.
        var actor = accessor.HttpContext?.User;
        var id = actor?.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.UserId;
        var name = actor?.FindFirstValue(ClaimTypes.Name) ?? user.UserName;
        user.Put(Property, new List<AccountEvent>([new AccountEvent { AtUtc = clock.UtcNow, ById = id, ByName = name, What = what }, .. Of(user).Take(Kept - 1)]));
    }
}

/// <summary>One line of it.</summary>
/// <remarks>Public because the data layer makes it.</remarks>
public class AccountEvent
{
    public DateTime AtUtc { get; set; }

    public string ById { get; set; } = string.Empty;

    /// <summary>Name of who acted, as it was then.</summary>
    public string ByName { get; set; } = string.Empty;

    /// <summary>One of <see cref="AccountEvents"/>.</summary>
    public string What { get; set; } = string.Empty;
}

public static class AccountEvents
{
    public const string SecondFactorOn = "second-factor-on";
    public const string SecondFactorOff = "second-factor-off";
    public const string SecondFactorReset = "second-factor-reset";
    public const string RecoveryCodeUsed = "recovery-code-used";
    public const string RecoveryCodesRenewed = "recovery-codes-renewed";
    public const string CodesRefused = "codes-refused";
}
