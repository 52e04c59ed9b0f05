using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;
using PropertySuite.Visitors;
using YesSql;

namespace Sites.Tests.Visitors;

public sealed class VisitClockTests(CommunitySite site) : IClassFixture<CommunitySite>
{
    private const string Unit = "albaunitb07c00000000a9c767";
    private static readonly GatePlace North = new("entrancenorth0000000000001", "Puerta Norte");
    private static readonly Actor Elena = new("owner", "Elena", [VisitPermissions.Announce], [Unit]);
    private static readonly Actor Lucia = new("desk", "Lucía", [VisitPermissions.Register]);
    private static readonly Actor Tomas = new("guard", "Tomás", [VisitPermissions.Operate]);

    private DateTime Now => site.Sites.Time.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task A_visit_that_nobody_used_is_booked_by_the_clock_once_at_the_moment_at_which_the_gate_closed()
    {
        var visitId = await InviteAsync("Never came", hours: 1);
        var closes = Now.AddHours(1).AddMinutes(VisitPart.UsualToleranceMinutes);

        await RunAsync(closes.AddTicks(-1));
        Assert.Equal(VisitState.Invited, (await FindAsync(visitId)).State);

        await RunAsync(closes);
        await RunAsync(closes.AddMinutes(5));
        Assert.Equal(VisitState.Expired, (await FindAsync(visitId)).State);
        await site.InAsync(async services =>
        {
            var booked = Assert.Single(await services.GetRequiredService<RecordHistory>().OfAsync(visitId), entry => entry.Verb == "expire");
            Assert.Equal((Actor.Clock.Id, "Invited", "Expired", closes), (booked.ById, booked.From, booked.To, booked.AtUtc));
        });
    }

    [Fact]
    public async Task Who_is_inside_is_neither_booked_as_missing_nor_forgotten()
    {
        var visitId = await InviteAsync("Still inside", hours: 1);
        await ChangeAsync(visitId, visit => visit.Admit(Tomas, Now, North, 1, null));

        await RunAsync(Now.AddDays(90));

        var visit = await FindAsync(visitId);
        Assert.Equal((VisitState.CheckedIn, "Still inside"), (visit.State, visit.Guest.Name));
    }

