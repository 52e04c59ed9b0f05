using System.Data.Common;
using YesSql;

namespace Platform.Tests.Data;

public sealed class IndexRowTests : StoreTest
{
    [Fact]
    public async Task Rows_that_stay_equal_stay_untouched()
    {
        var flat = new Flat { Door = "1A", Note = "old", Tags = ["a", "b", "c"] };
        await SaveAsync(flat);
        var before = await TagsAsync();
        var row = await ScalarAsync("select Id from FlatIndex");

        await UpdateAsync(flat.Id, stored =>
        {
            stored.Note = "new";
            stored.Tags = ["c", "d", "a"];
        });
        var after = await TagsAsync();

        Assert.Equal(["a", "c", "d"], after.Keys.Order());
        Assert.Equal(before["a"], after["a"]);
        Assert.Equal(before["c"], after["c"]);
        Assert.Equal(row, await ScalarAsync("select Id from FlatIndex where Note = 'new'"));
    }

    [Fact]
    public async Task Writing_a_document_does_not_write_rows_that_did_not_change()
    {
        var flat = new Flat { Door = "1A", Street = "Mayor", Tags = ["a"], UniqueKey = "k" };
        await SaveAsync(flat);
        await ChangeSchemaAsync(async schema =>
        {
            foreach (var table in (string[])["FlatIndex", "FlatTagIndex", "FlatKeyIndex", "StreetIndex", "StreetIndex_Document"])
            {
                await using var command = schema.Connection.CreateCommand();
                command.Transaction = schema.Transaction;
                command.CommandText = $"create trigger untouched_{table} before update on {table} begin select raise(abort, 'touched'); end;"
                    + $"create trigger undeleted_{table} before delete on {table} begin select raise(abort, 'deleted'); end;"
                    + $"create trigger uninserted_{table} before insert on {table} begin select raise(abort, 'inserted'); end;";
                await command.ExecuteNonQueryAsync();
            }
        });

        await UpdateAsync(flat.Id, stored => stored.Remark = "in no index");
        Assert.Equal(2, await ScalarAsync("select Version from Document"));

        await Assert.ThrowsAnyAsync<DbException>(() => UpdateAsync(flat.Id, stored => stored.Note = "seen"));
    }

    [Fact]
    public async Task A_condition_takes_rows_away_again()
    {
        var flat = new Flat { Door = "1A", UniqueKey = "k" };
        await SaveAsync(flat);
        await UpdateAsync(flat.Id, stored => stored.Door = "unlisted");

        Assert.Equal(0, await ScalarAsync("select count(*) from FlatKeyIndex"));
    }

    [Fact]
    public async Task A_unique_key_is_refused_as_the_database_says_it_and_nothing_is_kept()
    {
        await SaveAsync(new Flat { UniqueKey = "lease-1" }, new Flat { UniqueKey = null }, new Flat { UniqueKey = null });

        await using var session = Store.CreateSession();
        await session.SaveAsync(new Flat { Door = "other" });
        await session.SaveAsync(new Flat { UniqueKey = "lease-1" });
        var exception = await Assert.ThrowsAnyAsync<DbException>(session.SaveChangesAsync);

        Assert.Contains("UniqueKey", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, await ScalarAsync("select count(*) from Document"));
    }

    [Fact]
    public async Task A_key_given_up_by_one_document_can_be_taken_by_another_in_the_same_commit()
    {
        var old = new Flat { Door = "old", UniqueKey = "lease" };
        await SaveAsync(old);

        await using var session = Store.CreateSession();
        await session.SaveAsync(new Flat { Door = "new", UniqueKey = "lease" });
        var ended = (await session.GetAsync<Flat>(old.Id))!;
        ended.UniqueKey = null;
        await session.SaveAsync(ended);
        await session.SaveChangesAsync();

        Assert.Equal("new", (await session.Query<Flat, FlatKeyIndex>(x => x.UniqueKey == "lease").ListAsync()).Single().Door);
    }

    [Fact]
    public async Task Exactly_one_of_a_hundred_rivals_gets_the_last_space()
    {
        var winners = 0;
        var losers = 0;
        await Parallel.ForAsync(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) =>
        {
            try
            {
                await SaveAsync(new Flat { UniqueKey = "space 12" });
                Interlocked.Increment(ref winners);
            }
            catch (DbException exception) when (exception.Message.Contains("UniqueKey", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref losers);
            }
        });

        Assert.Equal((1, 99), (winners, losers));
        Assert.Equal(1, await ScalarAsync("select count(*) from Document"));
        Assert.Equal(1, await ScalarAsync("select count(*) from FlatKeyIndex"));
    }

    [Fact]
    public async Task A_reduced_row_counts_the_documents_of_its_key()
    {
        var first = new Flat { Door = "1", Street = "Mayor" };
        await SaveAsync(first, new Flat { Door = "2", Street = "Mayor" }, new Flat { Door = "3", Street = "Sol" }, new Flat { Door = "4" });
        Assert.Equal(["Mayor 2", "Sol 1"], await StreetsAsync());

        await UpdateAsync(first.Id, flat => flat.Street = "Sol");
        Assert.Equal(["Mayor 1", "Sol 2"], await StreetsAsync());

        await UpdateAsync(first.Id, flat => flat.Note = "no move");
        Assert.Equal(["Mayor 1", "Sol 2"], await StreetsAsync());

        await using (var session = Store.CreateSession())
        {
            Assert.Equal(["1", "3"], (await session.Query<Flat, StreetIndex>(x => x.Street == "Sol").ListAsync()).Select(flat => flat.Door).Order());
            Assert.Equal(3, await session.Query<Flat, StreetIndex>().CountAsync());
            session.Delete((await session.Query<Flat, StreetIndex>(x => x.Street == "Mayor").FirstOrDefaultAsync())!);
            await session.SaveChangesAsync();
        }

        Assert.Equal(["Sol 2"], await StreetsAsync());
        Assert.Equal(2, await ScalarAsync("select count(*) from StreetIndex_Document"));
    }

    private async Task<string[]> StreetsAsync()
    {
        await using var session = Store.CreateSession();
        return [.. (await session.QueryIndex<StreetIndex>().OrderBy(x => x.Street).ListAsync()).Select(row => $"{row.Street} {row.Count}")];
    }

    private async Task<Dictionary<string, long>> TagsAsync()
    {
        await using var session = Store.CreateSession();
        return (await session.QueryIndex<FlatTagIndex>().ListAsync()).ToDictionary(row => row.Tag, row => row.Id);
    }

    private async Task UpdateAsync(long id, Action<Flat> change)
    {
        await using var session = Store.CreateSession();
        var flat = (await session.GetAsync<Flat>(id))!;
        change(flat);
        await session.SaveAsync(flat);
        await session.SaveChangesAsync();
    }
}
