using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Settings;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Running;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;

namespace Sites.Tests.Policy;

/// <summary>A community that nobody has opened since the server started is woken by a deadline, and the links of the mail that follows are right.</summary>
public sealed class WakingTests
{
    [Fact]
    public async Task VIS03_A_community_woken_by_a_deadline_sends_a_mail_whose_link_answers()
    {
        await using var site = await PolicySites.StartAsync("alba", "residential-estate-demo", byItself: true);
        await site.InAsync(async services =>
        {
            var sites = services.GetRequiredService<ISiteService>();
            var settings = await sites.LoadSiteSettingsAsync();
            settings.Alter<VisitorSettings>(visitors => visitors.AnswerMinutes = 60);
            await sites.UpdateSiteSettingsAsync(settings);
        });
        string visitId;
        using (var desk = await site.SignInAsync("desk"))
        {
            visitId = await PolicySites.RegisterAsync(desk, "b7c", "Wanda Despierta", "Guest");
        }

        var first = await NextToHostAsync(site);
        var due = site.Now.AddMinutes(60);
        await Waiting.UntilAsync(
            () =>
            {
                site.Sites.Time.Advance(TimeSpan.FromSeconds(30));
                return Task.FromResult(!site.Sites.Host.TryGetShellContext("alba", out _) && File.Exists(Path.Combine(site.Sites.FolderOf("alba"), "due.json")));
            },
            "The community does not fall asleep.");
        Assert.True(site.Now < due);
        await site.Sites.RestartAsync();
        PolicySites.Listen(site.Sites);
        var scheduler = site.Sites.Services.GetRequiredService<BackgroundTaskScheduler>();
        await Waiting.UntilAsync(() => Task.FromResult(scheduler.DueOf("alba") > site.Now), "The server does not know when the community is due.");
        Assert.Empty(site.Sites.Host.ListShellContexts());

        site.Sites.Time.Advance(due - site.Now);
        var second = await NextToHostAsync(site);
        Assert.StartsWith("http://alba.localhost/visits/answer/", second, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
        using var phone = site.Anybody();
        Assert.Contains("Wanda Despierta", await phone.ReadAsync(new Uri(second).PathAndQuery), StringComparison.Ordinal);
        Assert.Equal(2, (await site.VisitAsync(visitId)).Calls);
    }

    private static async Task<string> NextToHostAsync(PolicySites site)
    {
        ReceivedMail mail;
        do
        {
            mail = await site.Mail.NextAsync();
        }
        while (!mail.To.Contains("elena.vidal.ortega@demo.invalid"));
        var text = MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail.Text))).TextBody!;
        return text.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("http", StringComparison.Ordinal));
    }
}
