using System.Text.Json.Nodes;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Asks the host whether a visitor who stayed too long is still there (VIS-07): the answer is given on the host's page.</summary>
public sealed class StillHere(HostFinder hosts, IPersonDirectory people, SiteLinks links, IEnumerable<IMessenger> messengers, CommunityTimes times)
{
    /// <summary>Sends the question.</summary>
    /// <returns>How many mails went out.</returns>
    public async Task<int> AskAsync(VisitPart visit)
    {
        if (messengers.FirstOrDefault() is not { } messenger || await links.ToAsync("MyVisits", "Show", new { visitId = visit.ContentItem.ContentItemId }) is not { } link)
        {
            return 0;
        }

        var asked = visit.Host.PersonId is { } host ? [host] : (await hosts.HostsAsync(visit.Host.UnitId)).Select(choice => choice.PersonId).ToList();
        var time = await times.GetAsync();
        var sent = 0;
        foreach (var person in (await people.FindManyAsync(asked)).Values.Where(person => person.Email is { Length: > 0 }))
        {
            var model = new JsonObject
            {
                ["visitor"] = visit.Guest.Name,
                ["unit"] = visit.Host.UnitCode,
                ["until"] = Moments.Time(time.At(visit.Window.UntilUtc)),
                ["link"] = link,
            };
            sent += await messenger.MailAsync(VisitMessages.StillHere, new MessageRecipient(person.Email!, person.Language, person.DisplayName), model) ? 1 : 0;
        }

        return sent;
    }
}
