using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>Asks hosts by mail, and takes their answers (VIS-03).</summary>
public sealed class HostAsks(
    ISession session,
    HostFinder hosts,
    IPersonDirectory people,
    SiteLinks links,
    IEnumerable<IMessenger> messengers,
    RecordHistory history,
    CommunityTimes times,
    IStringLocalizerFactory localizers,
    IClock clock)
{
    /// <summary>Asks the host, or everybody of the household when the desk does not know whom; each by a link of his or her own.</summary>
    /// <returns>How many mails went out; 0 when the community sends none or knows no address.</returns>
    public async Task<int> AskAsync(VisitPart visit)
    {
        if (messengers.FirstOrDefault() is not { } messenger || visit.AnswerDueAtUtc is not { } due)
        {
            return 0;
        }

        var asked = visit.Host.PersonId is { } host ? [host] : (await hosts.HostsAsync(visit.Host.UnitId)).Select(choice => choice.PersonId).ToList();
        var time = await times.GetAsync();
        var sent = 0;
        foreach (var person in (await people.FindManyAsync(asked)).Values.Where(person => person.Email is { Length: > 0 }))
        {
            var secret = PassMaker.Secret();
            if (await links.ToAsync("HostAnswer", "Show", new { secret }) is not { } link)
            {
                return sent;
            }

            var model = new JsonObject
            {
                ["visitor"] = visit.Guest.Name,
                ["kind"] = localizers.Create(typeof(VisitLifecycle))[VisitKinds.Name(visit.Kind)].Value,
                ["unit"] = visit.Host.UnitCode,
                ["until"] = Moments.Time(time.At(due)),
                ["link"] = link,
            };
            if (await messenger.MailAsync(VisitMessages.HostAsked, new MessageRecipient(person.Email!, person.Language, person.DisplayName), model, visit.ContentItem.ContentItemId))
            {
                await session.SaveAsync(new HostAsk
                {
                    VisitId = visit.ContentItem.ContentItemId,
                    Attempt = visit.Calls,
                    PersonId = person.Id,
                    PersonName = person.DisplayName,
                    TokenHash = PassMaker.Hash(secret),
                    DueAtUtc = due,
                });
                sent++;
            }
        }

        if (sent > 0)
        {
            await history.KeepAsync(VisitTypes.Number, visit.ContentItem.ContentItemId, VisitLifecycle.Table.Note(visit, VisitVerbs.AskByMail, Actor.Clock, clock.UtcNow));
        }

        return sent;
    }

    /// <summary>The question with this secret in its link; null when there is none, it has been used, or its time is over.</summary>
    public async Task<HostAsk?> FindAsync(string secret)
    {
        var hash = PassMaker.Hash(secret);
        return await session.Query<HostAsk, HostAskIndex>(row => row.TokenHash == hash).FirstOrDefaultAsync() is { UsedAtUtc: null } ask && clock.UtcNow < ask.DueAtUtc ? ask : null;
    }

    /// <summary>Books the answer of a link. All links of the same call are used up with it, since the visit moves on.</summary>
    /// <exception cref="RefusedException">Somebody answered meanwhile.</exception>
    public async Task AnswerAsync(HostAsk ask, VisitPart visit, Visits visits, bool yes)
    {
        var now = clock.UtcNow;
        if (visit.Calls != ask.Attempt)
        {
            throw VisitRefusals.LinkUsed.With();
        }

        var host = new Actor(ask.PersonId, ask.PersonName, [VisitPermissions.Announce], [visit.Host.UnitId]);
        ask.UsedAtUtc = now;
        await session.SaveAsync(ask, checkConcurrency: true);
        await visits.SaveAsync(visit, visit.Log(host, now, yes, ask.PersonName, numberCalled: null, AnswerChannel.Mail));
    }

    /// <summary>Deletes questions whose time is long over.</summary>
    public async Task ForgetAsync()
    {
        var before = clock.UtcNow.AddDays(-1);
        foreach (var ask in await session.Query<HostAsk, HostAskIndex>(row => row.DueAtUtc <= before).Take(500).ListAsync())
        {
            session.Delete(ask);
        }
    }
}

/// <summary>Asks hosts as soon as a visit waits for them, whoever began that: the desk, a guard, or a workflow that asks once more.</summary>
public sealed class HostAskWitness(HostAsks asks) : IVisitWitness
{
    /// <inheritdoc/>
    public async Task HappenedAsync(VisitPart visit, IReadOnlyList<Step> steps)
    {
        if (visit.State == VisitState.WalkIn && steps.Any(step => step.Verb == VisitVerbs.Register.Id || step.Verb == VisitVerbs.AskAgain.Id))
        {
            await asks.AskAsync(visit);
        }
    }
}
