using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Settings;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>Writes to whoever raised a case, and to those whose cases were joined with it: one answer reaches all.</summary>
public sealed class ComplaintMail(
    ComplaintBook book,
    IPersonDirectory people,
    IEnumerable<IMessenger> messengers,
    LinkGenerator links,
    IHttpContextAccessor accessor,
    ISiteService sites,
    CommunityTimes times,
    IStringLocalizerFactory localizers)
{
    private const string Area = "PropertySuite.Complaints";

    /// <summary>Sends a message.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="complaint">About which case.</param>
    /// <param name="text">What is said; null for what the case says.</param>
    /// <returns>To how many.</returns>
    public async Task<int> SendAsync(MessageKind kind, ComplaintPart complaint, string? text = null)
    {
        if (messengers.FirstOrDefault() is not { } messenger)
        {
            return 0;
        }

        var sent = await SendAsync(messenger, kind, complaint, complaint.By.PersonId, text) ? 1 : 0;
        if (kind == ComplaintMessages.Received)
        {
            return sent;
        }

        foreach (var member in (await book.MembersAsync(complaint.ContentItem.ContentItemId)).Select(row => row.PersonId).Where(id => id is not null && id != complaint.By.PersonId).Distinct())
        {
            sent += await SendAsync(messenger, kind == ComplaintMessages.Proposed ? ComplaintMessages.Written : kind, complaint, member, text) ? 1 : 0;
        }

        return sent;
    }

    private async Task<bool> SendAsync(IMessenger messenger, MessageKind kind, ComplaintPart complaint, string? personId, string? text)
    {
        if (personId is null || await people.FindAsync(personId) is not { } person)
        {
            return false;
        }

        var asks = kind == ComplaintMessages.Proposed;
        var secret = asks ? LinkSecret.New() : null;
        var own = personId == complaint.By.PersonId;
        var link = asks ? await ToAsync("MatterAnswer", "Show", new { secret })
            : own ? await ToAsync("MyMatters", "Show", new { complaintId = complaint.ContentItem.ContentItemId })
            : await ToAsync("MyMatters", "Index");
        if (link is null)
        {
            return false;
        }

        var model = new JsonObject
        {
            ["number"] = complaint.Number,
            ["subject"] = complaint.Subject,
            ["text"] = text ?? (asks ? complaint.Proposal?.Measures : complaint.Answered ?? complaint.EndReason) ?? "",
            ["state"] = localizers.Create(typeof(ComplaintLifecycle))[ComplaintLifecycle.Name(complaint.State)].Value,
            ["until"] = complaint.SilenceUtc is { } until ? Moments.Short((await times.GetAsync()).At(until)) : "",
            ["link"] = link,
        };

        // A link that answers goes by mail alone; what else is said goes by the ways that the person has chosen.
        var told = person.UserId is { } user && !asks && await messenger.TellAsync(kind, user, model) > 0;
        if (!told && person.Email is { Length: > 0 } email)
        {
            told = await messenger.MailAsync(kind, new MessageRecipient(email, person.Language, person.DisplayName), model);
        }

        if (told && secret is not null)
        {
            complaint.AskBy(LinkSecret.Hash(secret));
            await book.SaveAsync(complaint);
        }

        return told;
    }

    private async Task<string?> ToAsync(string controller, string action, object? values = null)
    {
        var route = new RouteValueDictionary(values) { ["area"] = Area, ["controller"] = controller, ["action"] = action };
        if (accessor.HttpContext is { Request.Host.HasValue: true } http)
        {
            return links.GetUriByRouteValues(http, routeName: null, route);
        }

        return Uri.TryCreate((await sites.GetSiteSettingsAsync()).BaseUrl, UriKind.Absolute, out var address) && links.GetPathByRouteValues(routeName: null, route) is { } path
            ? new Uri(address, address.AbsolutePath.TrimEnd('/') + path).ToString()
            : null;
    }
}
