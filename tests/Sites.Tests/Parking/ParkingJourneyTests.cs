using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using PropertySuite.Core;
using PropertySuite.Parking;
using Sites.Tests.Hosting;
using Sites.Tests.Visitors;
using YesSql;

namespace Sites.Tests.Parking;

/// <summary>The heart of parking over HTTP, by all its people (PRK-04 to 07, 09, 11, 14, 17, 20).</summary>
public sealed class ParkingJourneyTests(CommunitySite site) : IClassFixture<CommunitySite>
{
    private const string Unit = "albaunitb07c00000000a9c767";

    [Fact]
    public async Task From_the_owners_wish_to_the_lease_and_the_gate()
    {
        var space = (await site.SpacesAsync("J1", 1))[0];
        using var owner = await site.SignInAsync("owner");
        using var desk = await site.SignInAsync("desk");
        using var guard = await site.SignInAsync("guard");

        // The owner applies, and is told beside the field what is wrong.
        using var wrong = await owner.SubmitAsync("/my/parking/apply", "/my/parking/apply", ("UnitId", Unit), ("Plate", "?"), ("Kind", "Car"), ("Months", "12"), ("From", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var applied = await owner.SubmitAsync("/my/parking/apply", "/my/parking/apply", ("UnitId", Unit), ("Plate", "jou-001"), ("Kind", "Car"), ("Make", "Seat Ibiza"), ("Months", "12"), ("From", ""));
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        var application = await OfPlateAsync("JOU001");
        Assert.Equal(ApplicationState.Submitted, application.State);

        // The desk sees the papers and offers the space, chosen among those that are free.
        var id = application.ContentItem.ContentItemId;
        var page = $"/Admin/Parking/Applications/{id}";
        await StepAsync(desk, page, "application", id, "verify");
        var offers = await desk.ReadAsync(page + "/Offer");
        Assert.Contains(space, offers, StringComparison.Ordinal);
        using var offered = await desk.SubmitAsync(page + "/Offer", page + "/Offer", ("SpaceId", space));
        Assert.Equal(HttpStatusCode.Redirect, offered.StatusCode);

        // The owner accepts; nothing is signed before it is paid.
        using var accepted = await owner.SubmitAsync("/my/parking", $"/my/parking/applications/{id}/accept");
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        using var early = await desk.SubmitAsync(page, $"/Admin/Parking/Step/application/{id}/sign");
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await PayAsync(id);
        Assert.Equal(ApplicationState.ContractToSign, (await site.ApplicationAsync(id)).State);
        Assert.Contains("/Admin/Papers/", await desk.ReadAsync(page), StringComparison.Ordinal);
        await StepAsync(desk, page, "application", id, "sign");

        // The space passed from the application to the lease, and the gate knows.
        var signed = await site.ApplicationAsync(id);
        Assert.Equal(ApplicationState.Leased, signed.State);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync($"/Admin/Parking/Leases/{signed.LeaseId}")).StatusCode);
        var gate = await guard.ReadAsync("/Admin/Parking/Plates?plate=jou001");
        Assert.Contains("J1-001", gate, StringComparison.Ordinal);
        Assert.DoesNotContain("Elena", gate, StringComparison.Ordinal);
        Assert.DoesNotContain("600 000", gate, StringComparison.Ordinal);
        Assert.Contains("J1-001", await owner.ReadAsync("/my/parking"), StringComparison.Ordinal);
        Assert.Equal(0, await site.OverlapsAsync());

        // A new plate is a new vehicle: the lease follows once its papers have been seen.
        using var plate = await owner.SubmitAsync("/my/parking/vehicle", "/my/parking/vehicle", ("UnitId", Unit), ("Plate", "NEW 002"), ("Kind", "Car"), ("ReplacesId", signed.VehicleId));
        Assert.Equal(HttpStatusCode.Redirect, plate.StatusCode);
        var changed = "";
        await site.InAsync(async services => changed = (await services.GetRequiredService<Vehicles>().OfPlateAsync("NEW002"))!.ContentItem.ContentItemId);
        await StepAsync(desk, $"/Admin/Parking/Vehicles/{changed}", "vehicle", changed, "verify");
        await site.InAsync(async services =>
        {
            Assert.Equal(changed, (await services.GetRequiredService<Leases>().FindAsync(signed.LeaseId))!.VehicleId);
            Assert.Null(await services.GetRequiredService<Vehicles>().OfPlateAsync("JOU001"));
        });
    }

