using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Parking;
using Sites.Tests.Visitors;
using YesSql;

namespace Sites.Tests.Parking;

/// <summary>One space, many who want it (T30, PRK-05, PRK-07).</summary>
[Collection(CommunitySiteCollection.Name)]
public sealed class LastSpaceTests(CommunitySite site)
{
    private const int Rivals = 100;

    [Fact]
    public async Task The_last_free_space_goes_to_exactly_one_of_a_hundred_rivals()
    {
        var space = (await site.SpacesAsync("R1", 1))[0];
        var rivals = new List<string>();
        for (var i = 0; i < Rivals; i++) rivals.Add(await site.ApplyAsync("R1", $"RIV{i:000}"));

        var answers = await RaceAsync(rivals, (services, id) => OfferAsync(services, id, space));

        Assert.Equal(1, answers.Count(answer => answer == "got it"));
        Assert.Equal(Rivals - 1, answers.Count(answer => answer == "parking.just-taken"));
        Assert.Equal(0, await site.OverlapsAsync());
        await site.InAsync(async services => Assert.Equal(1, await services.GetRequiredService<ISession>().QueryIndex<RightIndex>(right => right.SpaceId == space).CountAsync()));
    }

    [Fact]
    public async Task Rivals_for_days_to_come_that_overlap_in_part_never_share_a_day()
    {
        var space = (await site.SpacesAsync("R2", 1))[0];
        var rivals = new List<string>();

        // Terms of one to three months, begun on each of the next forty days: some of them go together, most do not.
        for (var i = 0; i < 40; i++) rivals.Add(await site.ApplyAsync("R2", $"PER{i:000}", startsIn: i * 4, months: 1 + (i % 3)));

        var answers = await RaceAsync(rivals, (services, id) => OfferAsync(services, id, space));

        Assert.True(answers.Count(answer => answer == "got it") >= 2);
        Assert.All(answers.Where(answer => answer != "got it"), answer => Assert.Equal("parking.just-taken", answer));
        Assert.Equal(0, await site.OverlapsAsync());
    }

    [Fact]
    public async Task A_renewal_and_an_offer_of_the_same_days_do_not_both_succeed()
    {
        var space = (await site.SpacesAsync("R3", 1))[0];
        var leased = await site.ApplyAsync("R3", "LEASED1", months: 1);
        var leaseId = "";
        await site.InAsync(async services =>
        {
            var applications = services.GetRequiredService<Applications>();
            var application = (await applications.FindAsync(leased))!;
            await applications.OfferAsync(application, space, ParkingSite.Desk);
        });
        await site.InAsync(async services =>
        {
            var applications = services.GetRequiredService<Applications>();
            var application = (await applications.FindAsync(leased))!;
            await applications.AcceptAsync(application, ParkingSite.Desk);
            await applications.PaidAsync(application);
            leaseId = (await applications.SignAsync(application, ParkingSite.Desk)).ContentItem.ContentItemId;
        });
        var next = await site.ApplyAsync("R3", "NEXT001", startsIn: 40, months: 6);

        var answers = await RaceAsync(["renew", "offer"], async (services, who) =>
        {
            if (who == "offer") await OfferAsync(services, next, space);
            else await services.GetRequiredService<Leases>().RenewAsync((await services.GetRequiredService<Leases>().FindAsync(leaseId))!, ParkingSite.Desk, 6);
        });

        Assert.Equal(1, answers.Count(answer => answer == "got it"));
        Assert.Contains(answers, answer => answer is "parking.just-taken" or "parking.promised-later");
        Assert.Equal(0, await site.OverlapsAsync());
    }

    [Fact]
    public async Task A_space_is_not_sold_and_promised_at_the_same_moment()
    {
        var space = (await site.SpacesAsync("R4", 1))[0];
        var application = await site.ApplyAsync("R4", "SOLD001", startsIn: 20);

        var answers = await RaceAsync(["sell", "offer"], async (services, who) =>
        {
            if (who == "offer")
            {
                await OfferAsync(services, application, space);
                return;
            }

            var spaces = services.GetRequiredService<Spaces>();
            var part = (await spaces.FindAsync(space))!;
            var book = services.GetRequiredService<ParkingBook>();
            await spaces.SaveAsync(part, part.Change(SpaceVerbs.Sell, ParkingSite.Desk, services.GetRequiredService<OrchardCore.Modules.IClock>().UtcNow, await book.TodayAsync(), "bought", "unit", "B-07-C"));
        });

        Assert.Equal(1, answers.Count(answer => answer == "got it"));
        Assert.Contains(answers, answer => answer is "parking.just-taken" or "parking.has-rights" or "parking.space-unknown");
        Assert.Equal(0, await site.OverlapsAsync());
    }

    [Fact]
    public async Task One_application_offered_two_spaces_at_once_holds_one()
    {
        var spaces = await site.SpacesAsync("R5", 2);
        var application = await site.ApplyAsync("R5", "TWICE01");

        var answers = await RaceAsync(spaces, (services, space) => OfferAsync(services, application, space));

        Assert.Equal(1, answers.Count(answer => answer == "got it"));
        await site.InAsync(async services => Assert.Equal(1, await services.GetRequiredService<ISession>().QueryIndex<RightIndex>(right => right.RecordId == application).CountAsync()));
    }

    private static async Task OfferAsync(IServiceProvider services, string applicationId, string spaceId)
    {
        var applications = services.GetRequiredService<Applications>();
        await applications.OfferAsync((await applications.FindAsync(applicationId))!, spaceId, ParkingSite.Desk);
    }

    private async Task<ConcurrentBag<string>> RaceAsync(IEnumerable<string> rivals, Func<IServiceProvider, string, Task> act)
    {
        var answers = new ConcurrentBag<string>();
        var start = new TaskCompletionSource();
        var all = rivals.Select(rival => Task.Run(async () =>
        {
            await start.Task;
            await site.InAsync(async services =>
            {
                try
                {
                    await act(services, rival);
                    answers.Add("got it");
                }
                catch (RefusedException refused)
                {
                    answers.Add(refused.Code);
                }
            });
        })).ToList();
        start.SetResult();
        await Task.WhenAll(all);
        return answers;
    }
}
