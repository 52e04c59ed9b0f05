using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using YesSql;

namespace PropertySuite.Platform.Users;

/// <summary>Sets second factors up, asks for them and takes them away.</summary>
/// <remarks>
/// Failures are counted with the account, whatever address they come from: who gets here knows the password. Every write is
/// checked by the account's version, so of many who guess at once one guess counts.
/// </remarks>
public sealed class SecondFactors(
    UserManager<IUser> users, ISiteService sites, ISession session, IDataProtectionProvider protection, AccountHistory history, IClock clock)
{
    public const int FailuresBeforeClosing = 5;

    public static readonly TimeSpan ClosedFor = TimeSpan.FromMinutes(15);

    /// <summary>How long a key that is being set up can be confirmed.</summary>
    public static readonly TimeSpan OfferLife = TimeSpan.FromMinutes(30);

    private const string Property = "SecondFactor";

    private readonly IDataProtector _keys = protection.CreateProtector("SecondFactor.Key");
    private readonly IDataProtector _offers = protection.CreateProtector("SecondFactor.Offer");

    public async Task<SecondFactorSettings> SettingsAsync() => (await sites.GetSiteSettingsAsync()).As<SecondFactorSettings>();

    public static bool Has(User user) => user.TwoFactorEnabled && user.Has(Property);

    /// <summary>How many recovery codes are left.</summary>
    public static int CodesLeft(User user) => user.As<SecondFactor>(Property).CodeHashes.Count;

    /// <summary>Whether the account has none although its roles ask for one.</summary>
    public async Task<bool> IsDueAsync(User user) => !Has(user) && (await SettingsAsync()).Requires(user.RoleNames);

    /// <summary>A new key for this person, and the same in a form that can go through a page: nothing is stored before it is confirmed.</summary>
    public (byte[] Key, string Offer) Offer(User user)
    {
        var key = OneTimeCode.NewKey();
        var until = (clock.UtcNow + OfferLife).Ticks.ToString(CultureInfo.InvariantCulture);
        return (key, _offers.Protect($"{user.UserId} {until} {Convert.ToBase64String(key)}"));
    }

    /// <returns>The key of an offer that was made to this person and has not expired; else null.</returns>
    public byte[]? ReadOffer(User user, string? offer)
    {
        try
        {
            return !string.IsNullOrEmpty(offer)
                && _offers.Unprotect(offer).Split(' ') is [var id, var until, var key]
                && id == user.UserId
                && clock.UtcNow.Ticks <= long.Parse(until, CultureInfo.InvariantCulture)
                    ? Convert.FromBase64String(key)
                    : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Turns it on when the code shows that the app has the key.</summary>
    /// <returns>The recovery codes, to be shown this once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(User user, byte[] key, string? code)
    {
        if (OneTimeCode.StepOf(key, Digits(code), clock.UtcNow, usedStep: 0) is not { } step)
        {
            return null;
        }

        var (shown, salt, hashes) = RecoveryCodes.Make();
        user.Put(Property, new SecondFactor { Key = Protect(key), SinceUtc = clock.UtcNow, UsedStep = step, CodesSalt = salt, CodeHashes = hashes });
        user.TwoFactorEnabled = true;
        history.Add(user, AccountEvents.SecondFactorOn);
        await StoreAsync(user);
        return shown;
    }

    /// <summary>Takes a code of the app, or one of the recovery codes, which is then used up.</summary>
    /// <remarks>What it writes must be flushed before anything is given for it.</remarks>
    public async Task<CodeVerdict> CheckAsync(User user, string? typed)
    {
        var factor = user.As<SecondFactor>(Property);
        var now = clock.UtcNow;
        if (factor.ClosedUntilUtc is { } until && now < until)
        {
            return new CodeVerdict(false, until - now);
        }

        if (Take(factor, typed ?? string.Empty, now, out var what))
        {
            (factor.Failures, factor.ClosedUntilUtc) = (0, null);
            if (what is not null)
            {
                history.Add(user, what);
            }

            await KeepAsync(user, factor);
            return CodeVerdict.Right;
        }

        factor.Failures++;
        if (factor.Failures >= FailuresBeforeClosing)
        {
            (factor.Failures, factor.ClosedUntilUtc) = (0, now + ClosedFor);
            history.Add(user, AccountEvents.CodesRefused);
        }

        await KeepAsync(user, factor);
        return factor.ClosedUntilUtc is { } closed && closed > now ? new CodeVerdict(false, closed - now) : CodeVerdict.Wrong;
    }

    /// <summary>Makes ten new recovery codes; the old ones stop working.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(User user)
    {
        var (shown, salt, hashes) = RecoveryCodes.Make();
        user.Alter<SecondFactor>(Property, factor => (factor.CodesSalt, factor.CodeHashes) = (salt, hashes));
        history.Add(user, AccountEvents.RecoveryCodesRenewed);
        await StoreAsync(user);
        return shown;
    }

    /// <param name="what">Why, one of <see cref="AccountEvents"/>.</param>
    public async Task TurnOffAsync(User user, string what)
    {
        user.TwoFactorEnabled = false;
        user.Properties.Remove(Property);
        history.Add(user, what);
        await StoreAsync(user);
    }

    private bool Take(SecondFactor factor, string typed, DateTime now, out string? what)
    {
        what = null;
        if (RecoveryCodes.Read(typed) is { } recovery)
        {
            if (factor.CodeHashes.Count > 0 && RecoveryCodes.Find(recovery, factor.CodesSalt, factor.CodeHashes) is { } hash)
            {
                factor.CodeHashes.Remove(hash);
                what = AccountEvents.RecoveryCodeUsed;
                return true;
            }

            return false;
        }

        if (Unprotect(factor.Key) is { } key && OneTimeCode.StepOf(key, Digits(typed), now, factor.UsedStep) is { } step)
        {
            factor.UsedStep = step;
            return true;
        }

        return false;
    }

    private Task KeepAsync(User user, SecondFactor factor)
    {
        user.Put(Property, factor);
        return session.SaveAsync(user, checkConcurrency: true);
    }

    private async Task StoreAsync(User user)
    {
        var result = await users.UpdateAsync(user);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }

    private string Protect(byte[] key) => Convert.ToBase64String(_keys.Protect(key));

    private byte[]? Unprotect(string key)
    {
        try
        {
            return _keys.Unprotect(Convert.FromBase64String(key));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            // The keys of the site were lost: no code is right any more, and somebody who may resets the factor.
            return null;
        }
    }

    /// <summary>Apps show the code in two groups of three; people type it so.</summary>
    private static string Digits(string? typed) => new([.. (typed ?? string.Empty).Where(letter => !char.IsWhiteSpace(letter))]);
}