    [Fact]
    public async Task An_offer_nobody_answers_goes_to_the_next_and_the_second_accepts()
    {
        var space = (await site.SpacesAsync("J2", 1))[0];
        var first = await site.ApplyAsync("J2", "WAI001", waits: true);
        var second = await site.ApplyAsync("J2", "WAI002", waits: true);

        // Who is put on the list wakes the clock by that, and a space is free.
        await Waiting.UntilAsync(async () => (await site.ApplicationAsync(first)).State == ApplicationState.Offered, "The list made no offer.");
        Assert.Equal(ApplicationState.Waiting, (await site.ApplicationAsync(second)).State);

        await RunAsync(TimeSpan.FromHours(47));
        Assert.Equal(ApplicationState.Offered, (await site.ApplicationAsync(first)).State);

        // Twice without an answer: from then on the second comes first.
        await RunAsync(TimeSpan.FromHours(48));
        Assert.Equal((ApplicationState.Offered, 1), ((await site.ApplicationAsync(first)).State, (await site.ApplicationAsync(first)).Misses));
        await RunAsync(TimeSpan.FromHours(97));
        Assert.Equal((ApplicationState.Waiting, 2), ((await site.ApplicationAsync(first)).State, (await site.ApplicationAsync(first)).Misses));
        Assert.Equal((ApplicationState.Offered, space), ((await site.ApplicationAsync(second)).State, (await site.ApplicationAsync(second)).Offer!.SpaceId));
        Assert.Equal(0, await site.OverlapsAsync());
    }

    [Fact]
    public async Task A_violation_is_reported_by_the_guard_with_a_notice_and_warned_by_the_desk()
    {
        using var guard = await site.SignInAsync("guard");
        using var desk = await site.SignInAsync("desk");

        using var reported = await guard.SubmitAsync("/Admin/Parking/Report", "/Admin/Parking/Report", ("Plate", "0000-dmo"), ("Kind", "BlocksWay"), ("Place", "P1, ramp"));
        Assert.Equal(HttpStatusCode.Redirect, reported.StatusCode);
        var page = reported.Headers.Location!.ToString();
        var id = page.Split('/')[^1];
        await StepAsync(guard, page, "violation", id, "notice");
        using var notHis = await guard.SubmitAsync(page, $"/Admin/Parking/Step/violation/{id}/warn");
        Assert.Equal(HttpStatusCode.Conflict, notHis.StatusCode);
        await StepAsync(desk, page, "violation", id, "warn");
        await site.InAsync(async services => Assert.Equal(ViolationState.FirstWarning, (await services.GetRequiredService<Violations>().FindAsync(id))!.State));
    }

    [Fact]
    public async Task Nobody_but_the_household_sees_or_changes_its_applications()
    {
        await site.SpacesAsync("J4", 1);
        var others = await site.ApplyAsync("J4", "OTH001", unit: "C-06-A", waits: true);
        using var owner = await site.SignInAsync("owner");

        Assert.DoesNotContain("OTH001", await owner.ReadAsync("/my/parking"), StringComparison.Ordinal);
        using var withdrawn = await owner.SubmitAsync("/my/parking", $"/my/parking/applications/{others}/withdraw");
        Assert.Equal(HttpStatusCode.NotFound, withdrawn.StatusCode);
        foreach (var path in new[] { "/Admin/Parking", "/Admin/Parking/Plates", $"/Admin/Parking/Applications/{others}", "/Admin/Parking/Leases/Export" })
        {
            using var answer = await owner.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect or HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        }

        using var guard = await site.SignInAsync("guard");
        using var record = await guard.GetAsync($"/Admin/Parking/Applications/{others}");
        Assert.NotEqual(HttpStatusCode.OK, record.StatusCode);
        using var step = await guard.GetAsync($"/Admin/Parking/Step/application/{others}/refuse");
        Assert.Equal(HttpStatusCode.NotFound, step.StatusCode);
    }

