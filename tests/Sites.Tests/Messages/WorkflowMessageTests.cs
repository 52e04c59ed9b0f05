using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrchardCore.Email;
using OrchardCore.Entities;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Indexes;
using OrchardCore.Notifications.Models;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Workflows.Models;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Features.Email;
using PropertySuite.Platform.Features.Notifications;
using PropertySuite.Running;
using Sites.Tests.Workflows;
using YesSql;

namespace Sites.Tests.Messages;

/// <summary>Workflows that write to people, and what is cleared away by itself.</summary>
public sealed class WorkflowMessageTests : IAsyncLifetime
{
    private readonly MailServer _server = MailServer.Start();
    private WorkflowSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await WorkflowSite.StartAsync(
            [.. WorkflowSite.Features, "OrchardCore.Email", "OrchardCore.Notifications", "OrchardCore.Notifications.Email"],
            builder => builder.Services.Remove(builder.Services.Single(service =>
                service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(BackgroundTaskScheduler))));
        await _site.InAsync(async services =>
        {
            var sites = services.GetRequiredService<ISiteService>();
            var site = await sites.LoadSiteSettingsAsync();
            site.Put(new SmtpSettings { IsEnabled = true, Host = "127.0.0.1", Port = _server.Port, EncryptionMethod = SmtpEncryptionMethod.None, DefaultSender = "office@alba.example" });
            await sites.UpdateSiteSettingsAsync(site);
            var users = services.GetRequiredService<UserManager<IUser>>();
            foreach (var name in new[] { "ana", "ben" })
                Assert.True((await users.CreateAsync(new User { UserName = name, Email = name + "@example.org" })).Succeeded);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_workflow_writes_a_mail_in_Liquid_once_and_nothing_can_be_smuggled_in_by_its_input()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent").Then("m", "EmailTask", new
        {
            Recipients = TypeText.Expression("{{ Workflow.Input.To }}"),
            Subject = TypeText.Expression("About {{ Workflow.Input.Guest }}"),
            Body = TypeText.Expression("<p>{{ Workflow.Input.Guest }}</p>"),
            IsHtmlBody = true,
        }).Arrows("e:Done>m"));
        await _site.TriggerAsync("ProbeEvent", null, ("To", "ana@example.org"), ("Guest", "<b>Inés</b>\r\nBcc: all@example.org {{ Site.SiteName }}"));
        await DeliverAsync();

        var received = Assert.Single(_server.Received);
        Assert.Equal(["ana@example.org"], received.To);
        Assert.Null(received.Header("Bcc"));
        var parsed = MailSites.Parse(received);
        Assert.StartsWith("About <b>Inés</b>", parsed.Subject, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", parsed.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("{{ Site.SiteName }}", parsed.HtmlBody!.Replace("&#x7B;", "{", StringComparison.Ordinal).Replace("&#x7D;", "}", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(WorkflowStatus.Finished, (await _site.OnlyInstanceAsync()).Status);
    }

    [Fact]
    public async Task A_workflow_tells_people_by_the_ways_that_they_have()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent").Then("n", "NotifyUserTask", new
        {
            UserNames = TypeText.Expression("ana, {{ Workflow.Input.Other }}, nobody"),
            Subject = TypeText.Expression("Pool"),
            TextBody = TypeText.Expression("The pool opens at {{ Workflow.Input.At }}."),
        }).Then("x", "NoteTask", new { Text = "told" }).Arrows("e:Done>n", "n:Done>x"));
        await _site.TriggerAsync("ProbeEvent", null, ("Other", "BEN"), ("At", "ten"));
        await DeliverAsync();

        Assert.Single(await _site.NotesAsync());
        Assert.Equal(["ana@example.org", "ben@example.org"], _server.Received.Select(received => received.To[0]).Order());
        Assert.All(_server.Received, received => Assert.Contains("The pool opens at ten.", received.Text, StringComparison.Ordinal));
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Old_notifications_leave_by_themselves()
    {
        await _site.InAsync(async services => await services.GetRequiredService<INotificationService>().SendAsync(
            (await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync("ana"))!, new NotificationMessage { Subject = "Old" }));
        _site.Sites.Time.Advance(TimeSpan.FromDays(179));
        await PurgeAsync();
        Assert.Equal(1, await CountAsync());
        _site.Sites.Time.Advance(TimeSpan.FromDays(2));
        await PurgeAsync();
        Assert.Equal(0, await CountAsync());
    }

    private Task PurgeAsync() => _site.InAsync(async services =>
    {
        var purge = services.GetServices<IDueWork>().OfType<NotificationPurge>().Single();
        if (await purge.NextDueAsync() <= _site.Now)
            await purge.RunAsync(_site.Now, CancellationToken.None);
    });

    private async Task<int> CountAsync()
    {
        var count = 0;
        await _site.InAsync(async services => count = await services.GetRequiredService<ISession>().QueryIndex<NotificationIndex>().CountAsync());
        return count;
    }

    private Task DeliverAsync() => _site.InAsync(services => services.GetRequiredService<Outbox>().RunAsync(_site.Now, CancellationToken.None));
}
