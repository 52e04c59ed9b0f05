using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using PropertySuite.Core;
using PropertySuite.Decoration;
using YesSql;

namespace Sites.Tests.Decoration;

public sealed class WorksRightsTests(WorksSite site) : IClassFixture<WorksSite>
{
    private const string OthersUnit = "albaunitb07b00000000375e92";
    private const string OwnUnit = "albaunitb07c00000000a9c767";

    [Fact]
    public async Task Works_of_another_unit_are_not_there_for_an_owner_and_nobodys_for_a_stranger()
    {
        var id = await BeginAsync(OthersUnit, "B-07-B");
        using var owner = await site.SignInAsync("owner");
        using var stranger = site.Sites.Browser("http://alba.localhost");
        foreach (var path in new[] { $"/my/permits/{id}", $"/my/permits/{id}/edit", $"/my/permits/{id}/step?verb=submit", $"/my/permits/{id}/papers/none" })
        {
            using var answer = await owner.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            using var asked = await stranger.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        }

        using var moved = await owner.SubmitAsync("/my/permits/new", $"/my/permits/{id}/step?verb=cancel", ("Reason", "not mine"));
        Assert.Equal(HttpStatusCode.NotFound, moved.StatusCode);
        using var applied = await owner.SubmitAsync("/my/permits/new", "/my/permits/new", ("UnitId", OthersUnit), ("Scope", "Finishes"), ("From", "16/03/2026"), ("Until", "17/03/2026"), ("Contractor", "x"), ("SiteManager", "x"), ("SiteManagerPhone", "600000471"), ("Rules", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, applied.StatusCode);
        await CancelAsync(id);
    }

    [Fact]
    public async Task Who_holds_the_unit_since_later_does_not_see_works_of_somebody_before()
    {
        Resident now = new(new Actor("u", "Elena", [DecorationPermissions.Apply]), null, [new HeldUnit(new("u1", "B-07-C", "b", "B", "Torre B", 7, default), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), false)]);

        Assert.False(now.MaySee("u1", new DateTime(2025, 12, 31, 0, 0, 0, DateTimeKind.Utc), "somebody"));
        Assert.True(now.MaySee("u1", new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc), "somebody"));
        Assert.False(now.MaySee("u2", new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc), "somebody"));
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("guard", "/Admin/Works", HttpStatusCode.OK)]
    [InlineData("guard", "/Admin/Works/New", HttpStatusCode.Forbidden)]
    [InlineData("guard", "/Admin/Money", HttpStatusCode.Forbidden)]
    [InlineData("engineer", "/Admin/Works/New", HttpStatusCode.Forbidden)]
    [InlineData("engineer", "/Admin/Money", HttpStatusCode.Forbidden)]
    [InlineData("cashier", "/Admin/Money", HttpStatusCode.OK)]
    [InlineData("cashier", "/Admin/Works", HttpStatusCode.OK)]
    [InlineData("desk", "/Admin/Works/New", HttpStatusCode.OK)]
    [InlineData("desk", "/Admin/Money", HttpStatusCode.Forbidden)]
    [InlineData("editor", "/Admin/Works", HttpStatusCode.Forbidden)]
    [InlineData("manager", "/Admin/Money", HttpStatusCode.OK)]
    [InlineData("desk", "/my/permits", HttpStatusCode.Forbidden)]
    public async Task Pages_open_by_role(string who, string path, HttpStatusCode expected)
    {
        using var browser = await site.SignInAsync(who);
        using var answer = await browser.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task DEC_02_of_rivals_for_one_unit_exactly_one_begins()
    {
        const int Rivals = 20;
        var answers = new ConcurrentBag<string>();
        var start = new TaskCompletionSource();
        var rivals = Enumerable.Range(0, Rivals).Select(i => Task.Run(async () =>
        {
            await start.Task;
            try
            {
                await BeginAsync(OwnUnit, "B-07-C");
                answers.Add("began");
            }
            catch (RefusedException refused)
            {
                answers.Add(refused.Code);
            }
        })).ToList();
        start.SetResult();
        await Task.WhenAll(rivals);

        Assert.Equal(1, answers.Count(answer => answer == "began"));
        Assert.Equal(Rivals - 1, answers.Count(answer => answer == "works.open-already"));
        await site.InAsync(async services => Assert.Equal(1, await services.GetRequiredService<YesSql.ISession>().QueryIndex<PermitIndex>(row => row.OpenUnitKey == OwnUnit).CountAsync()));
    }

    [Fact]
    public async Task The_living_month_is_there_and_its_deposits_are_in_the_book()
    {
        await site.InAsync(async services =>
        {
            var session = services.GetRequiredService<YesSql.ISession>();
            Assert.Equal(14, await session.QueryIndex<PermitIndex>(row => row.State == "Archived").CountAsync());
            Assert.Equal(3, await session.QueryIndex<PermitIndex>(row => row.State == "Overrun").CountAsync());
            Assert.Equal(2, await session.QueryIndex<PermitIndex>(row => row.State == "Suspended").CountAsync());
            var demands = await session.Query<Demand, DemandIndex>().ListAsync();
            Assert.Equal(125m, demands.Sum(demand => demand.Deducted));
            Assert.True(demands.Where(demand => demand.Ask.Kind == DemandKind.Deposit).Sum(demand => demand.Held) > 5_000);
        });
    }

    private async Task<string> BeginAsync(string unitId, string code)
    {
        var id = "";
        await site.InAsync(async services =>
        {
            var today = DateOnly.FromDateTime(services.GetRequiredService<IClock>().UtcNow);
            var plan = new WorksPlan { Scope = [ScopeKind.Finishes], From = today.AddDays(7), Until = today.AddDays(14), Contractor = "Obras Miravalle", SiteManager = "Óscar", SiteManagerPhone = "600 000 471" };
            var permit = await services.GetRequiredService<Permits>().BeginAsync(
                new Actor("desk", "Hugo", [DecorationPermissions.Handle]), new PermitUnit(unitId, code, "T2", 92), new Applicant(null, "Somebody", false), plan, rulesAcknowledged: true);
            id = permit.ContentItem.ContentItemId;
        });
        return id;
    }

    private Task CancelAsync(string id) => site.InAsync(async services =>
    {
        var permits = services.GetRequiredService<Permits>();
        await permits.TakeAsync((await permits.FindAsync(id))!, PermitVerbs.Cancel, new Actor("desk", "Hugo", [DecorationPermissions.Handle]), "test");
    });
}
