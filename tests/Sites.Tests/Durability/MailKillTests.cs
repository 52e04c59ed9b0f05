using System.Net;
using PropertySuite.Running;
using Sites.Tests.Hosting;

namespace Sites.Tests.Durability;

/// <summary>T40: mail over kills of the server in the worst moment, between the mail server's taking a text and the mark that it was sent.</summary>
public sealed class MailKillTests : IDisposable
{
    private const int Mails = 24;
    private const string Lease = "OrchardCore__OrchardCore_Email__LeaseSeconds";

    private static readonly int[] s_kills = [3, 9, 17];

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public MailKillTests() => Environment.SetEnvironmentVariable(Lease, "3");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Lease, null);
        _folder.Dispose();
    }

    [Fact]
    public async Task T40_no_mail_is_lost_over_kill_9_and_each_kill_doubles_one_at_most()
    {
        await using var mail = MailServer.Start();
        var server = await Server.StartAsync(Data);
        var taken = 0;
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // It delivers before it has said that it is ready, and can be killed after that only.
        var ready = new TaskCompletionSource<Server>(TaskCreationOptions.RunContinuationsAsynchronously);
        ready.SetResult(server);

        // The first mail is kept at the mail server's door until all are asked for, so that mails wait at each kill.
        var allAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        mail.Before = async _ =>
        {
            await allAsked.Task;
            if (s_kills.Contains(Interlocked.Increment(ref taken)))
            {
                await (await ready.Task).KillAsync();
                killed.SetResult();
            }

            return true;
        };
        try
        {
            using (var manager = await SignInAsync(server))
            {
                using var saved = await manager.SubmitAsync(
                    "/Admin/Mail/Server", "/Admin/Mail/Server", ("IsEnabled", "true"), ("Sender", "office@alba.example"), ("Host", "127.0.0.1"), ("Port", mail.Port.ToString()),
                    ("Encryption", "None"), ("PerMinute", "1000"), ("GiveUpAfterHours", "48"), ("KeepDays", "30"));
                Assert.Equal(HttpStatusCode.Found, saved.StatusCode);

                for (var i = 0; i < Mails; i++)
                {
                    using var invited = await manager.SubmitAsync("/Admin/Users/Invite", "/Admin/Users/Invite", ("Email", $"person{i}@example.org"), ("Roles", "Owner"));
                    Assert.Equal(HttpStatusCode.OK, invited.StatusCode);
                }
            }

            allAsked.SetResult();
            foreach (var _ in s_kills)
            {
                await killed.Task.WaitAsync(TimeSpan.FromMinutes(3));
                killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                ready = new TaskCompletionSource<Server>(TaskCreationOptions.RunContinuationsAsynchronously);
                await server.DisposeAsync();
                server = await Server.StartAsync(Data, port: server.Port);
                ready.SetResult(server);
            }

            // The demonstration writes to its own people too; each mail counts, whoever it is for.
            var people = new HashSet<string>();
            while (people.Count < Mails || mail.Received.Count < Letters() + s_kills.Length)
            {
                var to = (await mail.NextAsync(120)).To[0];
                if (to.EndsWith("@example.org", StringComparison.Ordinal)) people.Add(to);
            }

            Assert.Equal(Mails, people.Count);
            var copies = mail.Received.GroupBy(received => received.Header("Message-ID")).Select(group => group.Count()).ToList();
            Assert.Equal(s_kills.Length, copies.Count(count => count == 2));
            Assert.DoesNotContain(copies, count => count > 2);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{taken} taken, {mail.Received.Count} kept.\n{server.Output}", exception);
        }
        finally
        {
            await server.DisposeAsync();
        }

        int Letters() => mail.Received.Select(received => received.Header("Message-ID")).Distinct().Count();
    }

    private static async Task<TestBrowser> SignInAsync(Server server)
    {
        var link = await server.LinkAsync("manager");
        var browser = new TestBrowser(server.Handler(), new Uri($"http://alba.localhost:{server.Port}"));
        using var answer = await browser.SubmitAsync(link.PathAndQuery, "/SignInLink", ("token", link.Query.Split('=', 2)[1]));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }
}
