using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using PropertySuite.Running;
using Sites.Tests.Hosting;

namespace Sites.Tests.Durability;

/// <summary>T1: what was acknowledged is there after the server was killed in the middle of its work.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;
    private const int Guards = 3;
    private const int VisitsPerRound = 18;

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task T1_an_acknowledged_check_in_survives_kill_9_twenty_times_out_of_twenty()
    {
        var moments = new Random(20261123);
        var server = await Server.StartAsync(Data);
        var owner = await SignInAsync(server, "owner");
        var guards = await SignInGuardsAsync(server);
        var acknowledged = new ConcurrentBag<string>();
        var interrupted = 0;
        try
        {
            for (var round = 1; round <= Kills; round++)
            {
                var visits = await AnnounceAsync(owner, round);
                var kill = moments.Next(5, 120);
                var work = guards.Select((guard, number) => AdmitAsync(guard, visits.Where((_, at) => at % Guards == number), acknowledged)).ToList();
                using (var moment = new CancellationTokenSource(kill))
                {
                    var reached = new TaskCompletionSource();
                    moment.Token.Register(reached.SetResult);
                    await Task.WhenAny(reached.Task, Task.WhenAll(work));
                }

                await server.KillAsync();
                interrupted += (await Task.WhenAll(work)).Count(whole => !whole);
                await server.DisposeAsync();

                AssertWhole(round, acknowledged);
                server = await Server.StartAsync(Data, port: server.Port);
            }

            Assert.True(interrupted > Kills, $"Only {interrupted} bursts were cut short: the test kills too late to show anything.");
            Assert.NotEmpty(acknowledged);
            var inside = await guards[0].ReadAsync("/Admin/Visits/Gate/" + acknowledged.First());
            Assert.Contains("/Leave\"", inside, StringComparison.Ordinal);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<TestBrowser> SignInAsync(Server server, string role)
    {
        var link = await server.LinkAsync(role);
        var browser = new TestBrowser(server.Handler(), new Uri($"http://alba.localhost:{server.Port}"));
        using var answer = await browser.SubmitAsync(link.PathAndQuery, "/SignInLink", ("token", link.Query.Split('=', 2)[1]));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    private static async Task<IReadOnlyList<TestBrowser>> SignInGuardsAsync(Server server)
    {
        var guards = new List<TestBrowser>();
        for (var number = 0; number < Guards; number++)
        {
            var guard = await SignInAsync(server, "guard");
            using var chosen = await guard.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Place", ("entranceId", "entrancenorth0000000000001"));
            Assert.Equal(HttpStatusCode.Found, chosen.StatusCode);
            guards.Add(guard);
        }

        return guards;
    }

    private static async Task<IReadOnlyList<string>> AnnounceAsync(TestBrowser owner, int round)
    {
        var token = TestBrowser.TokenOf(await owner.ReadAsync("/my/visits/new"));
        var visits = new List<string>();
        for (var number = 0; number < VisitsPerRound; number++)
        {
            using var answer = await owner.PostAsync(
                "/my/visits/new",
                ("Name", string.Create(CultureInfo.InvariantCulture, $"Guest {round}-{number}")), ("UnitId", "albaunitb07c00000000a9c767"),
                ("Day", "today"), ("From", "0:00"), ("Until", "23:59"), ("Persons", "1"), ("Car", "no"), ("__RequestVerificationToken", token));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            visits.Add(answer.Headers.Location!.ToString().Split('/')[^1]);
        }

        return visits;
    }

    /// <summary>Lets guests in until all are in or the server is gone.</summary>
    /// <returns>Whether all are in.</returns>
    private static async Task<bool> AdmitAsync(TestBrowser guard, IEnumerable<string> visits, ConcurrentBag<string> acknowledged)
    {
        try
        {
            var token = TestBrowser.TokenOf(await guard.ReadAsync("/Admin/Visits/Gate"));
            foreach (var visit in visits)
            {
                using var answer = await guard.PostAsync(
                    $"/Admin/Visits/Gate/{visit}/Admit", ("BadgeId", "none"), ("Persons", "1"), ("__RequestVerificationToken", token));
                if (answer.StatusCode != HttpStatusCode.Found)
                {
                    Assert.Fail($"{visit}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                }

                acknowledged.Add(visit);
            }

            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Looks at the file itself, as the killed process left it.</summary>
    private void AssertWhole(int round, IReadOnlyCollection<string> acknowledged)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "Sites", "alba", "OrchardCore.db")};Pooling=False");
        connection.Open();
        Assert.Equal("ok", Read(connection, "PRAGMA integrity_check").Single());

        var inside = Read(connection, "SELECT VisitId FROM VisitIndex WHERE OnSite = 1").ToHashSet(StringComparer.Ordinal);
        var lost = acknowledged.Where(visit => !inside.Contains(visit)).ToList();
        Assert.True(lost.Count == 0, $"Round {round}: {lost.Count} of {acknowledged.Count} acknowledged check-ins are gone.");

        // Announced is one entry, let in a second: a visit that is inside without its entry is half a write, and so is the other way round.
        var twice = Read(connection, "SELECT RecordId FROM HistoryIndex WHERE Kind = 'VIS' GROUP BY RecordId HAVING COUNT(*) = 2").ToHashSet(StringComparer.Ordinal);
        Assert.True(inside.SetEquals(twice), $"Round {round}: {inside.Except(twice).Count()} inside without an entry, {twice.Except(inside).Count()} entries without being inside.");
    }

    private static IEnumerable<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts stand above
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetString(0);
        }
    }
}
