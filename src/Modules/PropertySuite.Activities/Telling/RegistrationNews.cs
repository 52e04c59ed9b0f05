using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Localization;
using OrchardCore.Settings;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>Tells people about their registrations and shifts, by the ways they have chosen and by mail; within the transaction that books it.</summary>
public sealed class RegistrationNews(IEnumerable<IMessenger> messengers, IPersonDirectory people, ILocalizationService cultures, CommunityTimes times, SiteLinks links)
{
    /// <summary>Tells the person of a registration.</summary>
    public Task TellAsync(ActivityPart activity, RegistrationPart registration, MessageKind kind) =>
        TellAsync(activity, kind, registration.Who.PersonId, registration.Persons, registration.Code, registration.OfferUntilUtc);

    /// <summary>Tells a volunteer.</summary>
    public Task TellAsync(ActivityPart activity, TurnPart turn, MessageKind kind) => TellAsync(activity, kind, turn.PersonId, 1, "", null);

    private async Task TellAsync(ActivityPart activity, MessageKind kind, string personId, int persons, string code, DateTime? untilUtc)
    {
        if (messengers.FirstOrDefault() is not { } messenger || await people.FindAsync(personId) is not { } person)
        {
            return;
        }

        var first = await cultures.GetDefaultCultureAsync();
        var language = person.Language ?? first;
        using var reader = CultureScope.Create(language, language);
        var time = await times.GetAsync();
        var wall = activity.Time is { } at ? time.At(at.StartUtc) : (DateTime?)null;
        var model = new JsonObject
        {
            ["activity"] = activity.Texts.For(language, first).Value.Title,
            ["when"] = wall is { } begins ? $"{Moments.Day(DateOnly.FromDateTime(begins))}, {Moments.Time(begins)}" : "",
            ["place"] = activity.Place ?? "",
            ["persons"] = persons,
            ["code"] = code,
            ["until"] = untilUtc is { } until ? Moments.Short(time.At(until)) : "",
            ["reason"] = activity.News?.Reason ?? "",
            ["link"] = await links.ToMineAsync() ?? "",
        };

        // Who reads notifications by mail has had the mail with them.
        var ways = person.UserId is { } userId ? await messenger.TellAsync(kind, userId, (JsonObject)model.DeepClone()) : 0;
        if (ways < 2 && person.Email is { Length: > 0 } address)
        {
            await messenger.MailAsync(kind, new MessageRecipient(address, person.Language, person.DisplayName), model);
        }
    }
}

/// <summary>Whole addresses of the residents' pages, for mail: from the request where there is one, else from the site's own address.</summary>
public sealed class SiteLinks(LinkGenerator links, IHttpContextAccessor accessor, ISiteService sites)
{
    /// <summary>The page of one's own registrations; null when nobody knows by which name the community is reached.</summary>
    public Task<string?> ToMineAsync() => ToAsync("MyRegistrations", "Index");

    /// <summary>The address of a page of this module; null when nobody knows by which name the community is reached.</summary>
    public async Task<string?> ToAsync(string controller, string action, object? values = null)
    {
        var route = new RouteValueDictionary(values) { ["area"] = "PropertySuite.Activities", ["controller"] = controller, ["action"] = action };
        if (accessor.HttpContext is { Request.Host.HasValue: true } http)
        {
            return links.GetUriByRouteValues(http, routeName: null, route);
        }

        return Uri.TryCreate((await sites.GetSiteSettingsAsync()).BaseUrl, UriKind.Absolute, out var address) && links.GetPathByRouteValues(routeName: null, route) is { } path
            ? new Uri(address, address.AbsolutePath.TrimEnd('/') + path).ToString()
            : null;
    }
}
