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
    private const int VisitsPerRound = 12;

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task T1_an_acknowledged_check_in_survives_kill_9_twenty_times_out_of_twenty()
    {
        var moments = new Random(20261123);
        var server = await Server.StartAsync(Data);
        var owner = await SignInAsync(server, "owner");
        var manager = await SignInAsync(server, "manager");
        var guards = await SignInGuardsAsync(server);
        var acknowledged = new ConcurrentBag<Pair>();
        var interrupted = 0;
        try
        {
            for (var round = 1; round <= Kills; round++)
            {
                var pairs = await PrepareAsync(owner, manager, round);
                var moment = new Moment((Moment.Kind)(round % 3), moments.Next(1, VisitsPerRound / 2), moments.Next(5, 120));
                var work = guards.Select((guard, number) => AdmitAsync(guard, pairs.Where((_, at) => at % Guards == number), acknowledged, moment)).ToList();
                await Task.WhenAny(moment.Reached, Task.WhenAll(work));

                await server.KillAsync();
                interrupted += (await Task.WhenAll(work)).Count(whole => !whole);
                await server.DisposeAsync();

                AssertWhole(round, pairs, acknowledged);
                server = await Server.StartAsync(Data, port: server.Port);
                await AssertShownAsync(guards[0], manager, acknowledged.FirstOrDefault(pairs.Contains));
            }

            Assert.True(interrupted > Kills, $"Only {interrupted} bursts were cut short: the test kills too late to show anything.");
            Assert.True(acknowledged.Count > Kills, $"Only {acknowledged.Count} check-ins were acknowledged: the test kills too early to show anything.");
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

    /// <summary>Announces a round's guests and puts a badge into use for each.</summary>
    private async Task<IReadOnlyList<Pair>> PrepareAsync(TestBrowser owner, TestBrowser manager, int round)
    {
        var token = TestBrowser.TokenOf(await owner.ReadAsync("/my/visits/new"));
        var managersToken = TestBrowser.TokenOf(await manager.ReadAsync("/Admin/Visits/Badges"));
        var pairs = new List<(string Visit, string Number)>();
        for (var number = 0; number < VisitsPerRound; number++)
        {
            using var answer = await owner.PostAsync(
                "/my/visits/new",
                ("Name", string.Create(CultureInfo.InvariantCulture, $"Guest {round}-{number}")), ("UnitId", "albaunitb07c00000000a9c767"),
                ("Day", "today"), ("From", "0:00"), ("Until", "23:59"), ("Persons", "1"), ("Car", "no"), ("__RequestVerificationToken", token));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            pairs.Add((answer.Headers.Location!.ToString().Split('/')[^1], string.Create(CultureInfo.InvariantCulture, $"K{round}-{number}")));
            using var badge = await manager.PostAsync("/Admin/Visits/Badges", ("Number", pairs[^1].Number), ("__RequestVerificationToken", managersToken));
            Assert.Equal(HttpStatusCode.Found, badge.StatusCode);
        }

        using var connection = Open();
        var badges = Read(connection, "SELECT Number || ' ' || BadgeId FROM BadgeIndex").Select(row => row.Split(' ')).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        return [.. pairs.Select(pair => new Pair(pair.Visit, badges[pair.Number], pair.Number))];
    }

    /// <summary>Lets guests in until all are in or the server is gone.</summary>
    /// <returns>Whether all are in.</returns>
    private static async Task<bool> AdmitAsync(TestBrowser guard, IEnumerable<Pair> pairs, ConcurrentBag<Pair> acknowledged, Moment moment)
    {
        try
        {
            var token = TestBrowser.TokenOf(await guard.ReadAsync("/Admin/Visits/Gate"));
            foreach (var pair in pairs)
            {
                var asked = guard.PostAsync($"/Admin/Visits/Gate/{pair.Visit}/Admit", ("BadgeId", pair.BadgeId), ("Persons", "1"), ("__RequestVerificationToken", token));
                moment.Sent();
                using var answer = await asked;
                if (answer.StatusCode != HttpStatusCode.Found)
                {
                    Assert.Fail($"{pair.Visit}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                }

                acknowledged.Add(pair);
                moment.Acknowledged();
            }

            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Looks at the file itself, as the killed process left it: visit, badge and history are there together or not at all.</summary>
    private void AssertWhole(int round, IReadOnlyList<Pair> pairs, IReadOnlyCollection<Pair> acknowledged)
    {
        using var connection = Open();
        Assert.Equal("ok", Read(connection, "PRAGMA integrity_check").Single());

        var inside = Read(connection, "SELECT VisitId || ' ' || coalesce(LiveBadgeKey, '') FROM VisitIndex WHERE OnSite = 1").Select(row => row.Split(' ')).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        var lost = acknowledged.Where(pair => !inside.ContainsKey(pair.Visit)).ToList();
        Assert.True(lost.Count == 0, $"Round {round}: {lost.Count} of {acknowledged.Count} acknowledged check-ins are gone.");
        Assert.All(acknowledged.Concat(pairs).Where(pair => inside.ContainsKey(pair.Visit)), pair => Assert.Equal(pair.BadgeId, inside[pair.Visit]));

        // Announced is one entry, let in a second: a visit that is inside without its entry is half a write, and so is the other way round.
        var twice = Read(connection, "SELECT RecordId FROM HistoryIndex WHERE Kind = 'VIS' GROUP BY RecordId HAVING COUNT(*) = 2").ToHashSet(StringComparer.Ordinal);
        Assert.True(twice.SetEquals(inside.Keys), $"Round {round}: {inside.Keys.Except(twice).Count()} inside without an entry, {twice.Except(inside.Keys).Count()} entries without being inside.");

        // The record itself says the same as what it is found by.
        var recorded = Read(connection, "SELECT json_extract(Content, '$.ContentItemId') || ' ' || json_extract(Content, '$.VisitPart.Badge.BadgeId') FROM Document WHERE json_extract(Content, '$.VisitPart.Admission') IS NOT NULL")
            .Select(row => row.Split(' ')).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        Assert.Equal(inside.OrderBy(row => row.Key, StringComparer.Ordinal), recorded.OrderBy(row => row.Key, StringComparer.Ordinal));
    }

    /// <summary>Asks the server that has started again: who was let in is inside, with the badge and the line in the history.</summary>
    private static async Task AssertShownAsync(TestBrowser guard, TestBrowser manager, Pair? pair)
    {
        if (pair is null)
        {
            return;
        }

        Assert.Contains("/Leave\"", await guard.ReadAsync("/Admin/Visits/Gate/" + pair.Visit), StringComparison.Ordinal);
        var record = await manager.ReadAsync("/Admin/Visits/Record/" + pair.Visit);
        Assert.Contains(pair.Number, record, StringComparison.Ordinal);
        Assert.Contains("Puerta Norte", record, StringComparison.Ordinal);
        Assert.Equal(2, record.Split("<time datetime").Length - 1);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "Sites", "alba", "OrchardCore.db")};Pooling=False");
        connection.Open();
        return connection;
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

    private sealed record Pair(string Visit, string BadgeId, string Number);

    /// <summary>When the server is killed: the instant a check-in has been acknowledged, while one is being worked on, or just anywhen.</summary>
    private sealed class Moment
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Kind _kind;
        private int _before;

        public Moment(Kind kind, int before, int milliseconds)
        {
            (_kind, _before) = (kind, before);
            if (kind == Kind.Anywhen)
            {
                _ = Task.Delay(milliseconds).ContinueWith(_ => _reached.TrySetResult(), TaskScheduler.Default);
            }
        }

        public enum Kind
        {
            Anywhen,
            WhenAcknowledged,
            WhileWorkedOn,
        }

        public Task Reached => _reached.Task;

        public void Sent() => Count(Kind.WhileWorkedOn);

        public void Acknowledged() => Count(Kind.WhenAcknowledged);

        private void Count(Kind kind)
        {
            if (_kind == kind && Interlocked.Decrement(ref _before) == 0)
            {
                _reached.TrySetResult();
            }
        }
    }
}
