using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Users;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.People;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Units;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Imports;

/// <summary>The whole demonstration community, read by the import, and removed again.</summary>
public sealed class DemonstrationTests : IAsyncLifetime
{
    private const string Site = "alba";

    private TestSites _sites = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        var watch = Stopwatch.StartNew();
        var errors = await _sites.SetUpAsync(
            Site, "residential-estate-complete", "alba.localhost", null,
            ("SiteName", "Residencial Jardines del Alba"), ("SiteTimeZone", "Europe/Madrid"), ("AdminUsername", "admin"));
        TestContext.Current.TestOutputHelper?.WriteLine($"Set-up: {watch.Elapsed}");
        Assert.True(errors.Count == 0, string.Join(" ", errors.Values));
    }

    public ValueTask DisposeAsync() => _sites.DisposeAsync();

    [Fact]
    public async Task The_whole_community_is_there_and_leaves_in_one_action_without_what_people_have_added()
    {
        await _sites.InAsync(Site, async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var units = (await session.QueryIndex<UnitIndex>().ListAsync()).ToList();
            Assert.Equal(412, units.Count(unit => unit.Kind != nameof(UnitKind.Garage)));
            var states = await services.GetRequiredService<UnitStates>().OnAsync(new DateOnly(2026, 11, 23), [.. units.Where(unit => unit.Kind != nameof(UnitKind.Garage))]);
            Assert.Equal((301, 74, 9, 7), (Count(UnitState.OwnerOccupied), Count(UnitState.Let), Count(UnitState.Decorating), Count(UnitState.NotHandedOver)));
            var ties = (await session.QueryIndex<TieIndex>(tie => tie.UntilDay > new DateOnly(2026, 11, 23).DayNumber).ListAsync()).ToList();
            Assert.Equal(430, ties.Where(tie => tie.Kind == nameof(TieKind.Owner)).Select(tie => tie.PersonId).Distinct().Count());
            Assert.Equal(118, ties.Where(tie => tie.Kind == nameof(TieKind.Tenant)).Select(tie => tie.PersonId).Distinct().Count());
            Assert.Equal(640, ties.Where(tie => tie.Kind == nameof(TieKind.Family)).Select(tie => tie.PersonId).Distinct().Count());

            int Count(UnitState state) => states.Values.Count(found => found == state);
        });

        // The gates' log is imported by a job, and is of the days before this one.
        var watch = Stopwatch.StartNew();
        await RunJobsAsync(ImportWorker.JobKind);
        TestContext.Current.TestOutputHelper?.WriteLine($"Visits: {watch.Elapsed}");
        await _sites.InAsync(Site, async services =>
        {
            var visits = (await services.GetRequiredService<ISession>().QueryIndex<VisitIndex>().ListAsync()).ToList();
            var now = _sites.Time.GetUtcNow().UtcDateTime;
            var log = visits.Where(visit => visit.Number.StartsWith("LIBRO", StringComparison.Ordinal)).ToList();
            Assert.InRange(log.Count, 30 * 90, 31 * 160);
            Assert.Equal(8, log.Count(visit => visit.State == nameof(VisitState.Refused)));
            Assert.True(log.Max(visit => visit.FromUtc) < now);
            Assert.True(log.Max(visit => visit.FromUtc) > now.AddDays(-1));

            // A day that is being lived: some are inside, some are still expected.
            Assert.InRange(log.Count(visit => visit.OnSite), 1, 60);
            var expected = visits.Except(log).ToList();
            Assert.NotEmpty(expected);
            Assert.All(expected, visit => Assert.True(visit.UntilUtc > now));

            // The community's own time counts from the first row of the set-up.
            Assert.All(expected, visit => Assert.InRange(TimeZoneInfo.ConvertTimeFromUtc(visit.FromUtc, TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid")).Hour, 8, 21));
            Assert.Contains(expected, visit => TimeZoneInfo.ConvertTimeFromUtc(visit.FromUtc, TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid")).Hour == 8);
            Assert.All(expected, visit => Assert.StartsWith("JDA-VIS-", visit.Number, StringComparison.Ordinal));
        });

        var own = "";
        await _sites.InAsync(Site, async services =>
        {
            // The office adds a resident of its own to an invented flat.
            var contents = services.GetRequiredService<IContentManager>();
            var person = await contents.NewAsync("Person");
            person.Alter<PersonPart>(part => part.Name("Real", "Person"));
            await contents.CreateAsync(person, VersionOptions.Published);
            own = person.ContentItemId;
            var unit = (await services.GetRequiredService<IUnitDirectory>().FindByCodeAsync("E-05-A"))!;
            await services.GetRequiredService<TieBook>().BeginAsync(tie => tie.Begin(unit.Id, own, TieKind.Family, new DateOnly(2026, 1, 1)), new Actor("x", "x"));
        });

        watch.Restart();
        await _sites.InAsync(Site, async services =>
        {
            var runner = services.GetRequiredService<ImportRunner>();
            var plan = await services.GetRequiredService<ImportUndo>().PlanAsync(await runner.OfBatchAsync(ImportRun.Demonstration));
            Assert.True(plan.Kept.Select(kept => kept.Title).Order(StringComparer.Ordinal).SequenceEqual(["E-05-A", "Torre E"]), string.Join("; ", plan.Kept.Select(kept => $"{kept.Title}: {kept.Why}")));
            Assert.All(plan.Kept, kept => Assert.NotEmpty(kept.Why));
            Assert.True(plan.IsMuch);
        });

        // The page does not wait for thousands of records: a job removes them, and says how far it is.
        using var manager = await SignInAsync();
        const string Page = "/Admin/Imports/Demonstration";
        using var ordered = await manager.SubmitAsync(Page, Page, ("confirm", "residencial jardines del alba"));
        var progress = ordered.Headers.Location!.OriginalString;
        Assert.Contains("/Imports/Progress/", progress, StringComparison.Ordinal);
        using (var again = await manager.SubmitAsync(Page, Page, ("confirm", "residencial jardines del alba")))
        {
            // Ordered twice, it is the same job.
            Assert.Equal(progress, again.Headers.Location?.OriginalString);
        }

        await RunJobsAsync(UndoWorker.JobKind);
        using var ended = await manager.GetAsync(progress);
        Assert.Equal(Page, ended.Headers.Location!.OriginalString);
        TestContext.Current.TestOutputHelper?.WriteLine($"Removal: {watch.Elapsed}");

        await _sites.InAsync(Site, async services =>
        {
            var session = services.GetRequiredService<ISession>();
            Assert.Equal(["E-05-A"], (await session.QueryIndex<UnitIndex>().ListAsync()).Select(unit => unit.Code));
            Assert.Equal([own], (await session.QueryIndex<PersonIndex>().ListAsync()).Select(person => person.PersonId));
            Assert.Single(await session.QueryIndex<TieIndex>().ListAsync());
            Assert.Equal(0, await session.QueryIndex<VisitIndex>().CountAsync());
            Assert.Empty(await services.GetRequiredService<ImportRunner>().OfBatchAsync(ImportRun.Demonstration));
        });
    }

    private async Task<TestBrowser> SignInAsync()
    {
        const string Password = "Nine quiet herons at dusk";
        await _sites.InAsync(Site, async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            Assert.True((await users.AddPasswordAsync((await users.FindByNameAsync("manager"))!, Password)).Succeeded);
        });
        var browser = _sites.Browser("http://alba.localhost");
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", "manager"), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    /// <summary>A job has been ordered; the host does it by itself.</summary>
    private async Task RunJobsAsync(string kind)
    {
        Job? job = null;
        await Waiting.UntilAsync(
            async () =>
            {
                await _sites.InAsync(Site, async services => job = await services.GetRequiredService<ISession>().Query<Job, JobIndex>(row => row.Kind == kind).FirstOrDefaultAsync());
                return job is { HasEnded: true };
            },
            () => $"The job is {job?.State}, {job?.Progress} of {job?.Total}: {job?.Fault}");
        Assert.True(job!.State == JobState.Done, job.Fault);
    }
}
