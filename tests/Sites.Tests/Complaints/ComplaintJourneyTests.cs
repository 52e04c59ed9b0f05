using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Complaints;
using PropertySuite.Core;
using PropertySuite.Core.Queues;
using Sites.Tests.Community;
using Sites.Tests.Hosting;

namespace Sites.Tests.Complaints;

/// <summary>A case through everybody's pages, from the resident's first word to the return visit; and who is kept out of it.</summary>
public sealed class ComplaintJourneyTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Unit = "albaunitb07c00000000a9c767";

    [Fact]
    public async Task CMP_A_leak_is_raised_accepted_repaired_signed_proposed_agreed_and_visited_again()
    {
        using var owner = await demo.SignInAsync("owner");
        using var desk = await demo.SignInAsync("desk");
        using var engineer = await demo.SignInAsync("engineer");
        using var supervisor = await demo.SignInAsync("supervisor");

        // The form keeps what was typed, and says what is missing.
        using var incomplete = await owner.SubmitAsync("/my/matters/new", "/my/matters/new", ("Kind", "Complaint"), ("Category", "water"), ("UnitId", Unit), ("Subject", "Leak in the small bathroom"), ("Text", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.Contains("Leak in the small bathroom", await incomplete.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var id = await RaiseAsync(owner, "Leak in the small bathroom");
        var mine = $"/my/matters/{id}";
        var page = $"/Admin/Complaints/{id}";

        Assert.Contains("Leak in the small bathroom", await desk.ReadAsync("/Admin/Complaints?View=new"), StringComparison.Ordinal);
        await RefusedAsync(desk, page, "accept", HttpStatusCode.UnprocessableEntity, ("Level", "3"), ("Category", "water"), ("Team", "Engineer"));
        await StepAsync(desk, page, "accept", ("Level", "2"), ("Category", "water"), ("Team", "Engineer"));
        await StepAsync(engineer, page, "take");
        await RefusedAsync(desk, page, "contact", HttpStatusCode.Conflict, ("Text", "Not mine to say"));
        await StepAsync(engineer, page, "contact", ("Text", "I come at ten."));
        Assert.Contains("I come at ten.", await owner.ReadAsync(mine), StringComparison.Ordinal);

        // An internal note stays with the staff.
        await PostAsync(engineer, page, page + "/Say", ("IsInternal", "true"), ("Note", "Look at B-08-C first"));
        Assert.Contains("Look at B-08-C first", await desk.ReadAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Look at B-08-C first", await owner.ReadAsync(mine), StringComparison.Ordinal);

        // While the mandatory order is open nothing is proposed.
        await PostAsync(engineer, page + "/Order", page + "/Order", ("WorkType", "Plumbing"), ("Subject", "Seal the drain"), ("Hours", "8"), ("IsMandatory", "true"), ("NeedsSignature", "true"));
        var order = await OrderAsync(id);
        await RefusedAsync(engineer, page, "propose", HttpStatusCode.Conflict, ("Text", "Sealed"));
        Assert.Contains("Seal the drain", await engineer.ReadAsync("/Admin/WorkOrders/ToDo"), StringComparison.Ordinal);
        foreach (var verb in new[] { "accept", "begin" })
        {
            await PostAsync(engineer, $"/Admin/WorkOrders/{order}", $"/Admin/WorkOrders/{order}/Step/{verb}");
        }

        await PostAsync(engineer, $"/Admin/WorkOrders/{order}/Step/finish", $"/Admin/WorkOrders/{order}/Step/finish", ("Text", "Drain sealed"), ("Minutes", "45"), ("Materials", "silicone"));
        using var slip = await engineer.SubmitAsync($"/Admin/WorkOrders/{order}", $"/Admin/WorkOrders/{order}/Slip");
        Assert.Contains("Drain sealed", await engineer.ReadAsync(slip.Headers.Location!.ToString()), StringComparison.Ordinal);
        await PostAsync(owner, mine, $"{mine}/orders/{order}");

        await StepAsync(engineer, page, "propose", ("Text", "The drain above has been sealed."), ("Cause", "Bad seal"));
        Assert.DoesNotContain("Bad seal", await owner.ReadAsync(mine), StringComparison.Ordinal);
        await PostAsync(owner, mine, mine + "/agree", ("Rating", "4"));
        await RefusedAsync(engineer, page, "visited-well", HttpStatusCode.Conflict, ("Solved", "5"), ("Time", "5"), ("Attitude", "5"), ("Quality", "5"));
        await StepAsync(supervisor, page, "visited-well", ("Solved", "5"), ("Time", "4"), ("Attitude", "5"), ("Quality", "4"));

        await demo.InAsync(async services =>
        {
            var complaint = (await services.GetRequiredService<ComplaintBook>().FindAsync(id))!;
            Assert.Equal((ComplaintState.Closed, 5), (complaint.State, complaint.Satisfaction));
            Assert.True(complaint.Solve!.WasMet);
        });
        Assert.Contains("Leak in the small bathroom", await desk.ReadAsync("/Admin/Complaints?View=all"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/Admin/Complaints/Figures")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/Admin/Complaints/Export.xlsx?View=all")).StatusCode);
    }

    [Fact]
    public async Task CMP20_A_proposal_is_answered_once_by_its_link_and_opening_it_changes_nothing()
    {
        using var owner = await demo.SignInAsync("owner");
        var id = await RaiseAsync(owner, "Lamp on the landing");
        var secret = LinkSecret.New();
        await demo.InAsync(async services =>
        {
            var (book, rules) = (services.GetRequiredService<ComplaintBook>(), await services.GetRequiredService<ComplaintPolicy>().RulesAsync());
            var by = new Actor("engineer", "engineer", [ComplaintPermissions.Register, ComplaintPermissions.Handle]);
            var (complaint, now) = ((await book.FindAsync(id))!, demo.Sites.Time.GetUtcNow().UtcDateTime);
            Step[] steps = [complaint.Accept(by, now, 1, "electricity", "Engineer", rules), complaint.Grab(by, now, rules), complaint.BeContacted(by, now, "Hello"), complaint.Propose(by, now, "Changed the lamp", null, rules)];
            complaint.AskBy(LinkSecret.Hash(secret));
            await book.SaveAsync(complaint, steps);
        });
        using var anybody = demo.Visitor();
        var link = $"/matters/answer/{secret}";
        Assert.Contains("Changed the lamp", await anybody.ReadAsync(link), StringComparison.Ordinal);
        Assert.Contains("Changed the lamp", await anybody.ReadAsync(link), StringComparison.Ordinal);

        using var unclear = await anybody.SubmitAsync(link, link, ("Answer", "no"), ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unclear.StatusCode);
        using var no = await anybody.SubmitAsync(link, link, ("Answer", "no"), ("Reason", "Dark still"));
        Assert.Equal(HttpStatusCode.OK, no.StatusCode);
        Assert.DoesNotContain("Changed the lamp", await anybody.ReadAsync(link), StringComparison.Ordinal);
        await demo.InAsync(async services => Assert.Equal((ComplaintState.Reopened, 1), ((await services.GetRequiredService<ComplaintBook>().FindAsync(id))!.State, (await services.GetRequiredService<ComplaintBook>().FindAsync(id))!.Reopenings)));
    }

    [Fact]
    public async Task CMP05_An_anonymous_matter_keeps_neither_person_nor_unit_nor_account()
    {
        using var owner = await demo.SignInAsync("owner");
        using var sent = await owner.SubmitAsync("/my/matters/new", "/my/matters/new", ("Kind", "Complaint"), ("Category", "staff"), ("UnitId", Unit), ("Subject", "Somebody was rude"), ("Text", "At the gate"), ("IsAnonymous", "true"));
        var where = sent.Headers.Location!.ToString();
        Assert.Contains("sent?number=", where, StringComparison.Ordinal);
        var number = where.Split('=')[^1];

        await demo.InAsync(async services =>
        {
            var complaint = (await services.GetRequiredService<ComplaintBook>().OfNumberAsync(number))!;
            Assert.Equal((null, null, null), (complaint.By.PersonId, complaint.By.Name, complaint.Place.UnitId));
            var entry = Assert.Single(await services.GetRequiredService<RecordHistory>().OfAsync(complaint.ContentItem.ContentItemId));
            Assert.Equal(("anonymous", (string?)null), (entry.ById, entry.Device));
        });
        Assert.DoesNotContain("Somebody was rude", await owner.ReadAsync("/my/matters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CMP_The_number_of_who_calls_is_recognised_and_phones_are_masked_for_who_may_not_see_them()
    {
        using var desk = await demo.SignInAsync("desk");
        Assert.Contains("Elena Vidal Ortega", await desk.ReadAsync("/Admin/Complaints/New?Caller=600000343"), StringComparison.Ordinal);
        Assert.Contains("Elena Vidal Ortega", await desk.ReadAsync("/Admin/Complaints/New?Caller=%2B34 600-000-343"), StringComparison.Ordinal);
        await PostAsync(desk, "/Admin/Complaints/New", "/Admin/Complaints/New", ("Channel", "Phone"), ("Caller", "600000343"), ("PersonId", "albapersonelenavidal9b06a7"), ("Unit", "b7c"), ("Kind", "Help"), ("Category", "electricity"), ("Subject", "Bell is silent"), ("Text", "Since Monday"));
        using var engineer = await demo.SignInAsync("engineer");
        var list = await engineer.ReadAsync("/Admin/Complaints?Search=bell+is+silent");
        var at = list.IndexOf("/Admin/Complaints/4", StringComparison.Ordinal);
        var page = await engineer.ReadAsync(list[at..list.IndexOf('"', at)]);
        Assert.DoesNotContain("600 000 343", page, StringComparison.Ordinal);
        Assert.Contains("43", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CMP_The_staff_alone_reads_cases_and_each_does_what_is_theirs()
    {
        using var owner = await demo.SignInAsync("owner");
        using var guard = await demo.SignInAsync("guard");
        var id = await RaiseAsync(owner, "Gate stays open");
        foreach (var (browser, path) in new[] { (owner, "/Admin/Complaints"), (owner, $"/Admin/Complaints/{id}"), (guard, "/Admin/Complaints"), (guard, $"/Admin/Complaints/{id}"), (guard, "/Admin/WorkOrders"), (guard, $"/my/matters/{id}") })
        {
            using var answer = await browser.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Found, $"{path}: {answer.StatusCode}");
        }

        using var engineer = await demo.SignInAsync("engineer");
        await RefusedAsync(engineer, $"/Admin/Complaints/{id}", "accept", HttpStatusCode.Conflict, ("Level", "1"), ("Category", "security"));
    }

    [Fact]
    public async Task CMP12_What_waits_stands_in_the_queue_of_the_desk()
    {
        using var owner = await demo.SignInAsync("owner");
        var id = await RaiseAsync(owner, "Waits in the queue");
        await demo.InAsync(async services =>
        {
            var rows = await services.GetRequiredService<WorkQueue>().ReadAsync(new QueueReader("somebody", ["Desk"], [ComplaintTypes.ComplaintNumber]), QueueScope.Team, take: 500);
            Assert.Contains(rows, row => row.RecordId == id && row.Subject == "Waits in the queue");
        });
    }

    private static async Task<string> RaiseAsync(TestBrowser owner, string subject)
    {
        using var raised = await owner.SubmitAsync("/my/matters/new", "/my/matters/new", ("Kind", "Complaint"), ("Category", "water"), ("UnitId", Unit), ("Subject", subject), ("Text", "Since yesterday"));
        Assert.Equal(HttpStatusCode.Redirect, raised.StatusCode);
        return raised.Headers.Location!.ToString().Split('/')[^1];
    }

    private async Task<string> OrderAsync(string complaintId)
    {
        var found = "";
        await demo.InAsync(async services => found = (await services.GetRequiredService<WorkOrderBook>().OfAsync(complaintId))[0].ContentItem.ContentItemId);
        return found;
    }

    private static Task StepAsync(TestBrowser browser, string page, string verb, params (string, string)[] fields) => PostAsync(browser, page, $"{page}/Step/{verb}", fields);

    private static async Task PostAsync(TestBrowser browser, string form, string path, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.SubmitAsync(form, path, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task RefusedAsync(TestBrowser browser, string page, string verb, HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.SubmitAsync(page, $"{page}/Step/{verb}", fields);
        Assert.Equal(expected, answer.StatusCode);
    }
}
