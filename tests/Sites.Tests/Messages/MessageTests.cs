using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Entities;
using OrchardCore.Localization;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Indexes;
using OrchardCore.Notifications.Models;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using PropertySuite.Core;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Features.Email;
using PropertySuite.Platform.Features.Users;
using PropertySuite.Running;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Messages;

/// <summary>What the community writes to people: whose words, which language, by which way, and who sees it.</summary>
public sealed class MessageTests : IAsyncLifetime
{
    private const string Password = "Nine quiet herons at dusk";
    private readonly MailServer _server = MailServer.Start();
    private TestSites _sites = null!;

    private static MessageKind Kind => UserMessages.Invitation;

    private static string Page(string language) => $"/Admin/Messages/{Kind.Id}/{language}";

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync(configure: builder => builder.Services.Remove(builder.Services.Single(service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(BackgroundTaskScheduler))));
        Assert.Empty((await _sites.SetUpAsync("alba", "residential-estate", "alba.localhost", null, ("SiteName", "Jardines <del> Alba"), ("SiteTimeZone", "Europe/Madrid"))).Values);
        await _sites.InAsync("alba", async services =>
        {
            var sites = services.GetRequiredService<ISiteService>();
            var site = await sites.LoadSiteSettingsAsync();
            site.Put(new SmtpSettings { IsEnabled = true, Host = "127.0.0.1", Port = _server.Port, EncryptionMethod = SmtpEncryptionMethod.None, DefaultSender = "office@alba.example" });
            await sites.UpdateSiteSettingsAsync(site);
            var users = services.GetRequiredService<UserManager<IUser>>();
            foreach (var (name, role) in new[] { ("marta", "Manager"), ("ana", "Owner"), ("ben", "Owner") })
                Assert.True((await users.CreateAsync(new User { UserName = name, Email = name + "@example.org", RoleNames = [role] }, Password)).Succeeded);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _sites.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_shipped_text_is_written_in_every_language_and_can_be_rendered()
    {
        await InAsync(async services =>
        {
            var texts = services.GetRequiredService<MessageTexts>();
            var localizers = services.GetRequiredService<IStringLocalizerFactory>();
            Assert.NotEmpty(texts.Kinds);
            foreach (var kind in texts.Kinds)
            {
                foreach (var language in new[] { "en", "es", "zh-Hans" })
                {
                    var (subject, body) = texts.Shipped(kind, language);
                    Assert.Empty(await texts.CheckAsync(kind, subject, body, language));
                    using var reader = CultureScope.Create(language, language);
                    if (language != "en")
                    {
                        var words = localizers.Create(kind.Texts);
                        Assert.All(new[] { kind.Name, kind.Description, kind.Subject, kind.Body }, text => Assert.False(words[text].ResourceNotFound, $"{language}: {text}"));
                    }
                }
            }
        });
    }

    [Fact]
    public async Task A_person_is_written_to_in_the_language_that_the_person_reads()
    {
        await InAsync(async services =>
        {
            var messenger = services.GetRequiredService<IMessenger>();
            Assert.StartsWith("Su cuenta", (await messenger.WriteAsync(Kind, "es", Kind.Sample())).Subject, StringComparison.Ordinal);
            Assert.StartsWith("Your account", (await messenger.WriteAsync(Kind, "en", Kind.Sample())).Subject, StringComparison.Ordinal);
            Assert.Contains("账户", (await messenger.WriteAsync(Kind, "zh-Hans", Kind.Sample())).Subject, StringComparison.Ordinal);

            // The community speaks Spanish first.
            Assert.StartsWith("Su cuenta", (await messenger.WriteAsync(Kind, null, Kind.Sample())).Subject, StringComparison.Ordinal);
            Assert.StartsWith("Su cuenta", (await messenger.WriteAsync(Kind, "fr", Kind.Sample())).Subject, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_somebody_wrote_can_never_become_mark_up()
    {
        await InAsync(async services =>
        {
            var model = Kind.Sample();
            model["name"] = "<img src=x onerror=alert(1)>\r\nSubject: else {{ Site.SiteName }}";
            var text = await services.GetRequiredService<IMessenger>().WriteAsync(Kind, "en", model);
            Assert.DoesNotContain("<img", text.HtmlBody, StringComparison.Ordinal);
            Assert.Contains("&lt;img", text.HtmlBody, StringComparison.Ordinal);
            Assert.Contains("{{ Site.SiteName }}", text.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', text.Subject);
            Assert.Contains("Jardines &lt;del&gt; Alba", text.HtmlBody, StringComparison.Ordinal);
            Assert.Contains($"href=\"{Kind.Sample()["link"]!.GetValue<string>()}\"", text.HtmlBody, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_office_writes_its_own_text_and_goes_back_to_the_shipped_one()
    {
        using var marta = await SignInAsync("marta");
        Assert.Contains("Su cuenta en", await marta.ReadAsync(Page("es")), StringComparison.Ordinal);
        using (var saved = await marta.SubmitAsync(Page("es"), Page("es"), ("Subject", "Bienvenida, {{ Model.name }}"), ("Body", "Su casa:\n\n{{ Model.link }}"), ("Changes", "0")))
            Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Equal("Bienvenida, " + Kind.Sample()["name"], (await WriteAsync("es")).Subject);
        Assert.StartsWith("Your account", (await WriteAsync("en")).Subject, StringComparison.Ordinal);
        Assert.Contains("marta", await marta.ReadAsync(Page("es")), StringComparison.Ordinal);

        // Somebody who opened the page before does not overwrite it unseen.
        using (var late = await marta.SubmitAsync(Page("es"), Page("es"), ("Subject", "Late"), ("Body", "Late"), ("Changes", "0")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        using (var reset = await marta.SubmitAsync(Page("es"), Page("es") + "/Reset"))
            Assert.Equal(HttpStatusCode.Found, reset.StatusCode);
        Assert.StartsWith("Su cuenta", (await WriteAsync("es")).Subject, StringComparison.Ordinal);
        Assert.Contains("Bienvenida", await marta.ReadAsync(Page("es") + "?version=1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hola\n\nab {{ Model.guest }}", "Línea 3, columna 7", "guest")]
    [InlineData("Hola {{ Model.name | upcas }}", "Línea 1, columna 22", "upcas")]
    [InlineData("Hola\n{% if Model.name %}", "Línea", "")]
    [InlineData("{% include '/etc/passwd' %}", "Línea 1, columna 4", "include")]
    [InlineData("{% for a in (1..99999) %}x{% endfor %}", "Línea 1", "")]
    [InlineData("", "", "")]
    public async Task A_wrong_text_is_refused_beside_its_field_with_its_place(string body, string place, string word)
    {
        using var marta = await SignInAsync("marta");
        using var answer = await marta.SubmitAsync(Page("es"), Page("es"), ("Subject", "Hola"), ("Body", body), ("Changes", "0"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"Body-error\"", page, StringComparison.Ordinal);
        Assert.Contains(place, page, StringComparison.Ordinal);
        Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.StartsWith("Su cuenta", (await WriteAsync("es")).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_keeps_nothing_and_a_text_can_be_sent_to_oneself()
    {
        using var marta = await SignInAsync("marta");
        using (var preview = await marta.SubmitAsync(Page("en"), Page("en") + "/Preview", ("Subject", "Hi {{ Model.name }}"), ("Body", "Come to {{ Site.SiteName }}"), ("Changes", "0")))
            Assert.Contains("Come to Jardines &lt;del&gt; Alba", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (await marta.SubmitAsync(Page("en"), Page("en") + "/ToMe", ("Subject", "Hi {{ Model.name }}"), ("Body", "Come to {{ Site.SiteName }}"), ("Changes", "0")))
            await DeliverAsync();
        var received = Assert.Single(_server.Received);
        Assert.Equal(["marta@example.org"], received.To);
        Assert.Equal("Hi " + Kind.Sample()["name"], MailSites.Parse(received).Subject);
        Assert.StartsWith("Your account", (await WriteAsync("en")).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_broke_later_does_not_stop_the_message()
    {
        await InAsync(services => services.GetRequiredService<ISession>().SaveAsync(new MessageWording { Kind = Kind.Id, Language = "en", Subject = "{{ broken", Body = "{% nonsense %}" }));
        Assert.StartsWith("Your account", (await WriteAsync("en")).Subject, StringComparison.Ordinal);
        Assert.Contains(_sites.Log.Entries, entry => entry.Contains(Kind.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_invitation_goes_out_by_mail_and_its_link_is_seen_by_its_receiver_only()
    {
        using var marta = await SignInAsync("marta");
        using (var invited = await marta.SubmitAsync("/Admin/Users/Invite", "/Admin/Users/Invite", ("Email", "inés@example.org"), ("Roles", "Owner")))
            Assert.Equal(HttpStatusCode.OK, invited.StatusCode);
        await DeliverAsync();
        var text = MailSites.Parse(Assert.Single(_server.Received)).TextBody!;
        var link = text.Split('\n').Single(line => line.Contains("/Invitation?token=", StringComparison.Ordinal)).Trim();
        var token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

        var list = await marta.ReadAsync("/Admin/Mail/Outgoing");
        Assert.Contains("inés@example.org", WebUtility.HtmlDecode(list), StringComparison.Ordinal);
        var mailId = await OnlyMailAsync();
        var page = await marta.ReadAsync("/Admin/Mail/Outgoing/" + mailId);
        Assert.Contains("Invitation?token=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);

        using var ines = _sites.Browser("http://alba.localhost");
        using var opened = await ines.GetAsync(new Uri(link).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Fact]
    public async Task A_person_is_told_in_the_site_and_by_mail_where_it_is_wanted()
    {
        var (ana, ben) = (await UserIdAsync("ana"), await UserIdAsync("ben"));
        await InAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var person = (User)(await users.FindByIdAsync(ana))!;
            person.Properties["UserLocalizationSettings"] = new JsonObject { ["Culture"] = "zh-Hans" };
            await users.UpdateAsync(person);
        });
        using var benBrowser = await SignInAsync("ben");
        using (await benBrowser.SubmitAsync("/Notifications/Ways", "/Notifications/Ways"))
            await InAsync(async services =>
            {
                var messenger = services.GetRequiredService<IMessenger>();
                Assert.Equal(2, await messenger.TellAsync(Kind, ana, Kind.Sample()));
                Assert.Equal(1, await messenger.TellAsync(Kind, ben, Kind.Sample()));
                Assert.Equal(0, await messenger.TellAsync(Kind, "nobody", Kind.Sample()));
            });
        await DeliverAsync();
        Assert.Contains("账户", MailSites.Parse(Assert.Single(_server.Received)).Subject, StringComparison.Ordinal);
        Assert.Equal(["ana@example.org"], _server.Received[0].To);
        Assert.Contains("Su cuenta", await benBrowser.ReadAsync("/Notifications"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_sees_their_own_notifications_only()
    {
        var ids = new Dictionary<string, string>();
        foreach (var name in new[] { "ana", "ben" })
        {
            var userId = await UserIdAsync(name);
            await InAsync(async services =>
            {
                var user = await services.GetRequiredService<UserManager<IUser>>().FindByIdAsync(userId);
                await services.GetRequiredService<INotificationService>().SendAsync(user!, new NotificationMessage { Subject = "For " + name, Summary = "<b>text</b>" });
                ids[name] = (await services.GetRequiredService<ISession>().QueryIndex<NotificationIndex>(row => row.UserId == userId).FirstOrDefaultAsync())!.NotificationId!;
            });
        }

        using var ana = await SignInAsync("ana");
        var page = await ana.ReadAsync("/Notifications");
        Assert.Contains("For ana", page, StringComparison.Ordinal);
        Assert.DoesNotContain("For ben", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;text", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"ps-dot\" aria-hidden=\"true\">1<", await ana.ReadAsync("/"), StringComparison.Ordinal);

        foreach (var what in new[] { "Read", "Delete" })
        {
            using var other = await ana.SubmitAsync("/Notifications", $"/Notifications/{ids["ben"]}/{what}");
            Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        }

        using (await ana.SubmitAsync("/Notifications", $"/Notifications/{ids["ana"]}/Read"))
            Assert.DoesNotContain("<span class=\"ps-dot\" aria-hidden=\"true\">1<", await ana.ReadAsync("/Notifications"), StringComparison.Ordinal);
        Assert.DoesNotContain("For ana", await ana.ReadAsync("/Notifications?unread=true"), StringComparison.Ordinal);
        using var ben = await SignInAsync("ben");
        Assert.Contains("<span class=\"ps-dot\" aria-hidden=\"true\">1<", await ben.ReadAsync("/Notifications"), StringComparison.Ordinal);
        using var nobody = _sites.Browser("http://alba.localhost");
        using var refused = await nobody.GetAsync("/Notifications");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
    }

    [Theory]
    [InlineData("/Admin/Mail/Outgoing")]
    [InlineData("/Admin/Mail/Server")]
    [InlineData("/Admin/Messages")]
    public async Task The_pages_are_the_managers(string path)
    {
        using var marta = await SignInAsync("marta");
        using var seen = await marta.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        using var ana = await SignInAsync("ana");
        using var refused = await ana.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task The_mail_server_is_set_on_its_page_and_its_password_never_leaves_again()
    {
        using var marta = await SignInAsync("marta");
        (string, string)[] fields =
        [
            ("IsEnabled", "true"), ("Sender", "office@alba.example"), ("Host", "127.0.0.1"), ("Port", _server.Port.ToString()), ("Encryption", "StartTls"), ("UserName", "alba"),
            ("Password", "geheim-4711"), ("PerMinute", "30"), ("GiveUpAfterHours", "48"), ("KeepDays", "30"), ("Fingerprint", _server.Fingerprint),
        ];
        using (var saved = await marta.SubmitAsync("/Admin/Mail/Server", "/Admin/Mail/Server", fields))
            Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        _server.Account = ("alba", "geheim-4711");
        using (await marta.SubmitAsync("/Admin/Mail/Server", "/Admin/Mail/Server/Test", ("to", "marta@example.org")))
            Assert.Equal("alba", Assert.Single(_server.Received).User);
        Assert.DoesNotContain("geheim-4711", await marta.ReadAsync("/Admin/Mail/Server"), StringComparison.Ordinal);
        await InAsync(async services => Assert.DoesNotContain("geheim", (await services.GetRequiredService<ISiteService>().GetSettingsAsync<SmtpSettings>()).Password!, StringComparison.Ordinal));

        using var wrong = await marta.SubmitAsync("/Admin/Mail/Server", "/Admin/Mail/Server", [.. fields.Where(field => field.Item1 is not ("Encryption" or "Port" or "Sender")), ("Encryption", "None"), ("Port", "70000"), ("Sender", "a@b\r\nc")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await wrong.Content.ReadAsStringAsync();
        Assert.All(new[] { "Encryption-error", "Port-error", "Sender-error" }, id => Assert.Contains(id, page, StringComparison.Ordinal));
        Assert.DoesNotContain("geheim-4711", page, StringComparison.Ordinal);
    }

    private Task InAsync(Func<IServiceProvider, Task> work) => _sites.InAsync("alba", work);

    private async Task<MessageText> WriteAsync(string language)
    {
        MessageText? text = null;
        await InAsync(async services => text = await services.GetRequiredService<IMessenger>().WriteAsync(Kind, language, Kind.Sample()));
        return text!;
    }

    private Task DeliverAsync() => InAsync(services => services.GetRequiredService<Outbox>().RunAsync(_sites.Time.GetUtcNow().UtcDateTime, CancellationToken.None));

    private async Task<string> OnlyMailAsync()
    {
        var id = "";
        await InAsync(async services => id = (await services.GetRequiredService<ISession>().QueryIndex<OutgoingMailIndex>().FirstOrDefaultAsync())!.MailId);
        return id;
    }

    private async Task<string> UserIdAsync(string name)
    {
        var id = "";
        await InAsync(async services => id = ((User)(await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(name))!).UserId);
        return id;
    }

    private async Task<TestBrowser> SignInAsync(string name)
    {
        var browser = _sites.Browser("http://alba.localhost");
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }
}
