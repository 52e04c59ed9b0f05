using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;
using Sites.Tests.Hosting;

namespace Sites.Tests.Workflows;

/// <summary>The office's pages: the list, a workflow step by step, its runs, and what can be done about them.</summary>
public sealed partial class WorkflowPagesTests : IAsyncLifetime
{
    private const string Password = "cuatro palabras sin orden";

    private WorkflowSite _site = null!;
    private TestBrowser _manager = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await WorkflowSite.StartAsync();
        await _site.InAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var result = await users.CreateAsync(new User { UserName = "marta", Email = "marta@example.org", EmailConfirmed = true, IsEnabled = true, RoleNames = { "Administrator" } }, Password);
            Assert.True(result.Succeeded, string.Join(" ", result.Errors.Select(error => error.Description)));
        });
        _manager = _site.Sites.Browser("http://alba.localhost");
        using var answer = await _manager.SubmitAsync("/Login", "/Login", ("UserName", "marta"), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _manager.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task The_list_finds_workflows_and_says_what_waits_and_what_has_failed()
    {
        await _site.StoreAsync(EngineTests.AskingHost("PT3M"), new TypeText("broken").Start("e", "ProbeEvent").Then("s", "ScriptTask", new { Script = TypeText.Expression("throw new Error('no')") }).Arrows("e:Done>s"));
        await _site.TriggerAsync("ProbeEvent", "x");

        var page = Text(await _manager.ReadAsync("/Admin/Workflows/Types/Index"));
        Assert.Contains("Type ask", page, StringComparison.Ordinal);
        Assert.Contains("1 waits", page, StringComparison.Ordinal);
        Assert.Contains("1 has failed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Type ask", Text(await _manager.ReadAsync("/Admin/Workflows/Types/Index?q=broken")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workflow_is_read_step_by_step_and_turned_off()
    {
        await _site.StoreAsync(EngineTests.AskingHost("PT3M"));
        var address = $"/Admin/Workflows/Types/Edit/{await IdAsync("ask")}";
        var page = Text(await _manager.ReadAsync(address));
        Assert.Contains("starts the workflow", page, StringComparison.Ordinal);
        Assert.Contains("PT3M", page, StringComparison.Ordinal);
        Assert.Contains("Clock →", page, StringComparison.Ordinal);

        using var off = await _manager.SubmitAsync(address, address.Replace("Edit", "Disable", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        await _site.TriggerAsync("ProbeEvent");
        Assert.Empty(await _site.InstancesAsync());
    }

    [Fact]
    public async Task A_step_is_filled_in_by_a_form_and_what_waits_follows()
    {
        await _site.StoreAsync(EngineTests.AskingHost("PT30M"));
        await _site.TriggerAsync("ProbeEvent", "x");
        var address = $"/Admin/Workflows/Types/{await IdAsync("ask")}/Activity/clock/Edit";

        using var wrong = await _manager.SubmitAsync(address, address, ("Title", "Three minutes"), ("TimerEvent.Values[Interval]", "soon"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("not a length of time", Text(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        using var right = await _manager.SubmitAsync(address, address, ("Title", "Three minutes"), ("TimerEvent.Values[Interval]", "PT3M"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(_site.Now.AddMinutes(3), (await _site.OnlyInstanceAsync()).Record.Due["clock"]);
        Assert.Contains("Three minutes", Text(await _manager.ReadAsync($"/Admin/Workflows/Types/Edit/{await IdAsync("ask")}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_changed_in_the_text_is_honoured_at_once()
    {
        await _site.StoreAsync(EngineTests.AskingHost("PT30M"));
        await _site.TriggerAsync("ProbeEvent", "x");
        _site.Sites.Time.Advance(TimeSpan.FromMinutes(5));
        var address = $"/Admin/Workflows/Types/Json/{await IdAsync("ask")}";
        var json = WebUtility.HtmlDecode(TextArea().Match(await _manager.ReadAsync(address)).Groups[1].Value);

        using var broken = await _manager.SubmitAsync(address, address, ("Json", json.Replace("TimerEvent", "NoSuchEvent", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.Contains("$.Activities[3].Name", Text(await broken.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        using var stored = await _manager.SubmitAsync(address, address, ("Json", json.Replace("PT30M", "PT3M", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Redirect, stored.StatusCode);
        await _site.RunDueAsync();
        Assert.Equal(["late x"], await _site.NotesAsync());
    }

    [Fact]
    public async Task A_failed_run_says_where_and_is_tried_again_by_a_person()
    {
        NoteTask.Failures["page"] = 1;
        await _site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent").Then("n", "NoteTask", new { Text = "page" }).Arrows("e:Done>n"));
        await _site.TriggerAsync("ProbeEvent", "x");
        var address = $"/Admin/Workflows/Types/{await IdAsync("t")}/Instances/Details/{(await _site.OnlyInstanceAsync()).WorkflowId}";
        var page = Text(await _manager.ReadAsync(address));
        Assert.Contains("It has failed at: NoteTask", page, StringComparison.Ordinal);
        Assert.Contains("The pen is dry.", page, StringComparison.Ordinal);

        using var retried = await _manager.SubmitAsync(address, address.Replace("Details", "Retry", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, retried.StatusCode);
        page = Text(await _manager.ReadAsync(address));
        Assert.Contains("Finished", page, StringComparison.Ordinal);
        Assert.Contains("Tried again", page, StringComparison.Ordinal);
        Assert.Contains("marta", page, StringComparison.Ordinal);
        Assert.Equal(["page x"], await _site.NotesAsync());
    }

    [Fact]
    public async Task A_run_that_waits_is_cancelled_with_its_reason()
    {
        await _site.StoreAsync(EngineTests.AskingHost("PT3M"));
        await _site.TriggerAsync("ProbeEvent", "x");
        var address = $"/Admin/Workflows/Types/{await IdAsync("ask")}/Instances/Details/{(await _site.OnlyInstanceAsync()).WorkflowId}";
        using var cancelled = await _manager.SubmitAsync(address, address.Replace("Details", "Cancel", StringComparison.Ordinal), ("reason", "The guest has gone."));
        Assert.Contains("The guest has gone.", Text(await _manager.ReadAsync(address)), StringComparison.Ordinal);

        _site.Sites.Time.Advance(TimeSpan.FromMinutes(10));
        await _site.RunDueAsync();
        Assert.Empty(await _site.NotesAsync());
    }

    [Fact]
    public async Task A_decision_is_answered_on_the_page_of_the_run()
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent").Then("ask", "UserTaskEvent", new { Actions = new[] { "Yes", "No" } }).Then("n", "NoteTask", new { Text = "yes" }).Arrows("e:Done>ask", "ask:Yes>n"));
        await _site.TriggerAsync("ProbeEvent", "x");
        var address = $"/Admin/Workflows/Types/{await IdAsync("t")}/Instances/Details/{(await _site.OnlyInstanceAsync()).WorkflowId}";
        using var answered = await _manager.SubmitAsync(address, address.Replace("Details", "Choose", StringComparison.Ordinal), ("activityId", "ask"), ("choice", "Yes"));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Equal(["yes x"], await _site.NotesAsync());
        var resumed = Assert.Single((await _site.OnlyInstanceAsync()).Record.Path, step => step.Act == PathActs.Resumed);
        Assert.NotNull(resumed.By);
    }

    [Fact]
    public async Task A_decision_is_shown_to_the_role_that_may_take_it_and_to_no_other()
    {
        await _site.InAsync(async services =>
        {
            var roles = services.GetRequiredService<RoleManager<OrchardCore.Security.IRole>>();
            var users = services.GetRequiredService<UserManager<IUser>>();
            foreach (var name in (string[])["Desk", "Guard"])
            {
                var role = new OrchardCore.Security.Role { RoleName = name, NormalizedRoleName = name.ToUpperInvariant() };
                role.RoleClaims.Add(OrchardCore.Security.RoleClaim.Create("AccessAdminPanel"));
                Assert.True((await roles.CreateAsync(role)).Succeeded);
                Assert.True((await users.CreateAsync(new User { UserName = name, Email = name + "@example.org", EmailConfirmed = true, IsEnabled = true, RoleNames = { name } }, Password)).Succeeded);
            }
        });
        await _site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent").Then("ask", "UserTaskEvent", new { Actions = new[] { "Let in" }, Roles = new[] { "Desk" } }).Then("n", "NoteTask", new { Text = "in" }).Arrows("e:Done>ask", "ask:Let in>n"));
        await _site.TriggerAsync("ProbeEvent", "x");
        var run = (await _site.OnlyInstanceAsync()).WorkflowId;
        const string Page = "/Admin/Workflows/Decisions/Index";

        foreach (var name in (string[])["Guard", "Desk"])
        {
            using var person = _site.Sites.Browser("http://alba.localhost");
            using var signedIn = await person.SubmitAsync("/Login", "/Login", ("UserName", name), ("Password", Password));
            Assert.Equal(name == "Desk", (await person.ReadAsync(Page)).Contains("Let in", StringComparison.Ordinal));
            using var chosen = await person.PostAsync("/Admin/Workflows/Decisions/Choose", ("workflowId", run), ("activityId", "ask"), ("choice", "Let in"), ("__RequestVerificationToken", TestBrowser.TokenOf(await person.ReadAsync(Page))));
            Assert.Equal(name == "Desk" ? HttpStatusCode.Redirect : HttpStatusCode.Gone, chosen.StatusCode);
            Assert.Equal(name == "Desk" ? ["in x"] : [], await _site.NotesAsync());
        }
    }

    [Fact]
    public async Task The_recipe_of_a_workflow_gives_it_back()
    {
        var written = EngineTests.AskingHost("PT3M").With("Colour", "blue").Json();
        written["Activities"]![0]!["Remark"] = 7.50m;
        written["Transitions"]![0]!["Bend"] = new System.Text.Json.Nodes.JsonArray(1, 2);
        await _site.RunRecipeAsync(new System.Text.Json.Nodes.JsonArray(written.DeepClone()));
        var recipe = System.Text.Json.Nodes.JsonNode.Parse(await _manager.ReadAsync($"/Admin/Workflows/Types/Export/{await IdAsync("ask")}"))!;
        var data = recipe["steps"]![0]!["data"]![0]!.AsObject();
        foreach (var (name, value) in written)
            Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(value, data[name]), $"{name}: {value?.ToJsonString()} became {data[name]?.ToJsonString()}");

        await _site.RunRecipeAsync(recipe["steps"]![0]!["data"]!);
        var again = System.Text.Json.Nodes.JsonNode.Parse(await _manager.ReadAsync($"/Admin/Workflows/Types/Export/{await IdAsync("ask")}"))!;
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(recipe, again));
    }

    [Fact]
    public async Task Nobody_without_the_permission_comes_in()
    {
        using var stranger = _site.Sites.Browser("http://alba.localhost");
        using var answer = await stranger.GetAsync("/Admin/Workflows/Types/Index");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/Login", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private async Task<long> IdAsync(string type)
    {
        long id = 0;
        await _site.InAsync(async services => id = (await services.GetRequiredService<IWorkflowTypeStore>().GetAsync(type)).Id);
        return id;
    }

    private static string Text(string html) => WebUtility.HtmlDecode(html);

    [GeneratedRegex("<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextArea();
}
