using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Activities;
using PropertySuite.Core;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Activities;

/// <summary>Activities over HTTP by role (ACT-01, 04, 07, 08, 11, 12, 15, 16, 17, 19).</summary>
[Collection(ActivitySiteCollection.Name)]
public sealed partial class ActivityJourneyTests(ActivitySite site)
{
    [Fact]
    public async Task A_notice_is_written_in_two_languages_previewed_approved_published_and_read_by_everybody()
    {
        using var editor = await site.SignInAsync("editor");
        var day = ActivitySite.Day(site.Sites.Time.GetUtcNow().UtcDateTime.AddDays(12));
        using var written = await editor.SubmitAsync("/Admin/Activities/New", "/Admin/Activities/New",
            ("Texts[es].Title", "Feria de primavera"), ("Texts[es].Lead", "Puestos y música."), ("Texts[es].Body", "Traiga una silla.\n\nHabrá limonada."), ("Texts[en].Title", "Spring fair"),
            ("Place", "Jardín central"), ("Day", day), ("From", "11"), ("Until", "14:00"), ("Needed", "true"), ("Capacity", "3"), ("LargestParty", "4"), ("Cost", "450,50"),
            ("Shifts[0].Task", "Montar puestos"), ("Shifts[0].From", "9:30"), ("Shifts[0].Until", "11:00"), ("Shifts[0].Needed", "2"));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        var record = written.Headers.Location!.ToString();
        var activityId = record.Split('/')[^1];

        // The cost is above the limit: the editor cannot publish, and reads why.
        Assert.Contains("300,00", await ReadAsync(editor, record), StringComparison.Ordinal);
        using var early = await editor.SubmitAsync(record, $"{record}/Step/publish");
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        using var proposed = await editor.SubmitAsync(record, $"{record}/Step/propose");
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        using var own = await editor.SubmitAsync("/Admin/Activities/New", $"{record}/Step/approve");
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);

        // Nobody outside reads of it yet, not even by its address.
        var slug = (await site.ActivityAsync(activityId)).Slug;
        using var stranger = site.Anonymous();
        using var hidden = await stranger.GetAsync($"/activities/{slug}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        using var manager = await site.SignInAsync("manager");
        Assert.Contains("Feria de primavera", await ReadAsync(manager, "/Admin/Queue?View=team"), StringComparison.Ordinal);
        using var approved = await manager.SubmitAsync(record, $"{record}/Step/approve");
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);

