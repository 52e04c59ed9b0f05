using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrchardCore.Email;
using OrchardCore.Entities;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Indexes;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using PropertySuite.Core;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Features.Email;
using PropertySuite.Platform.Hosting;
using PropertySuite.Running;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Policy;

/// <summary>
/// A demonstration community as its recipe makes it, with a mail server beside it. What time and workflows do is done when the test lets the
/// clock get there: everything that is due, in the order in which it falls due.
/// </summary>
internal sealed partial class PolicySites : IAsyncDisposable
{
    private const string Password = "Nine quiet herons at dusk";

    private PolicySites(TestSites sites, MailServer mail, string name) => (Sites, Mail, Name) = (sites, mail, name);

    public TestSites Sites { get; }

    public MailServer Mail { get; }

    public string Name { get; }

    public DateTime Now => Sites.Time.GetUtcNow().UtcDateTime;

    /// <param name="byItself">Whether the host does by itself what is due; else the test does.</param>
    public static async Task<PolicySites> StartAsync(string name, string recipe, bool byItself = false)
    {
        var mail = MailServer.Start();
        var sites = await TestSites.StartAsync(configure: byItself ? null : builder => builder.Services.Remove(builder.Services.Single(service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(BackgroundTaskScheduler))));
        Listen(sites);
        Assert.Empty((await sites.SetUpAsync(name, recipe, name + ".localhost", null, ("SiteTimeZone", "Europe/Madrid"))).Values);
        var both = new PolicySites(sites, mail, name);
        await both.InAsync(async services =>
        {
            var service = services.GetRequiredService<ISiteService>();
            var site = await service.LoadSiteSettingsAsync();
            site.Put(new SmtpSettings { IsEnabled = true, Host = "127.0.0.1", Port = mail.Port, EncryptionMethod = SmtpEncryptionMethod.None, DefaultSender = $"office@{name}.example", PerMinute = 1000 });
            await service.UpdateSiteSettingsAsync(site);
        });
        return both;
    }

    /// <summary>What a server that listens knows of itself; links of mail begin with it.</summary>
    public static void Listen(TestSites sites) => sites.Services.GetRequiredService<ServerAddress>().Uri = new Uri("http://localhost");

    public Task InAsync(Func<IServiceProvider, Task> work) => Sites.InAsync(Name, work);

