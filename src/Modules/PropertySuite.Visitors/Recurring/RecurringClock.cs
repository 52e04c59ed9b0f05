using System.Text.Json.Nodes;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>What time does to recurring passes: ends them, reminds the host fourteen days before, forgets whose they were.</summary>
public sealed class RecurringClock(ISession session, RecurringPasses passes, IPersonDirectory people, SiteLinks links, IEnumerable<IMessenger> messengers, CommunityTimes times, ISiteService sites, IClock clock)
{
    /// <summary>Days before the end at which the host is reminded.</summary>
    public const int RemindDays = 14;

    private const string Active = nameof(RecurringState.Active);
    private const string Ended = nameof(RecurringState.Ended);

    /// <summary>Does what is due.</summary>
    public async Task RunAsync()
    {
        var now = clock.UtcNow;
        var today = (await times.GetAsync()).DayAt(now).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        await EachAsync(session.QueryIndex<RecurringIndex>(row => row.State != Ended && row.EndsOn <= today), pass => passes.SaveAsync(pass, pass.Take(RecurringVerbs.Expire, Actor.Clock, now)));

        var soon = today.AddDays(RemindDays + 1);
        await EachAsync(session.QueryIndex<RecurringIndex>(row => row.State == Active && row.Reminded == false && row.EndsOn <= soon && row.EndsOn > today), async pass =>
        {
            await TellAsync(pass);
            await passes.SaveAsync(pass, pass.Remind(now));
        });

        var limit = today - (await sites.GetSiteSettingsAsync()).As<VisitorSettings>().KeepsIdentity;
        await EachAsync(session.QueryIndex<RecurringIndex>(row => row.State == Ended && row.VisitorName != "" && row.EndsOn <= limit), pass =>
        {
            pass.Forget();
            return passes.SaveAsync(pass);
        });
    }

    private async Task TellAsync(RecurringPassPart pass)
    {
        if (messengers.FirstOrDefault() is not { } messenger || pass.Host.PersonId is not { } host
            || await people.FindAsync(host) is not { Email.Length: > 0 } person || await links.ToAsync("MyRecurring", "Index") is not { } link)
        {
            return;
        }

        await messenger.MailAsync(VisitMessages.PassEnds, new MessageRecipient(person.Email, person.Language, person.DisplayName), new JsonObject
        {
            ["visitor"] = pass.Guest.Name,
            ["unit"] = pass.Host.UnitCode,
            ["day"] = Moments.Day(pass.ValidUntil),
            ["link"] = link,
        });
    }

    private async Task EachAsync(IQueryIndex<RecurringIndex> due, Func<RecurringPassPart, Task> act)
    {
        foreach (var row in (await due.Take(200).ListAsync()).ToList())
        {
            if (await passes.FindAsync(row.RecurringId) is { } pass)
            {
                await act(pass);
            }
        }
    }
}
