using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PropertySuite.Running;
using Sites.Tests.Hosting;

namespace Sites.Tests.Workflows;

/// <summary>T8: timers that fall due while the server is killed again and again ring once each.</summary>
public sealed partial class TimerKillTests : IDisposable
{
    private const int Kills = 6;
    private const int Runs = 10;
    private const int Timers = 6;
    private const int Finished = 5;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    private string Database => Path.Combine(_folder.Path, "data", "Sites", "alba", "OrchardCore.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task T8_timers_ring_once_each_over_kill_9()
    {
        var moments = new Random(20261123);
        var server = await Server.StartAsync(Path.Combine(_folder.Path, "data"));
        try
        {
            await StartRunsAsync(server);
            for (var kill = 0; kill < Kills; kill++)
            {
                // The timers fall due all the time; the kill comes at any moment of it.
                using var moment = new CancellationTokenSource(moments.Next(500, 4000));
                var reached = new TaskCompletionSource();
                moment.Token.Register(reached.SetResult);
                await reached.Task;
                await server.KillAsync();
                await server.DisposeAsync();
                Assert.Equal("ok", Read("PRAGMA integrity_check").Single());
                AssertNoneTwice();
                server = await Server.StartAsync(Path.Combine(_folder.Path, "data"), port: server.Port);
            }

            await UntilFinishedAsync(server);
        }
        finally
        {
            await server.DisposeAsync();
        }

        var expected = Enumerable.Range(0, Runs).SelectMany(run => Enumerable.Range(0, Timers).Select(timer => Word(run, timer)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), Rung().Order(StringComparer.Ordinal));
    }

    private static async Task StartRunsAsync(Server server)
    {
        var link = await server.LinkAsync("manager");
        using var manager = new TestBrowser(server.Handler(), new Uri($"http://alba.localhost:{server.Port}"));
        using var signedIn = await manager.SubmitAsync(link.PathAndQuery, "/SignInLink", ("token", link.Query.Split('=', 2)[1]));
        Assert.Equal(HttpStatusCode.Found, signedIn.StatusCode);

        const string Address = "/Admin/Workflows/Types/Json";
        using var stored = await manager.SubmitAsync(Address, Address, ("Json", Type().ToJsonString()));
        Assert.True(stored.StatusCode == HttpStatusCode.Found, await stored.Content.ReadAsStringAsync());
        var page = await manager.ReadAsync(stored.Headers.Location!.ToString());
        var call = Invoke().Match(page).Value;
        Assert.NotEmpty(call);
        for (var run = 0; run < Runs; run++)
        {
            using var started = await manager.PostAsync(call, ("run", run.ToString(CultureInfo.InvariantCulture)));
            Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        }
    }

    private static JsonObject Type()
    {
        var type = new TypeText("kill").Start("e", "HttpRequestEvent", new { HttpMethod = "POST" })
            .Then("f", "ForkTask", new { Forks = Enumerable.Range(0, Timers).Select(timer => $"B{timer}").ToArray() });
        type.Arrows("e:Done>f");
        for (var timer = 0; timer < Timers; timer++)
        {
            type.Then($"t{timer}", "TimerEvent", new { Interval = string.Create(CultureInfo.InvariantCulture, $"PT{1 + (timer * 7)}S") });
            type.Then($"n{timer}", "NotifyUserTask", new
            {
                UserNames = TypeText.Expression("manager"),
                Subject = TypeText.Expression("ring {{ Workflow.Input.Request.Form.run }}-" + timer),
                TextBody = TypeText.Expression("ring"),
            });
            type.Arrows($"f:B{timer}>t{timer}", $"t{timer}:Done>n{timer}");
        }

        return type.Json();
    }

    private async Task UntilFinishedAsync(Server server)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (Read($"SELECT COUNT(*) FROM WorkflowIndex WHERE Status = {Finished}").Single() != Runs.ToString(CultureInfo.InvariantCulture))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < s_patience, $"{string.Join(", ", Rung())}{Environment.NewLine}{string.Join(", ", Read("SELECT DueUtc FROM WorkflowTimerIndex"))}{Environment.NewLine}{server.Output}");
            await pulse.WaitForNextTickAsync();
        }
    }

    private void AssertNoneTwice()
    {
        var rung = Rung();
        Assert.Equal(rung.Count, rung.Distinct().Count());
    }

    private List<string> Rung() =>
        [.. Read("SELECT json_extract(Content, '$.Subject') FROM Document WHERE Type LIKE 'OrchardCore.Notifications.Notification,%'").Where(subject => subject.StartsWith("ring ", StringComparison.Ordinal))];

    private List<string> Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // written out in this file
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }

    private static string Word(int run, int timer) => string.Create(CultureInfo.InvariantCulture, $"ring {run}-{timer}");

    [GeneratedRegex("/workflows/invoke/[A-Za-z0-9_-]+")]
    private static partial Regex Invoke();
}
