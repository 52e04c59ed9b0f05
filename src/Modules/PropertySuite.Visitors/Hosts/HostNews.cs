using System.Text.Json.Nodes;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Writes to the host of a visit, or to everybody of the household or firm when the desk did not know whom.</summary>
public sealed class HostNews(HostFinder hosts, IPersonDirectory people, SiteLinks links, IEnumerable<IMessenger> messengers, CommunityTimes times, IClock clock)
{
    /// <summary>Asks whether a visitor who stayed too long is still there (VIS-07): the answer is given on the host's page.</summary>
    /// <returns>How many mails went out.</returns>
    public async Task<int> AskStillHereAsync(VisitPart visit)
    {
        if (messengers.FirstOrDefault() is not { } messenger || await links.ToAsync("MyVisits", "Show", new { visitId = visit.ContentItem.ContentItemId }) is not { } link)
        {
            return 0;
        }

        var until = Moments.Time((await times.GetAsync()).At(visit.Window.UntilUtc));
        var sent = 0;
        foreach (var person in (await HostsAsync(visit)).Where(person => person.Email is { Length: > 0 }))
        {
            sent += await messenger.MailAsync(VisitMessages.StillHere, Recipient(person), Model(visit, ("until", until), ("link", link)), visit.ContentItem.ContentItemId) ? 1 : 0;
        }

        return sent;
    }

    /// <summary>Tells that the visitor has come in (VIS-06): by the ways that a person with an account has chosen, else by mail.</summary>
    /// <returns>How many people were told.</returns>
    public async Task<int> TellHasComeAsync(VisitPart visit)
    {
        if (messengers.FirstOrDefault() is not { } messenger)
        {
            return 0;
        }

        var at = Moments.Time((await times.GetAsync()).At(visit.Admission?.AtUtc ?? clock.UtcNow));
        var told = 0;
        foreach (var person in await HostsAsync(visit))
        {
            var model = Model(visit, ("at", at), ("gate", visit.Admission?.Gate.Name ?? ""));
            if ((person.UserId is { } account && await messenger.TellAsync(VisitMessages.HasCome, account, model, visit.ContentItem.ContentItemId) > 0)
                || (person.Email is { Length: > 0 } && await messenger.MailAsync(VisitMessages.HasCome, Recipient(person), model, visit.ContentItem.ContentItemId)))
            {
                told++;
            }
        }

        return told;
    }

    private async Task<IEnumerable<PersonSummary>> HostsAsync(VisitPart visit)
    {
        var asked = visit.Host.PersonId is { } host ? [host] : (await hosts.HostsAsync(visit.Host.UnitId)).Select(choice => choice.PersonId).ToList();
        return (await people.FindManyAsync(asked)).Values;
    }

    private static MessageRecipient Recipient(PersonSummary person) => new(person.Email!, person.Language, person.DisplayName);

    private static JsonObject Model(VisitPart visit, params (string Name, string Value)[] more)
    {
        var model = new JsonObject { ["visitor"] = visit.Guest.Name, ["unit"] = visit.Host.UnitCode };
        foreach (var (name, value) in more)
        {
            model[name] = value;
        }

        return model;
    }
}