    /// <summary>A browser of nobody.</summary>
    public TestBrowser Anybody() => Sites.Browser($"http://{Name}.localhost");

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<TestBrowser> SignInAsync(string userName)
    {
        await InAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var user = await users.FindByNameAsync(userName) ?? throw new InvalidOperationException($"There is no account '{userName}'.");
            if (!await users.HasPasswordAsync(user))
            {
                Assert.True((await users.AddPasswordAsync(user, Password)).Succeeded);
            }
        });
        var browser = Anybody();
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", userName), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    /// <summary>Lets time pass; what falls due meanwhile is done at its moment.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var until = Now + time;
        await RunDueAsync();
        while (await NextDueAsync() is { } due && due <= until)
        {
            Sites.Time.Advance(due > Now ? due - Now : TimeSpan.Zero);
            await RunDueAsync();
        }

        if (until > Now)
        {
            Sites.Time.Advance(until - Now);
        }
    }

    /// <summary>Does what is due now, and what follows from it at once.</summary>
    public async Task RunDueAsync()
    {
        for (var round = 0; round < 100; round++)
        {
            var names = await DueAsync(Now);
            if (names.Count == 0)
            {
                return;
            }

            foreach (var name in names)
            {
                await InAsync(async services =>
                {
                    foreach (var work in (await WorksAsync(services)).Where(work => work.Name == name))
                    {
                        await work.RunAsync(Now, CancellationToken.None);
                    }
                });
            }
        }

        Assert.Fail("What is due does not come to an end: " + string.Join(", ", await DueAsync(Now)));
    }

    /// <summary>Registers somebody who stands at the desk.</summary>
    /// <returns>Id of the visit.</returns>
    public static async Task<string> RegisterAsync(TestBrowser desk, string unit, string name, string kind)
    {
        const string Form = "/Admin/Visits/WalkIn";
        using var registered = await desk.SubmitAsync(Form, Form, ("Unit", unit), ("Name", name), ("Kind", kind), ("Persons", "1"), ("IdentitySeen", "true"));
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        return VisitIdOf().Match(registered.Headers.Location!.ToString()).Groups[1].Value;
    }

    /// <summary>The host has said yes at the desk, and a guard lets the visitor in.</summary>
    public static async Task LetInAsync(TestBrowser desk, TestBrowser guard, string visitId)
    {
        var answer = $"/Admin/Visits/Record/{visitId}/Answer";
        using var logged = await desk.SubmitAsync(answer, answer, ("Answer", "confirm"), ("AnsweredBy", "Somebody"));
        Assert.Equal(HttpStatusCode.Redirect, logged.StatusCode);
        await AdmitAsync(guard, visitId);
    }

    public static async Task AdmitAsync(TestBrowser guard, string visitId)
    {
        using var admitted = await guard.SubmitAsync($"/Admin/Visits/Gate/{visitId}", $"/Admin/Visits/Gate/{visitId}/Admit", ("BadgeId", "none"), ("Persons", "1"));
        Assert.Equal(HttpStatusCode.Redirect, admitted.StatusCode);
    }

    /// <summary>The guard stands at this entrance.</summary>
    public static async Task StandAsync(TestBrowser guard, string entranceId)
    {
        using var chosen = await guard.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Place", ("entranceId", entranceId));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
    }

    public async Task<VisitPart> VisitAsync(string visitId)
    {
        VisitPart? visit = null;
        await InAsync(async services => visit = await services.GetRequiredService<PropertySuite.Visitors.Visits>().FindAsync(visitId));
        return visit!;
    }

    /// <summary>What the history of a record says was done by the office's own rules, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> DoneByPolicyAsync(string recordId)
    {
        IReadOnlyList<string> verbs = [];
        await InAsync(async services => verbs = [.. (await services.GetRequiredService<RecordHistory>().OfAsync(recordId)).Where(entry => entry.ById == Actor.Policy.Id).Select(entry => entry.Verb).Reverse()]);
        return verbs;
    }

    /// <summary>What somebody has been told on the own page.</summary>
    public async Task<string> ToldAsync(string userName)
    {
        using var browser = await SignInAsync(userName);
        return WebUtility.HtmlDecode(await browser.ReadAsync("/Notifications"));
    }

    /// <summary>How often somebody has been told of something.</summary>
    public async Task<int> CountToldAsync(string userName, string about)
    {
        var count = 0;
        await InAsync(async services =>
        {
            var user = (User)(await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(userName))!;
            count = (await services.GetRequiredService<ISession>().Query<Notification, NotificationIndex>(row => row.UserId == user.UserId).ListAsync())
                .Count(told => told.Subject!.Contains(about, StringComparison.Ordinal));
        });
        return count;
    }

    /// <summary>The mail to an address that speaks of something, the oldest first.</summary>
    public IReadOnlyList<MimeKit.MimeMessage> MailTo(string address, string about) =>
        [.. Mail.Received.Where(mail => mail.To.Contains(address)).Select(mail => MimeKit.MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail.Text))))
            .Where(mail => mail.TextBody!.Contains(about, StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await Sites.DisposeAsync();
        await Mail.DisposeAsync();
    }

    private async Task<DateTime?> NextDueAsync()
    {
        DateTime? next = null;
        await InAsync(async services =>
        {
            foreach (var work in await WorksAsync(services))
            {
                next = await work.NextDueAsync() is { } due && (next is null || due < next) ? due : next;
            }
        });
        return next;
    }

    private async Task<IReadOnlyList<string>> DueAsync(DateTime now)
    {
        var names = new List<string>();
        await InAsync(async services =>
        {
            foreach (var work in await WorksAsync(services))
            {
                if (await work.NextDueAsync() <= now)
                {
                    names.Add(work.Name);
                }
            }
        });
        return names;
    }

    private static async Task<IReadOnlyList<IDueWork>> WorksAsync(IServiceProvider services)
    {
        var works = services.GetServices<IDueWork>().ToList();
        foreach (var source in services.GetServices<IDueWorkSource>())
        {
            works.AddRange(await source.ListAsync());
        }

        // The hourly tasks have tests of their own.
        return [.. works.Where(work => !work.Name.StartsWith(ScheduledTasks.Prefix, StringComparison.Ordinal))];
    }

    [GeneratedRegex("/Record/([a-z0-9]+)/Answer")]
    private static partial Regex VisitIdOf();
}