    [Fact]
    public async Task Thirty_days_after_the_visit_nobody_knows_any_more_who_it_was_and_the_rest_stays()
    {
        var visitId = await RegisterAsync("Forgotten Guest");
        var left = Now.AddHours(1);
        await ChangeAsync(visitId, visit => visit.Log(Lucia, Now, true, "Elena", null));
        await ChangeAsync(visitId, visit => visit.Admit(Tomas, Now, North, 1, null));
        await ChangeAsync(visitId, visit => visit.Leave(Tomas, left, North, BadgeReturn.None));

        await RunAsync(left.AddDays(30).AddTicks(-1));
        Assert.Equal("Forgotten Guest", (await FindAsync(visitId)).Guest.Name);
        Assert.True(await HasPhotoAsync(visitId));

        await RunAsync(left.AddDays(30));
        await RunAsync(left.AddDays(31));
        var visit = await FindAsync(visitId);
        Assert.True(visit.IsForgotten);
        Assert.Equal(("", null, null, 1), (visit.Guest.Name, visit.Guest.Phone, visit.Guest.Plate, visit.Guest.Persons));
        Assert.Null(visit.Reason);
        Assert.False(await HasPhotoAsync(visitId));
        Assert.Equal((VisitKind.Guest, Unit, left), (visit.Kind, visit.Host.UnitId, visit.Departure!.AtUtc));
        await site.InAsync(async services =>
        {
            var row = await services.GetRequiredService<ISession>().QueryIndex<VisitIndex>(row => row.VisitId == visitId).FirstOrDefaultAsync();
            Assert.DoesNotContain("forgotten", row!.Search, StringComparison.Ordinal);
            Assert.Null(row.Plate);
        });
        using var manager = await site.SignInAsync("manager");
        foreach (var page in new[] { $"/Admin/Visits/Record/{visitId}", $"/Admin/Visits/Gate/{visitId}", $"/Admin/Visits/Record/{visitId}/Badge", "/Admin/Visits?View=all", $"/Admin/Search?q={visit.Number}" })
        {
            using var answer = await manager.GetAsync(page);
            Assert.DoesNotContain("Forgotten Guest", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True((int)answer.StatusCode < 400, $"{page}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_pass_that_was_never_used_is_forgotten_thirty_days_after_its_window()
    {
        var visitId = await InviteAsync("Absent Guest", hours: 2);
        var until = Now.AddHours(2);

        await RunAsync(until.AddDays(30).AddTicks(-1));
        Assert.False((await FindAsync(visitId)).IsForgotten);

        await RunAsync(until.AddDays(30));
        var visit = await FindAsync(visitId);
        Assert.True(visit.IsForgotten);
        Assert.Null(visit.Pass);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(365, 30)]
    [InlineData(0, 1)]
    public void The_settings_may_keep_identities_for_a_shorter_time_and_never_for_longer(int set, int kept) =>
        Assert.Equal(TimeSpan.FromDays(kept), new VisitorSettings { IdentityDays = set }.KeepsIdentity);

    [Fact]
    public async Task A_photo_whose_form_was_never_sent_again_is_deleted_after_an_hour()
    {
        var key = "";
        await site.InAsync(async services => key = await services.GetRequiredService<VisitPhotos>().HoldAsync(Photo()));

        await ForgetPhotosAsync(Now + VisitPhotos.HeldFor - TimeSpan.FromTicks(1));
        await site.InAsync(async services => Assert.NotNull(await services.GetRequiredService<VisitPhotos>().HeldAsync(key)));

        await ForgetPhotosAsync(Now + VisitPhotos.HeldFor);
        await site.InAsync(async services => Assert.Null(await services.GetRequiredService<VisitPhotos>().HeldAsync(key)));
    }

    [Fact]
    public async Task The_clock_of_visits_is_a_task_of_the_site() => await site.InAsync(async services =>
        await Assert.Single(services.GetServices<IBackgroundTask>().OfType<VisitClockTask>()).DoWorkAsync(services, TestContext.Current.CancellationToken));

    // The clock is set for this run only: the site's own time goes on unmoved.
    private Task RunAsync(DateTime atUtc) => site.InAsync(async services =>
    {
        var clock = ActivatorUtilities.CreateInstance<VisitClock>(services, new StandingClock(atUtc));
        await clock.ExpireAsync();
        await clock.ForgetAsync();
    });

    private Task ForgetPhotosAsync(DateTime atUtc) => site.InAsync(services =>
        ActivatorUtilities.CreateInstance<VisitPhotos>(services, new StandingClock(atUtc)).DeleteForgottenAsync());

    private async Task<string> InviteAsync(string name, int hours)
    {
        var id = "";
        await site.InAsync(async services => id = (await services.GetRequiredService<Invitations>().InviteAsync(Elena, Plan(name, hours))).ContentItem.ContentItemId);
        return id;
    }

    private async Task<string> RegisterAsync(string name)
    {
        var id = "";
        await site.InAsync(async services => id = (await services.GetRequiredService<WalkIns>().RegisterAsync(Lucia, Plan(name, 4), identitySeen: true, Photo())).ContentItem.ContentItemId);
        return id;
    }

    private Task ChangeAsync(string visitId, Func<VisitPart, Step> act) => site.InAsync(async services =>
    {
        var visits = services.GetRequiredService<PropertySuite.Visitors.Visits>();
        var visit = await visits.FindAsync(visitId);
        await visits.SaveAsync(visit!, act(visit!));
    });

    private async Task<VisitPart> FindAsync(string visitId)
    {
        VisitPart? visit = null;
        await site.InAsync(async services => visit = await services.GetRequiredService<PropertySuite.Visitors.Visits>().FindAsync(visitId));
        return visit!;
    }

    private async Task<bool> HasPhotoAsync(string visitId)
    {
        var has = false;
        await site.InAsync(async services => has = await services.GetRequiredService<VisitPhotos>().HasAsync(visitId));
        return has;
    }

    private VisitPlan Plan(string name, int hours) => new(
        VisitKind.Guest,
        new VisitGuest(name, "600 000 344", 1, "7720-DMO"),
        new VisitHost(Unit, "B-07-C", null, "Elena"),
        new VisitWindow(Now, Now.AddHours(hours)),
        "Brings a letter");

    private VisitPhoto Photo() => new() { Key = Guid.NewGuid().ToString("N")[..22], MediaType = "image/jpeg", Bytes = FormFile.Jpeg(), TakenAtUtc = Now };

    private sealed class StandingClock(DateTime utcNow) : IClock
    {
        public DateTime UtcNow => utcNow;

        public ITimeZone[] GetTimeZones() => throw new NotSupportedException();

        public ITimeZone GetTimeZone(string? timeZoneId) => throw new NotSupportedException();

        public ITimeZone GetSystemTimeZone() => throw new NotSupportedException();

        public DateTimeOffset ConvertToTimeZone(DateTimeOffset dateTimeOffset, ITimeZone timeZone) => throw new NotSupportedException();
    }
}
