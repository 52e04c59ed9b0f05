using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using PropertySuite.Running;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Durability;

/// <summary>
/// T35: a thousand jobs that are due at once, worked off by two servers on the same data, one of which is killed in the middle. Each job brings one
/// person; a job done twice would refuse (its phone is there already) or double the person, a lost one would leave it out. One round instead of the
/// five of the figures: a round starts three servers, and takes long enough.
/// </summary>
public sealed class ThousandJobsTests : IDisposable
{
    private const int Jobs = 1000;

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task T35_a_thousand_due_jobs_on_two_servers_of_which_one_is_killed_are_done_once_each()
    {
        await using (await Server.StartAsync(Data))
        {
            // It sets the communities up, and is ended at once.
        }

        await OrderAsync();
        var servers = await Task.WhenAll(Server.StartAsync(Data), Server.StartAsync(Data));
        try
        {
            // Both are at work, and the one that dies is in the middle of something.
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var victim = servers[0];
            await Waiting.UntilAsync(
                () =>
                {
                    var now = Owners();
                    seen.UnionWith(now);
                    return Task.FromResult(seen.Select(owner => owner.Split((char)124)[1]).Distinct().Count() == 2 && Count("Done") > Jobs / 10 && now.Any(owner => owner.Contains($"|{victim.ProcessId}|", StringComparison.Ordinal)));
                },
                () => $"The servers do not both begin: {string.Join(", ", seen)}. {Counts()}");
            await victim.KillAsync();
            var (left, held) = (Jobs - Count("Done"), Owners().Count(owner => owner.Contains($"|{victim.ProcessId}|", StringComparison.Ordinal)));
            Assert.True(left > Jobs / 10, $"The kill came too late to show anything: {left} jobs were left.");
            TestContext.Current.TestOutputHelper?.WriteLine($"{left} jobs were left; the killed server held {held}.");

            await Waiting.UntilAsync(() => Task.FromResult(Count("Waiting") + Count("Running") == 0), () => $"Not all is done. {Counts()}", TimeSpan.FromMinutes(3));
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }

        Assert.Equal(Jobs, Count("Done"));
        Assert.Equal((Jobs, Jobs), (Number("SELECT COUNT(*) FROM ContentItemIndex WHERE ContentType = 'Person' AND Latest = 1 AND DisplayText LIKE '%Importada%'"), Number("SELECT COUNT(DISTINCT DisplayText) FROM ContentItemIndex WHERE ContentType = 'Person' AND Latest = 1 AND DisplayText LIKE '%Importada%'")));
        Assert.Equal(Jobs, Number("SELECT COUNT(*) FROM ImportRunIndex WHERE ListId = 'people'"));
        Assert.Equal(0, Number("SELECT COUNT(*) FROM ImportDraftIndex"));
    }

    /// <summary>All at once, as at the beginning of a month.</summary>
    private async Task OrderAsync()
    {
        await using var sites = await TestSites.StartAsync(Data);
        await sites.InAsync("alba", async services =>
        {
            var (session, book) = (services.GetRequiredService<ISession>(), services.GetRequiredService<JobBook>());
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            for (var number = 0; number < Jobs; number++)
            {
                var draft = new ImportDraft
                {
                    DraftId = string.Create(CultureInfo.InvariantCulture, $"draft{number:0000}"),
                    ListId = "people",
                    FileName = "one.csv",
                    File = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Given names;Family names;Phone\nZoe;Importada {number:0000};611 {number / 100:000} {number % 100:000}\n")),
                    AtUtc = now,
                    ByUserId = "clock",
                    IsOrdered = true,
                };
                await session.SaveAsync(draft);
                await book.OrderAsync(new JobOrder(ImportWorker.JobKind, draft.FileName) { Data = new ImportTask(draft.DraftId), DueUtc = now });
            }
        });
    }

    private string Counts() => string.Join(", ", Rows("SELECT State || ' ' || COUNT(*) FROM JobIndex GROUP BY State"));

    private int Count(string state) => Number($"SELECT COUNT(*) FROM JobIndex WHERE State = '{state}'");

    private List<string> Owners() => Rows("SELECT json_extract(Content, '$.LeaseOwner') FROM Document WHERE Type LIKE 'PropertySuite.Core.Job,%' AND json_extract(Content, '$.LeaseOwner') IS NOT NULL");

    private int Number(string sql) => int.Parse(Rows(sql)[0], CultureInfo.InvariantCulture);

    private List<string> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "Sites", "alba", "OrchardCore.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // written out in this file
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return rows;
    }
}
