using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Visitors;
using YesSql;

namespace Sites.Tests.Visitors;

[Collection(CommunitySiteCollection.Name)]
public sealed class LastBadgeTests(CommunitySite site)
{
    private const string Unit = "albaunitb07c00000000a9c767";
    private static readonly GatePlace North = new("entrancenorth0000000000001", "Puerta Norte");
    private static readonly Actor Elena = new("owner", "Elena", [VisitPermissions.Announce], [Unit]);

    [Fact]
    public async Task The_last_free_badge_goes_to_exactly_one_of_a_hundred_rivals()
    {
        const int Rivals = 100;
        var visits = new List<string>();
        for (var i = 0; i < Rivals; i++)
        {
            visits.Add(await InviteAsync($"Rival {i}"));
        }

        GivenBadge last = default!;
        await site.InAsync(async services => last = await services.GetRequiredService<Badges>().TakeAsync((await services.GetRequiredService<Badges>().FreeAsync())[0].BadgeId));

        var answers = new ConcurrentBag<string>();
        var start = new TaskCompletionSource();
        var rivals = visits.Select((visitId, i) => Task.Run(async () =>
        {
            await start.Task;
            await site.InAsync(async services =>
            {
                var visit = await services.GetRequiredService<PropertySuite.Visitors.Visits>().FindAsync(visitId);
                var step = visit!.Admit(new Actor($"guard-{i}", "Guard", [VisitPermissions.Operate]), visit.Window.FromUtc, North, 1, last);
                try
                {
                    await services.GetRequiredService<PropertySuite.Visitors.Visits>().SaveAsync(visit, step);
                    answers.Add("got it");
                }
                catch (RefusedException refused)
                {
                    answers.Add(refused.Code);
                }
            });
        })).ToList();
        start.SetResult();
        await Task.WhenAll(rivals);

        Assert.Equal(1, answers.Count(answer => answer == "got it"));
        Assert.Equal(Rivals - 1, answers.Count(answer => answer == "visit.badge-taken"));
        await site.InAsync(async services =>
        {
            var session = services.GetRequiredService<YesSql.ISession>();
            Assert.Equal(1, await session.QueryIndex<VisitIndex>(row => row.LiveBadgeKey == last.BadgeId).CountAsync());
            Assert.Equal(1, await session.QueryIndex<VisitIndex>(row => row.OnSite && row.BadgeNumber == last.Number).CountAsync());
        });
    }

    [Fact]
    public async Task One_pass_scanned_at_two_gates_at_once_lets_in_once()
    {
        var visitId = await InviteAsync("Double scan");
        var answers = new ConcurrentBag<string>();
        var start = new TaskCompletionSource();
        var gates = Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            await start.Task;
            await site.InAsync(async services =>
            {
                var visits = services.GetRequiredService<PropertySuite.Visitors.Visits>();
                try
                {
                    var visit = await visits.FindAsync(visitId);
                    await visits.SaveAsync(visit!, visit!.Admit(new Actor($"guard-{i}", "Guard", [VisitPermissions.Operate]), visit.Window.FromUtc, North, 1, null));
                    answers.Add("let in");
                }
                catch (RefusedException refused)
                {
                    answers.Add(refused.Code);
                }
            });
        })).ToList();
        start.SetResult();
        await Task.WhenAll(gates);

        Assert.Equal(1, answers.Count(answer => answer == "let in"));
        Assert.All(answers.Where(answer => answer != "let in"), code => Assert.Contains(code, new[] { "saving.changed-meanwhile", "visit.already-inside" }));
    }

    [Fact]
    public async Task Fifty_visits_announced_at_once_get_fifty_numbers_in_a_row()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => InviteAsync($"Parallel {i}"))));

        await site.InAsync(async services =>
        {
            var session = services.GetRequiredService<YesSql.ISession>();
            var numbers = new List<int>();
            foreach (var id in ids)
            {
                var row = await session.QueryIndex<VisitIndex>(row => row.VisitId == id).FirstOrDefaultAsync();
                numbers.Add(int.Parse(row!.Number.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture));
            }

            Assert.Equal(50, numbers.Distinct().Count());
            Assert.Equal(49, numbers.Max() - numbers.Min());
        });
    }

    private async Task<string> InviteAsync(string name)
    {
        var id = "";
        await site.InAsync(async services =>
        {
            var now = services.GetRequiredService<OrchardCore.Modules.IClock>().UtcNow;
            var visit = await services.GetRequiredService<Invitations>().InviteAsync(Elena, new VisitPlan(
                VisitKind.Guest,
                new VisitGuest(name, null, 1, null),
                new VisitHost(Unit, "B-07-C", null, "Elena"),
                new VisitWindow(now, now.AddHours(3))));
            id = visit.ContentItem.ContentItemId;
        });
        return id;
    }
}
