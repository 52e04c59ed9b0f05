using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;
using OrchardCore.Users.Events;
using OrchardCore.Users.Models;
using PropertySuite.Core.Pages;
using PropertySuite.Platform.Users;
using YesSql;
using ISession = YesSql.ISession;

namespace PropertySuite.Platform.Features.Users;

/// <summary>What the two roads to a second factor share: on the way in, and from one's own account.</summary>
public sealed class SecondFactorPages(
    SecondFactors factors, ISiteService sites, ISession session, IEnumerable<ILoginFormEvent> events, IStringLocalizer<SecondFactorPages> S)
{
    /// <summary>A page that shows a key, a new one or the one that is being set up.</summary>
    public async Task<SecondFactorForm> FormAsync(User user, string? offer, bool isOwnChoice)
    {
        var key = factors.ReadOffer(user, offer);
        if (key is null)
        {
            (key, offer) = factors.Offer(user);
        }

        var address = OneTimeCode.Address((await sites.GetSiteSettingsAsync()).SiteName ?? string.Empty, user.UserName, key);
        return new SecondFactorForm
        {
            Offer = offer,
            Key = string.Join(' ', OneTimeCode.Written(key).Chunk(4).Select(group => new string(group))),
            Address = address,
            Picture = QrPicture.Of(address),
            IsOwnChoice = isOwnChoice,
        };
    }

    /// <returns>The recovery codes; null when something was added to the errors.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(User user, SecondFactorForm form, ModelStateDictionary errors)
    {
        if (factors.ReadOffer(user, form.Offer) is not { } key)
        {
            errors.AddModelError(nameof(form.Code), S["This took too long. Here is a new key: scan it again."]);
            return null;
        }

        if (string.IsNullOrWhiteSpace(form.Code))
        {
            errors.AddModelError(nameof(form.Code), S["Enter the code that the app shows."]);
            return null;
        }

        var codes = await factors.TurnOnAsync(user, key, form.Code);
        if (codes is null)
        {
            errors.AddModelError(nameof(form.Code), S["This is not the code of this moment. Check that the phone sets its clock by itself, and enter the code shown now."]);
        }

        return codes;
    }

    /// <summary>Takes a code; when it is right that is stored before anything is given for it.</summary>
    /// <param name="key">Name of the field that errors belong to.</param>
    public async Task<bool> IsRightAsync(User user, string? code, string key, ModelStateDictionary errors, HttpResponse response)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            errors.AddModelError(key, S["Enter the code that the app shows, or a recovery code."]);
            return false;
        }

        CodeVerdict verdict;
        try
        {
            verdict = await factors.CheckAsync(user, code);
            await session.FlushAsync();
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();
            verdict = CodeVerdict.Wrong;
        }

        if (verdict.IsRight)
        {
            return true;
        }

        if (verdict.Wait > TimeSpan.Zero)
        {
            response.Headers.RetryAfter = Math.Ceiling(verdict.Wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            errors.AddModelError(key, S["Too many wrong codes. Try again in {0} minutes.", (int)Math.Ceiling(verdict.Wait.TotalMinutes)]);
            foreach (var listener in events)
            {
                await listener.IsLockedOutAsync(user);
            }
        }
        else
        {
            errors.AddModelError(key, S["This code is not right, or it was used already. Enter the one that the app shows now."]);
            foreach (var listener in events)
            {
                await listener.LoggingInFailedAsync(user);
            }
        }

        return false;
    }
}