    [Fact]
    public async Task Every_page_of_parking_answers_and_every_list_exports()
    {
        using var manager = await site.SignInAsync("manager");
        string[] pages =
        [
            "/Admin/Parking", "/Admin/Parking?View=all&Search=a", "/Admin/Parking/Waiting", "/Admin/Parking/Leases", "/Admin/Parking/Leases?View=expiring", "/Admin/Parking/Spaces", "/Admin/Parking/Spaces?View=free&Where[kind]=Car", "/Admin/Parking/Map",
            "/Admin/Parking/Areas", "/Admin/Parking/Vehicles?Search=dmo", "/Admin/Parking/Violations", "/Admin/Parking/New?Unit=b7c", "/Admin/Parking/NewVehicle?Unit=b7c", "/Admin/Parking/Report", "/Admin/Parking/Plates?plate=dmo", "/Admin/Settings/parking",
            "/Admin/Parking/Export", "/Admin/Parking/Export.xlsx", "/Admin/Parking/Waiting/Export", "/Admin/Parking/Leases/Export.xlsx", "/Admin/Parking/Spaces/Export", "/Admin/Parking/Vehicles/Export", "/Admin/Parking/Violations/Export", "/Admin/Search?q=DMO", "/Admin/Units/" + Unit,
        ];
        foreach (var path in pages)
        {
            using var answer = await manager.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        await site.InAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            foreach (var path in new[]
            {
                "Areas/" + (await session.QueryIndex<AreaIndex>().FirstOrDefaultAsync())!.AreaId,
                "Spaces/" + (await session.QueryIndex<SpaceIndex>().FirstOrDefaultAsync())!.SpaceId,
                "Leases/" + (await session.QueryIndex<LeaseIndex>().FirstOrDefaultAsync())!.LeaseId,
                "Vehicles/" + (await session.QueryIndex<VehicleIndex>().FirstOrDefaultAsync())!.VehicleId,
            })
            {
                using var answer = await manager.GetAsync("/Admin/Parking/" + path);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}");
            }
        });
    }

    private static async Task StepAsync(TestBrowser browser, string page, string kind, string id, string verb)
    {
        using var answer = await browser.SubmitAsync(page, $"/Admin/Parking/Step/{kind}/{id}/{verb}");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{verb}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task<ApplicationPart> OfPlateAsync(string plate)
    {
        ApplicationPart? found = null;
        await site.InAsync(async services =>
        {
            var row = (await services.GetRequiredService<ISession>().QueryIndex<ApplicationIndex>().ListAsync()).First(row => Plate.Normal(row.Plate) == plate);
            found = await services.GetRequiredService<Applications>().FindAsync(row.ApplicationId);
        });
        return found!;
    }

    private Task PayAsync(string recordId) => site.InAsync(async services =>
    {
        var money = services.GetRequiredService<IMoneyBook>();
        var demand = Assert.Single(await money.OfRecordAsync(recordId));
        await money.PayAsync(demand.DemandId, "test:" + recordId, demand.Ask.Amount, PaymentMethod.Card, null, "Elena", new Actor("cashier", "Carmen"));
    });

    // The clock is set for this run only: the site's own time goes on unmoved.
    private Task RunAsync(TimeSpan later) => site.InAsync(async services =>
    {
        var clock = new StandingClock(site.Sites.Time.GetUtcNow().UtcDateTime + later);
        var book = ActivatorUtilities.CreateInstance<ParkingBook>(services, clock);
        var leases = ActivatorUtilities.CreateInstance<Leases>(services, clock, book);
        var applications = ActivatorUtilities.CreateInstance<Applications>(services, clock, book, leases);
        await ActivatorUtilities.CreateInstance<ParkingClock>(services, clock, book, leases, applications, new WaitingList(applications)).RunAsync();
    });

    private sealed class StandingClock(DateTime utcNow) : IClock
    {
        public DateTime UtcNow => utcNow;

        public ITimeZone[] GetTimeZones() => throw new NotSupportedException();

        public ITimeZone GetTimeZone(string? timeZoneId) => throw new NotSupportedException();

        public ITimeZone GetSystemTimeZone() => throw new NotSupportedException();

        public DateTimeOffset ConvertToTimeZone(DateTimeOffset dateTimeOffset, ITimeZone timeZone) => throw new NotSupportedException();
    }
}
