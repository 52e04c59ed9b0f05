using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Features.Workflows;
using PropertySuite.Platform.Workflows;
using Sites.Tests.Hosting;

namespace Sites.Tests.Workflows;

/// <summary>Workflows behind forms and requests, about people, and how long their runs are kept.</summary>
public sealed class FormTests : IAsyncLifetime
{
    private const string Password = "Nine quiet herons at dusk";
    private WorkflowSite _site = null!;
    private TestBrowser _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await WorkflowSite.StartAsync("OrchardCore.Workflows.Http", "OrchardCore.Roles", "OrchardCore.Settings");
        _caller = _site.Sites.Browser("http://alba.localhost");
        await _site.InAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            foreach (var (name, role) in new[] { ("ana", "Administrator"), ("ben", ""), ("eva", "Administrator") })
                Assert.True((await users.CreateAsync(new User { UserName = name, Email = name + "@example.org", IsEnabled = name != "eva", RoleNames = role.Length > 0 ? [role] : [] }, Password)).Succeeded);
        });
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_form_with_an_empty_field_is_answered_with_what_is_wrong_and_a_full_one_goes_on()
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "HttpRequestEvent", new { HttpMethod = "POST" })
            .Then("v", "ValidateFormFieldTask", new { FieldName = "name", ErrorMessage = TypeText.Expression("Who are you?") })
            .Then("f", "ValidateFormTask")
            .Then("b", "BindModelStateTask")
            .Then("no", "HttpResponseTask", new { HttpStatusCode = 422, ContentType = TypeText.Expression("text/plain"), Content = TypeText.Expression("{{ Workflow.Output.FormErrors.name }} {{ Workflow.Output.Form.city }}") })
            .Then("n", "NoteTask", new { Text = "in order" })
            .Arrows("e:Done>v", "v:Done>f", "f:Invalid>b", "b:Done>no", "f:Valid>n"));
        var address = await AddressAsync();

        using var empty = await _caller.PostAsync(address, ("name", " "), ("city", "Getafe"));
        Assert.Equal((422, "Who are you? Getafe"), ((int)empty.StatusCode, await empty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Empty(await _site.NotesAsync());
        using var full = await _caller.PostAsync(address, ("name", "Ana"), ("city", "Getafe"));
        Assert.Equal(["in order"], await _site.NotesAsync());
    }

    [Fact]
    public async Task A_caller_goes_back_to_the_page_of_its_form_and_to_no_page_of_another_site()
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "HttpRequestEvent", new { HttpMethod = "POST" })
            .Then("m", "AddModelValidationErrorTask", new { Key = "", ErrorMessage = TypeText.Expression("No") })
            .Then("r", "HttpRedirectToFormLocationTask").Then("n", "NoteTask", new { Text = "no page" })
            .Arrows("e:Done>m", "m:Done>r", "r:Failed>n"));
        var address = await AddressAsync();
        foreach (var (referer, location) in new[] { ("http://alba.localhost/contact?a=1", "/contact?a=1"), ("http://evil.example/contact", null), ("http://alba.localhost//evil.example", null), ("", null) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([]) };
            if (referer.Length > 0)
                request.Headers.Referrer = new Uri(referer);
            using var answer = await _caller.SendAsync(request);
            Assert.Equal(location, answer.Headers.Location?.OriginalString);
        }

        Assert.Equal(3, (await _site.NotesAsync()).Count);
    }

    [Fact]
    public async Task A_form_of_this_site_is_told_from_one_of_another()
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "HttpRequestEvent", new { HttpMethod = "POST" }).Then("v", "ValidateAntiforgeryTokenTask")
            .Then("y", "NoteTask", new { Text = "ours" }).Then("n", "NoteTask", new { Text = "theirs" }).Arrows("e:Done>v", "v:Valid>y", "v:Invalid>n"));
        var address = await AddressAsync();
        using var theirs = await _caller.PostAsync(address, ("a", "1"));
        using var ours = await _caller.SubmitAsync("/Login", address, ("a", "1"));
        Assert.Equal(["ours", "theirs"], await _site.NotesAsync());
    }

    [Fact]
    public async Task A_page_that_has_taken_a_form_starts_a_workflow_and_a_refused_or_opened_one_does_not()
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "HttpRequestFilterEvent", new { HttpMethod = "POST", ControllerName = "Account", ActionName = "Login" })
            .Then("n", "NoteTask", new { Text = "signed in" }).Arrows("e:Matched>n"));
        await _caller.ReadAsync("/Login");
        using var wrong = await _caller.SubmitAsync("/Login", "/Login", ("UserName", "ana"), ("Password", "wrong"));
        Assert.Empty(await _site.NotesAsync());
        using var right = await _caller.SubmitAsync("/Login", "/Login", ("UserName", "ana"), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, right.StatusCode);
        using var other = await _caller.SubmitAsync("/Admin", "/Users/LogOff");
        Assert.Equal(["signed in"], await _site.NotesAsync());
    }

    [Fact]
    public async Task People_of_a_role_are_named_and_who_has_set_a_run_off_is_known()
    {
        await _site.StoreAsync(
            new TypeText("t").Start("e", "ProbeEvent").Then("g", "GetUsersByRoleTask", new { Roles = new[] { "Administrator" } })
                .Then("s", "SetPropertyTask", new { PropertyName = "all", Value = TypeText.Expression("lastResult()") })
                .Then("v", "ValidateUserTask", new { Roles = new[] { "Administrator" }, SetUserName = true })
                .Then("a", "NoteTask", new { Text = "nobody" }).Then("b", "NoteTask", new { Text = "somebody" }).Then("c", "NoteTask", new { Text = "in role" }).Then("w", "AnswerEvent")
                .Arrows("e:Done>g", "g:Done>s", "s:Done>v", "v:Anonymous>a", "v:Authenticated>b", "v:InRole>c", "a:Done>w", "b:Done>w", "c:Done>w"));
        await _site.TriggerAsync("ProbeEvent", "1");
        var run = await _site.OnlyInstanceAsync();
        Assert.Equal("ana", run.State["Properties"]!["all"]!.GetValue<string>());
        Assert.Equal(["nobody 1"], await _site.NotesAsync());

        foreach (var (name, told) in new[] { ("ben", "somebody"), ("ana", "in role"), ("eva", "nobody") })
        {
            await _site.InAsync(async services =>
            {
                var user = (User)(await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(name))!;
                services.GetRequiredService<WorkflowRun>().By = user.UserId;
                await services.GetRequiredService<IWorkflowManager>().TriggerEventAsync("ProbeEvent", new Dictionary<string, object>(), name);
            });
            Assert.Contains($"{told} {name}", await _site.NotesAsync());
        }
    }

    [Fact]
    public async Task An_account_is_made_of_a_form_once_and_waits_for_the_office_where_the_workflow_says_so()
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "HttpRequestEvent", new { HttpMethod = "POST" })
            .Then("r", "RegisterUserTask", new { RequireModeration = true, SendConfirmationEmail = true })
            .Then("y", "NoteTask", new { Text = "made" }).Then("n", "NoteTask", new { Text = "not made" }).Arrows("e:Done>r", "r:Valid>y", "r:Invalid>n"));
        var address = await AddressAsync();
        using var first = await _caller.PostAsync(address, ("Email", "new@example.org"), ("UserName", "newcomer"));
        using var twice = await _caller.PostAsync(address, ("Email", "new@example.org"), ("UserName", "newcomer"));
        using var none = await _caller.PostAsync(address, ("UserName", "nobody"));
        Assert.Equal(["made", "not made", "not made"], await _site.NotesAsync());
        await _site.InAsync(async services =>
        {
            var made = (User)(await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync("newcomer"))!;
            Assert.Equal((false, 0, (string?)null), (made.IsEnabled, made.RoleNames.Count, made.PasswordHash));
        });
    }

    [Fact]
    public async Task What_was_stored_on_the_way_stays_when_a_later_step_fails()
    {
        await _site.StoreAsync(
            new TypeText("t").Start("e", "ProbeEvent").Then("n", "NoteTask", new { Text = "kept" }).Then("c", "CommitTransactionTask").Then("m", "NoteTask", new { Text = "lost" })
                .Then("x", "ScriptTask", new { Script = TypeText.Expression("throw new Error('no')"), AvailableOutcomes = Array.Empty<string>() })
                .Arrows("e:Done>n", "n:Done>c", "c:Valid>m", "m:Done>x"));
        await _site.TriggerAsync("ProbeEvent", "1");
        await _site.RunDueAsync();
        Assert.Equal(["kept 1"], await _site.NotesAsync());
        Assert.Equal(WorkflowStatus.Faulted, (await _site.OnlyInstanceAsync()).Status);
    }

    [Fact]
    public async Task Runs_that_have_ended_leave_after_the_time_that_is_set_and_what_waits_or_has_failed_stays()
    {
        await _site.StoreAsync(
            new TypeText("ends").Start("e", "ProbeEvent").Then("n", "NoteTask").Arrows("e:Done>n"),
            new TypeText("waits").Start("e", "ProbeEvent").Then("w", "AnswerEvent").Arrows("e:Done>w"));
        await _site.TriggerAsync("ProbeEvent", "1");
        Assert.Equal(2, (await _site.InstancesAsync()).Count);
        await SetKeepDaysAsync(30);
        _site.Sites.Time.Advance(TimeSpan.FromDays(30));
        await TrimAsync();
        Assert.Equal(2, (await _site.InstancesAsync()).Count);

        _site.Sites.Time.Advance(TimeSpan.FromDays(1));
        await TrimAsync();
        Assert.Equal("waits", Assert.Single(await _site.InstancesAsync()).WorkflowTypeId);
    }

    [Fact]
    public async Task The_page_of_settings_keeps_the_time_refuses_what_is_none_and_unknown_groups_are_not_there()
    {
        using var entered = await _caller.SubmitAsync("/Login", "/Login", ("UserName", "ana"), ("Password", Password));
        const string Page = "/Admin/Settings/workflows";
        using var wrong = await _caller.SubmitAsync(Page, Page, ("WorkflowSettings.KeepDays", "many"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("many", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var kept = await _caller.SubmitAsync(Page, Page, ("WorkflowSettings.KeepDays", "7"));
        Assert.Equal(HttpStatusCode.Found, kept.StatusCode);
        Assert.Contains("value=\"7\"", await _caller.ReadAsync(Page), StringComparison.Ordinal);
        using var unknown = await _caller.GetAsync("/Admin/Settings/nonsense");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private Task SetKeepDaysAsync(int days) => _site.InAsync(async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        site.Alter<WorkflowSettings>(settings => settings.KeepDays = days);
        await sites.UpdateSiteSettingsAsync(site);
    });

    private Task TrimAsync() => _site.InAsync(async services =>
    {
        var trim = services.GetServices<PropertySuite.Platform.BackgroundTasks.IDueWork>().OfType<WorkflowTrim>().Single();
        if (await trim.NextDueAsync() <= _site.Now)
            await trim.RunAsync(_site.Now, CancellationToken.None);
    });

    private async Task<string> AddressAsync()
    {
        var token = "";
        await _site.InAsync(services =>
        {
            token = services.GetRequiredService<ISecurityTokenService>().CreateToken(new InvokeGrant("t", "e"), TimeSpan.FromDays(1));
            return Task.CompletedTask;
        });
        return "/workflows/invoke/" + token;
    }
}
