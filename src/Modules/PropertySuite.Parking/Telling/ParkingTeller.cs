using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>Tells whom a record concerns: by the ways of the account where there is one, else by mail.</summary>
public sealed class ParkingTeller(
    ParkingBook book,
    Leases leases,
    IPersonDirectory people,
    IMoneyBook money,
    IEnumerable<IMessenger> messengers,
    CommunityTimes times,
    LinkGenerator links,
    IHttpContextAccessor accessor,
    ISiteService sites,
    IStringLocalizerFactory localizers)
{
    /// <summary>Sends a message about a record.</summary>
    /// <returns>Whether it went out; false when nobody is to be reached, or the record has moved on to something else.</returns>
    public async Task<bool> TellAsync(MessageKind kind, string recordId)
    {
        if (messengers.FirstOrDefault() is not { } messenger || await ModelAsync(kind, recordId) is not var (holder, model) || holder?.PersonId is not { } personId || await people.FindAsync(personId) is not { } person)
        {
            return false;
        }

        if (person.UserId is { } account && await messenger.TellAsync(kind, account, model) > 0) return true;
        return person.Email is { Length: > 0 } mail && await messenger.MailAsync(kind, new MessageRecipient(mail, person.Language, person.DisplayName), model);
    }

    private async Task<(Holder? Holder, JsonObject Model)?> ModelAsync(MessageKind kind, string recordId)
    {
        var (time, currency) = (await times.GetAsync(), await money.CurrencyAsync());
        var link = await LinkAsync();
        if (await book.FindAsync<ApplicationPart>(ParkingTypes.Application, recordId) is { } application)
        {
            var model = new JsonObject { ["plate"] = application.Plate, ["unit"] = application.Holder.UnitCode, ["link"] = link };
            if (application.Offer is { } offer)
            {
                model["space"] = offer.SpaceCode;
                model["rent"] = new Money(offer.Monthly, currency).ToString();
                model["amount"] = new Money(Rent.First(offer.Period, offer.Monthly), currency).ToString();
                model["from"] = Moments.Day(offer.Period.From);
                model["until"] = Moments.Short(time.At(kind == ParkingMessages.ToPay ? application.PayBeforeUtc ?? offer.AnswerBeforeUtc : offer.AnswerBeforeUtc));
            }
            else if (kind != ParkingMessages.OfferPassed)
            {
                return null;
            }

            return (application.Holder, model);
        }

        if (await leases.FindAsync(recordId) is { } lease)
        {
            return (lease.Holder, new JsonObject
            {
                ["space"] = lease.Terms.SpaceCode,
                ["plate"] = lease.Plate,
                ["unit"] = lease.Holder.UnitCode,
                ["day"] = Moments.Day(kind == ParkingMessages.Over ? lease.GraceUntil.AddDays(-1) : lease.Terms.Period.Last),
                ["rent"] = new Money(await leases.PriceAsync(lease) ?? lease.Terms.Monthly, currency).ToString(),
                ["link"] = link,
            });
        }

        return await book.FindAsync<ViolationPart>(ParkingTypes.Violation, recordId) is { } violation
            ? (violation.Holder, new JsonObject
            {
                ["plate"] = violation.Plate,
                ["place"] = violation.Place,
                ["day"] = Moments.Short(time.At(violation.SeenAtUtc)),
                ["what"] = localizers.Create(typeof(ViolationLifecycle))[ViolationLifecycle.Name(violation.Kind)].Value,
                ["number"] = violation.Number,
                ["unit"] = violation.Holder?.UnitCode,
            })
            : null;
    }

    private async Task<string> LinkAsync()
    {
        var route = new RouteValueDictionary { ["area"] = "PropertySuite.Parking", ["controller"] = "MyParking", ["action"] = "Index" };
        if (accessor.HttpContext is { Request.Host.HasValue: true } http) return links.GetUriByRouteValues(http, routeName: null, route) ?? "";
        return Uri.TryCreate((await sites.GetSiteSettingsAsync()).BaseUrl, UriKind.Absolute, out var address) && links.GetPathByRouteValues(routeName: null, route) is { } path
            ? new Uri(address, address.AbsolutePath.TrimEnd('/') + path).ToString()
            : "";
    }
}
