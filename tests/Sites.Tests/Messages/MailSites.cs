using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;
using OrchardCore.Email;
using OrchardCore.Entities;
using OrchardCore.Settings;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Features.Email;
using PropertySuite.Running;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Messages;

/// <summary>Communities that send mail, and the mail server they send it to.</summary>
internal sealed class MailSites : IAsyncDisposable
{
    private MailSites(TestSites sites, MailServer server) => (Sites, Server) = (sites, server);

    public TestSites Sites { get; }

    public MailServer Server { get; }

    /// <param name="byItself">Whether the host delivers by itself; else the test says when.</param>
    public static async Task<MailSites> StartAsync(bool byItself = false, string[]? names = null, Action<SmtpSettings>? settings = null)
    {
        var server = MailServer.Start();
        var sites = await TestSites.StartAsync(configure: byItself ? null : builder =>
        {
            var scheduler = builder.Services.Single(service => service.ServiceType == typeof(IHostedService)
                && service.ImplementationFactory?.Method.ReturnType == typeof(BackgroundTaskScheduler));
            builder.Services.Remove(scheduler);
        });
        var both = new MailSites(sites, server);
        foreach (var name in names ?? ["alba"])
        {
            await sites.AddAsync(name, host: name + ".localhost", features: ["OrchardCore.Email"]);
            await both.SetAsync(name, settings ?? (_ => { }));
        }

        return both;
    }

    /// <summary>Changes the settings of a community; those of the test's server stand in them at first.</summary>
    public Task SetAsync(string site, Action<SmtpSettings> change) => Sites.InAsync(site, async services =>
    {
        var service = services.GetRequiredService<ISiteService>();
        var loaded = await service.LoadSiteSettingsAsync();
        loaded.SiteName = "Community " + site;
        var settings = loaded.As<SmtpSettings>();
        if (settings.Host is null)
        {
            (settings.IsEnabled, settings.Host, settings.Port, settings.EncryptionMethod) = (true, "127.0.0.1", Server.Port, SmtpEncryptionMethod.None);
            (settings.DefaultSender, settings.PerMinute) = ($"office@{site}.example", 1000);
        }

        change(settings);
        loaded.Put(settings);
        await service.UpdateSiteSettingsAsync(loaded);
    });

    public async Task<EmailResult> AskAsync(MailMessage message, string site = "alba")
    {
        EmailResult? result = null;
        await Sites.InAsync(site, async services => result = await services.GetRequiredService<IEmailService>().SendAsync(message));
        return result!;
    }

    public async Task<string> AskAsync(string to, string subject = "Hello", string text = "A text.", string site = "alba")
    {
        var result = await AskAsync(new MailMessage { To = to, Subject = subject, TextBody = text }, site);
        Assert.True(result.Succeeded, string.Join("; ", result.Errors.SelectMany(pair => pair.Value)));
        return result.Response!;
    }

    /// <summary>Delivers what is due now, as the host would.</summary>
    public Task DeliverAsync(string site = "alba") => Sites.InAsync(site, async services =>
    {
        var outbox = services.GetRequiredService<Outbox>();
        for (var i = 0; i < 100 && await outbox.NextDueAsync() <= Now; i++)
            await outbox.RunAsync(Now, CancellationToken.None);
    });

    public async Task<DateTime?> NextDueAsync(string site = "alba")
    {
        DateTime? due = null;
        await Sites.InAsync(site, async services => due = await services.GetRequiredService<Outbox>().NextDueAsync());
        return due;
    }

    /// <summary>Lets time pass until something is due, and delivers it.</summary>
    public async Task WaitAndDeliverAsync(string site = "alba")
    {
        var due = await NextDueAsync(site) ?? throw new InvalidOperationException("Nothing is due.");
        if (due > Now)
            Sites.Time.Advance(due - Now);
        await DeliverAsync(site);
    }

    public async Task<OutgoingMail?> FindAsync(string id, string site = "alba")
    {
        OutgoingMail? mail = null;
        await Sites.InAsync(site, async services =>
            mail = await services.GetRequiredService<ISession>().Query<OutgoingMail, OutgoingMailIndex>(row => row.MailId == id).FirstOrDefaultAsync());
        return mail;
    }

    public async Task<int> CountAsync(MailState state, string site = "alba")
    {
        var count = 0;
        var wanted = (int)state;
        await Sites.InAsync(site, async services =>
            count = await services.GetRequiredService<ISession>().QueryIndex<OutgoingMailIndex>(row => row.State == wanted).CountAsync());
        return count;
    }

    public DateTime Now => Sites.Time.GetUtcNow().UtcDateTime;

    public static MimeMessage Parse(ReceivedMail mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail.Text)));

    public async ValueTask DisposeAsync()
    {
        await Sites.DisposeAsync();
        await Server.DisposeAsync();
    }
}
