using System.Diagnostics;
using YesSql;

namespace Platform.Tests.Data;

public sealed class ContentionTests(ITestOutputHelper output) : StoreTest
{
    [Fact]
    public async Task T3_every_connection_is_durable_private_and_patient()
    {
        await using var session = Store.CreateSession();
        var connection = await session.CreateConnectionAsync();
        async Task<string> Pragma(string name)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "pragma " + name;
            return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
        }

        Assert.Equal("wal", await Pragma("journal_mode"));
        Assert.Equal("2", await Pragma("synchronous"));
        Assert.Equal("1", await Pragma("foreign_keys"));
        Assert.True(int.Parse(await Pragma("busy_timeout"), System.Globalization.CultureInfo.InvariantCulture) >= 5000);
        Assert.Contains("Cache=Private", connection.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T3_a_session_that_has_read_writes_whatever_others_committed_in_between()
    {
        await SaveAsync(new Flat { Door = "read" });
        await using var session = Store.CreateSession();
        await session.Query<Flat>().ListAsync();

        await SaveAsync(new Flat { Door = "between" });
        await session.SaveAsync(new Flat { Door = "mine" });
        await session.SaveChangesAsync();

        Assert.Equal(3, await ScalarAsync("select count(*) from Document"));
    }

    [Fact]
    public async Task T3_a_writer_waits_for_another_process()
    {
        // A connection beside the store's gate is what another process would be.
        await using var elsewhere = Store.Configuration.ConnectionFactory.CreateConnection();
        await elsewhere.OpenAsync(TestContext.Current.CancellationToken);
        var transaction = await elsewhere.BeginTransactionAsync(TestContext.Current.CancellationToken);

        var writing = Task.Run(() => SaveAsync(new Flat { Door = "patient" }), TestContext.Current.CancellationToken);
        await using (var session = Store.CreateSession())
        {
            for (var i = 0; i < 50; i++)
                Assert.Equal(0, await session.Query<Flat>().CountAsync());
        }

        Assert.False(writing.IsCompleted);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await transaction.DisposeAsync();
        await writing;
        Assert.Equal(1, await ScalarAsync("select count(*) from Document"));
    }

    [Fact]
    public async Task T3_many_writers_and_readers_get_on_without_an_error()
    {
        const int Writers = 32;
        const int Writes = 10;
        using var second = await Database.OpenStoreAsync();
        second.RegisterIndexes([new FlatIndexes(), new FlatTagIndexes(), new FlatKeyIndexes(), new StreetIndexes()]);
        var slowest = TimeSpan.Zero;
        var done = 0;
        var total = Stopwatch.StartNew();

        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Writes; i++)
            {
                var watch = Stopwatch.StartNew();
                await using var session = (writer % 8 == 0 ? second : Store).CreateSession();
                await session.SaveAsync(new Flat { Door = $"{writer}/{i}", Street = "Mayor", Tags = ["a", "b"] });
                await session.SaveChangesAsync();
                lock (output)
                    slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            }

            Interlocked.Increment(ref done);
        }));
        var readers = Enumerable.Range(0, 6).Select(reader => Task.Run(async () =>
        {
            while (Volatile.Read(ref done) < Writers)
            {
                await using var session = Store.CreateSession();
                var streets = await session.QueryIndex<StreetIndex>().ListAsync();
                var flats = await session.Query<Flat, FlatIndex>(x => x.Door.StartsWith("1/")).ListAsync();
                Assert.True(streets.Count() <= 1 && flats.Count() <= Writes);
                await Task.Yield();
            }
        }));

        await Task.WhenAll(writers.Concat(readers));

        Assert.Equal(Writers * Writes, await ScalarAsync("select count(*) from Document"));
        Assert.Equal(Writers * Writes, await ScalarAsync("select [Count] from StreetIndex"));
        output.WriteLine($"{Writers * Writes / total.Elapsed.TotalSeconds:0} commits per second, slowest {slowest.TotalMilliseconds:0} ms");
    }
}
