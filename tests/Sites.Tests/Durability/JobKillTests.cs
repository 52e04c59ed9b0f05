using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using PropertySuite.Running;
using Sites.Tests.Hosting;

namespace Sites.Tests.Durability;

/// <summary>T35: a job that the server was killed over again and again is done in the end, once.</summary>
public sealed class JobKillTests : IDisposable
{
    private const int People = 1200;

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task T35_an_import_survives_kill_9_and_brings_each_record_once()
    {
        var server = await Server.StartAsync(Data);
        try
        {
            var manager = await SignInAsync(server);
            var progress = await OrderAsync(manager);
            var interrupted = 0;
            foreach (var patience in (int[])[0, 150, 600])
            {
                await Waiting.UntilAsync(() => Task.FromResult(State() != "Waiting"), "Nobody begins with the import.");
                await Task.Delay(patience, TestContext.Current.CancellationToken);
                await server.KillAsync();
                interrupted += State() == "Running" ? 1 : 0;
                Assert.True(Count() is 0 or People, $"{Count()} of {People} people are there: half an import.");
                await server.DisposeAsync();
                server = await Server.StartAsync(Data, port: server.Port);
            }

            Assert.True(interrupted > 0, "The import was never cut short: the test kills too late to show anything.");
            await Waiting.UntilAsync(() => Task.FromResult(State() == "Done"), () => $"The import is {State()}.");
            Assert.Equal(People, Count());
            using var shown = await manager.GetAsync(progress);
            Assert.NotEqual(HttpStatusCode.NotFound, shown.StatusCode);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<TestBrowser> SignInAsync(Server server)
    {
        var link = await server.LinkAsync("manager");
        var browser = new TestBrowser(server.Handler(), new Uri($"http://alba.localhost:{server.Port}"));
        using var answer = await browser.SubmitAsync(link.PathAndQuery, "/SignInLink", ("token", link.Query.Split('=', 2)[1]));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    /// <summary>Uploads a list that is too long to be read in while somebody waits.</summary>
    private static async Task<string> OrderAsync(TestBrowser manager)
    {
        const string Page = "/Admin/Imports/List/people";
        var rows = string.Concat(Enumerable.Range(1, People).Select(number => string.Create(CultureInfo.InvariantCulture, $"Zoe;Importada {number:0000};600 {number / 100:000} {number % 100:000}\n")));
        using var content = new MultipartFormDataContent();
        using var token = new StringContent(TestBrowser.TokenOf(await manager.ReadAsync(Page)));
        using var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes("Given names;Family names;Phone\n" + rows));
        content.Add(token, "__RequestVerificationToken");
        content.Add(bytes, "file", "people.csv");
        using var uploaded = await manager.SendAsync(new HttpRequestMessage(HttpMethod.Post, Page) { Content = content });
        Assert.True(uploaded.StatusCode == HttpStatusCode.Found, await uploaded.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var check = uploaded.Headers.Location!.OriginalString;
        using var ordered = await manager.SubmitAsync(check, check + "/Run");
        Assert.Equal(HttpStatusCode.Found, ordered.StatusCode);
        return ordered.Headers.Location!.OriginalString;
    }

    private string State() => Read("SELECT State FROM JobIndex WHERE Kind = 'import'") as string ?? "not there";

    private int Count() => Convert.ToInt32(Read("SELECT COUNT(*) FROM ContentItemIndex WHERE ContentType = 'Person' AND Published = 1 AND DisplayText LIKE '%Importada%'"), CultureInfo.InvariantCulture);

    private object? Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "Sites", "alba", "OrchardCore.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