        Assert.Contains("Spring fair", await ReadAsync(editor, $"{record}/Preview?language=en"), StringComparison.Ordinal);
        var chinese = await ReadAsync(editor, $"{record}/Preview?language=zh-Hans");
        Assert.Contains("Feria de primavera", chinese, StringComparison.Ordinal);
        using var published = await editor.SubmitAsync(record, $"{record}/Step/publish");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);

        var page = await ReadAsync(stranger, $"/activities/{slug}");
        Assert.Contains("Habrá limonada.", page, StringComparison.Ordinal);
        Assert.Contains("11:00–14:00", page, StringComparison.Ordinal);
        Assert.Contains("Feria de primavera", await ReadAsync(stranger, "/activities"), StringComparison.Ordinal);
        Assert.Contains("Feria de primavera", await ReadAsync(stranger, "/"), StringComparison.Ordinal);
        Assert.Contains("Feria de primavera", await ReadAsync(manager, "/Admin/Activities?Search=primavera"), StringComparison.Ordinal);
        Assert.Contains("Feria de primavera", await ReadAsync(manager, "/Admin/Activities/Export?View=all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_of_another_language_gets_the_text_there_is_marked_with_its_language()
    {
        await site.PublishAsync("Taller de cerámica");
        using var stranger = site.Anonymous();
        stranger.SetCookie(".AspNetCore.Culture", "c=en|uic=en");

        var request = new HttpRequestMessage(HttpMethod.Get, "/activities");
        request.Headers.Add("Accept-Language", "en");
        using var answer = await stranger.SendAsync(request);

        Assert.Contains("lang=\"es\">Taller de cerámica", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_registers_the_family_shows_the_code_and_is_noted_at_the_door()
    {
        var activityId = await site.PublishAsync("Paseo guiado", capacity: 6);
        using var owner = await site.SignInAsync("owner");
        using var refused = await RegisterAsync(owner, activityId, "9");
        var form = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Persons-error", form, StringComparison.Ordinal);
        Assert.Contains("Alergia a las nueces", form, StringComparison.Ordinal);

        using var registered = await RegisterAsync(owner, activityId, "3");
        var mine = registered.Headers.Location!.ToString();
        var page = await ReadAsync(owner, mine);
        var code = Code().Match(page).Groups["code"].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(8, code.Length);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("Paseo guiado", await ReadAsync(owner, "/my/registrations"), StringComparison.Ordinal);
        Assert.Contains("Paseo guiado", await ReadAsync(owner, "/my"), StringComparison.Ordinal);

        using var editor = await site.SignInAsync("editor");
        var door = $"/Admin/Activities/Record/{activityId}/Door";
        Assert.Contains("Alergia a las nueces", await ReadAsync(editor, door), StringComparison.Ordinal);
        using var early = await editor.SubmitAsync(door, door + "/Check", ("Code", code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("Elena Vidal", await ReadAsync(editor, $"/Admin/Activities/Record/{activityId}/Registrations"), StringComparison.Ordinal);
        using var sheet = await editor.SubmitAsync($"/Admin/Activities/Record/{activityId}/Registrations", $"/Admin/Activities/Record/{activityId}/SignInSheet");
        Assert.Contains("Elena Vidal", await ReadAsync(editor, sheet.Headers.Location!.ToString()), StringComparison.Ordinal);

        // A fortnight later everybody has to sign in again.
        await BeginAsync(activityId);
        using var keeper = await site.SignInAsync("editor");
        using var wrong = await keeper.SubmitAsync(door, door + "/Check", ("Code", "AAAAAAAA"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var came = await keeper.SubmitAsync(door, door + "/Check", ("Code", code));
        Assert.Equal(HttpStatusCode.Redirect, came.StatusCode);
        using var others = await keeper.SubmitAsync(door, door + "/WalkIns", ("WalkIns", "2"));
        Assert.Equal(HttpStatusCode.Redirect, others.StatusCode);
        Assert.Equal(5, (await site.ActivityAsync(activityId)).Came);

        using var held = await keeper.SubmitAsync($"/Admin/Activities/Record/{activityId}", $"/Admin/Activities/Record/{activityId}/Step/hold");
        Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
        var summary = $"/Admin/Activities/Record/{activityId}/Summary";
        using var empty = await keeper.SubmitAsync(summary, summary, ("Summaries[es]", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var summarised = await keeper.SubmitAsync(summary, summary, ("Summaries[es]", "Un paseo tranquilo."));
        Assert.Equal(HttpStatusCode.Redirect, summarised.StatusCode);
        using var stranger = site.Anonymous();
        Assert.Contains("Un paseo tranquilo.", await ReadAsync(stranger, $"/activities/{(await site.ActivityAsync(activityId)).Slug}"), StringComparison.Ordinal);
        Assert.Contains("2026", await ReadAsync(keeper, "/Admin/Activities/Figures"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_is_offered_the_place_that_is_given_back_and_loses_it_after_a_day()
    {
        var activityId = await site.PublishAsync("Cata de aceite", capacity: 2);
        var first = await site.RegisterAsync(activityId, "first", persons: 2);
        var large = await site.RegisterAsync(activityId, "large", persons: 2);
        var small = await site.RegisterAsync(activityId, "small");
        var last = await site.RegisterAsync(activityId, "last");

        await site.InAsync(services => services.GetRequiredService<Registrations>().CancelAsync(first, new Actor("first", "first", [ActivityPermissions.TakePart], ["first", "unit-first"])));

        Assert.Equal(nameof(RegistrationState.Offered), (await site.RowAsync(large)).State);
        Assert.Equal(nameof(RegistrationState.Waiting), (await site.RowAsync(small)).State);
        Assert.Equal(nameof(ActivityState.Full), (await site.ActivityAsync(activityId)).State);

        site.Sites.Time.Advance(TimeSpan.FromHours(24));
        await site.TickAsync();
        Assert.Equal(nameof(RegistrationState.Lapsed), (await site.RowAsync(large)).State);
        Assert.Equal(nameof(RegistrationState.Offered), (await site.RowAsync(small)).State);
        Assert.Equal(nameof(RegistrationState.Offered), (await site.RowAsync(last)).State);
        await site.InAsync(services => services.GetRequiredService<Registrations>().AcceptAsync(last, new Actor("last", "last", [ActivityPermissions.TakePart], ["last", "unit-last"])));
        Assert.Equal(nameof(RegistrationState.Confirmed), (await site.RowAsync(last)).State);
    }

    [Fact]
    public async Task Everybody_who_registered_is_told_once_of_a_cancellation_and_nobody_twice()
    {
        var activityId = await site.PublishAsync("Excursión anulada");
        using var owner = await site.SignInAsync("owner");
        using var registered = await RegisterAsync(owner, activityId, "2");
        var before = await NoticesAsync("Excursión anulada");

        using var editor = await site.SignInAsync("editor");
        var step = $"/Admin/Activities/Record/{activityId}/Step/cancel";
        using var silent = await editor.SubmitAsync(step, step, ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using var cancelled = await editor.SubmitAsync(step, step, ("Reason", "lluvia"));
        Assert.Equal(HttpStatusCode.Redirect, cancelled.StatusCode);
        await site.TickAsync();
        await site.TickAsync();

        Assert.Equal(before + 1, await NoticesAsync("Excursión anulada"));
        var row = await site.RowAsync(registered.Headers.Location!.ToString().Split('/')[^1]);
        Assert.Equal(1, row.ToldRevision);
        Assert.Contains("lluvia", await ReadAsync(owner, registered.Headers.Location!.ToString()), StringComparison.Ordinal);
        using var stranger = site.Anonymous();
        Assert.Contains("lluvia", await ReadAsync(stranger, $"/activities/{(await site.ActivityAsync(activityId)).Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postponed_activity_keeps_its_registrations_and_gets_a_new_date_that_is_told()
    {
        var activityId = await site.PublishAsync("Carrera aplazada");
        var registration = await site.RegisterAsync(activityId, "runner");
        using var editor = await site.SignInAsync("editor");
        var record = $"/Admin/Activities/Record/{activityId}";
        using var postponed = await editor.SubmitAsync($"{record}/Step/postpone", $"{record}/Step/postpone", ("Reason", "tormenta"));
        Assert.Equal(HttpStatusCode.Redirect, postponed.StatusCode);
        var day = site.Sites.Time.GetUtcNow().UtcDateTime.AddDays(30);
        using var unreadable = await editor.SubmitAsync($"{record}/Step/move", $"{record}/Step/move", ("Day", "someday"), ("From", "10"), ("Until", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.StatusCode);
        using var moved = await editor.SubmitAsync($"{record}/Step/move", $"{record}/Step/move", ("Day", ActivitySite.Day(day)), ("From", "10"), ("Until", "12"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        await site.TickAsync();

        var row = await site.RowAsync(registration);
        Assert.Equal((nameof(RegistrationState.Confirmed), 2, day.Date), (row.State, row.ToldRevision, row.StartUtc.Date));
        Assert.Equal(nameof(ActivityState.Open), (await site.ActivityAsync(activityId)).State);
    }

    [Fact]
    public async Task A_volunteer_signs_up_and_the_hours_are_confirmed_when_the_shift_is_over()
    {
        var activityId = await site.PublishAsync("Limpieza del jardín", change: plan => plan with { Shifts = [new Shift("rakes", "Rastrillar", plan.Time!.StartUtc, plan.Time.EndUtc, 2)] });
        using var owner = await site.SignInAsync("owner");
        using var signed = await owner.SubmitAsync($"/activities/{(await site.ActivityAsync(activityId)).Slug}", $"/my/registrations/shifts/{activityId}/rakes");
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        Assert.Contains("Rastrillar", await ReadAsync(owner, "/my/registrations"), StringComparison.Ordinal);

        await BeginAsync(activityId, after: TimeSpan.FromHours(3));
        using var editor = await site.SignInAsync("editor");
        var record = $"/Admin/Activities/Record/{activityId}";
        var turn = TurnAddress().Match(await ReadAsync(editor, record)).Groups["id"].Value;
        using var confirmed = await editor.SubmitAsync(record, $"/Admin/Activities/Turns/{turn}/Confirm", ("hours", "1,5"));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        using var volunteer = await site.SignInAsync("owner");
        Assert.Contains("1,5", await ReadAsync(volunteer, "/my/registrations"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("owner", "/Admin/Activities")]
    [InlineData("guard", "/Admin/Activities")]
    [InlineData("guard", "/my/registrations")]
    [InlineData("desk", "/Admin/Activities/New")]
    public async Task A_role_without_the_permission_is_refused(string role, string path)
    {
        using var browser = await site.SignInAsync(role);

        using var answer = await browser.GetAsync(path);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_registration_is_not_there()
    {
        var activityId = await site.PublishAsync("Ajena");
        var registration = await site.RegisterAsync(activityId, "neighbour");
        using var owner = await site.SignInAsync("owner");

        using var page = await owner.GetAsync($"/my/registrations/{registration}");
        using var cancel = await owner.SubmitAsync($"/my/registrations/new/{activityId}", $"/my/registrations/{registration}/cancel");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, cancel.StatusCode);
        Assert.Equal(nameof(RegistrationState.Confirmed), (await site.RowAsync(registration)).State);
    }

    [Fact]
    public async Task A_calendar_follows_the_activities_in_the_communitys_zone()
    {
        var activityId = await site.PublishAsync("Para el calendario");
        using var stranger = site.Anonymous();
        var row = await site.ActivityAsync(activityId);

        using var feed = await stranger.GetAsync("/activities/calendar.ics");
        using var one = await stranger.GetAsync($"/activities/{row.Slug}/calendar.ics");

        Assert.StartsWith("text/calendar", feed.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        var calendar = Ical.Net.Calendar.Load(await one.Content.ReadAsStringAsync())!;
        var entry = Assert.Single(calendar.Events);
        Assert.Equal(("Para el calendario", "Club social", "Europe/Madrid"), (entry.Summary, entry.Location, entry.Start!.TzId));
        Assert.Equal(DateTime.SpecifyKind(row.StartUtc!.Value, DateTimeKind.Utc), entry.Start.AsUtc);
        Assert.Contains(Ical.Net.Calendar.Load(await feed.Content.ReadAsStringAsync())!.Events, found => found.Uid == entry.Uid);
    }

    private static async Task<HttpResponseMessage> RegisterAsync(TestBrowser owner, string activityId, string persons)
    {
        var path = $"/my/registrations/new/{activityId}";
        var unit = Unit().Match(await owner.ReadAsync(path)) is { Success: true } match ? match.Groups["id"].Value : throw new InvalidOperationException("The form offers no unit.");
        return await owner.SubmitAsync(path, path, ("Persons", persons), ("UnitId", unit), ("Remark", "Alergia a las nueces"), ("InPictures", "true"));
    }

    // The clock of the site goes on; tests of this collection come one after the other and make their own activities.
    private async Task BeginAsync(string activityId, TimeSpan after = default)
    {
        var start = DateTime.SpecifyKind((await site.ActivityAsync(activityId)).StartUtc!.Value, DateTimeKind.Utc) + after;
        site.Sites.Time.Advance(start - site.Sites.Time.GetUtcNow().UtcDateTime + TimeSpan.FromMinutes(1));
        await site.TickAsync();
    }

    private async Task<int> NoticesAsync(string subject)
    {
        var count = 0;
        await site.InAsync(async services =>
            count = (await services.GetRequiredService<ISession>().Query<OrchardCore.Notifications.Notification>().ListAsync()).Count(told => told.Subject?.Contains(subject, StringComparison.Ordinal) == true));
        return count;
    }

    private static async Task<string> ReadAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("ps-digits\">(?<code>[A-Z0-9 ]+)<")]
    private static partial Regex Code();

    [GeneratedRegex("name=\"UnitId\" value=\"(?<id>[a-z0-9]{26})\"|<option[^>]* value=\"(?<id>[a-z0-9]{26})\"")]
    private static partial Regex Unit();

    [GeneratedRegex("/Turns/(?<id>[a-z0-9]{26})/Confirm")]
    private static partial Regex TurnAddress();
}
