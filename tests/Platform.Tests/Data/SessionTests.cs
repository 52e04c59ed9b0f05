using System.Data.Common;
using YesSql;

namespace Platform.Tests.Data;

public sealed class SessionTests : StoreTest
{
    [Fact]
    public async Task A_document_comes_back_as_it_was_saved()
    {
        var flat = new Flat
        {
            Door = "3.º B",
            Street = "Calle Mayor",
            Note = "vistas",
            Floor = -1,
            Meter = 9_000_000_000,
            Area = 71.5,
            Rent = 1250.505m,
            Deposit = -0.1m,
            IsLet = true,
            IsFurnished = false,
            Kind = FlatKind.Attic,
            BuiltUtc = new(1999, 12, 31, 23, 59, 59, 123, DateTimeKind.Utc),
            SeenAt = new(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(2)),
            AvailableOn = new(2026, 12, 1),
            QuietFrom = new(22, 30),
            Notice = TimeSpan.FromDays(30),
            Key = Guid.Parse("6F9619FF-8B86-D011-B42D-00CF4FC964FF"),
            Tags = ["lift", "terrace"],
        };
        await SaveAsync(flat);

        await using var session = Store.CreateSession();
        var read = await session.GetAsync<Flat>(flat.Id);
        var row = await session.QueryIndex<FlatIndex>().FirstOrDefaultAsync();

        Assert.Equivalent(flat, read, strict: true);
        Assert.NotNull(row);
        Assert.Equal(flat.Id, row.DocumentId);
        Assert.Equal(
            (flat.Door, flat.Note, flat.Floor, flat.Meter, flat.Area, flat.Rent, flat.Deposit, flat.IsLet, flat.IsFurnished, flat.Kind),
            (row.Door, row.Note, row.Floor, row.Meter, row.Area, row.Rent, row.Deposit, row.IsLet, row.IsFurnished, row.Kind));
        Assert.Equal(
            (flat.BuiltUtc, flat.SoldUtc, flat.SeenAt, flat.AvailableOn, flat.QuietFrom, flat.Notice, flat.Key),
            (row.BuiltUtc, row.SoldUtc, row.SeenAt, row.AvailableOn, row.QuietFrom, row.Notice, row.Key));
        Assert.Equal(DateTimeKind.Utc, row.BuiltUtc.Kind);
    }

    [Fact]
    public async Task One_document_is_one_object_in_a_session()
    {
        var flat = new Flat { Door = "1A" };
        await SaveAsync(flat);

        await using var session = Store.CreateSession();
        var byId = await session.GetAsync<Flat>(flat.Id);
        var byQuery = await session.Query<Flat, FlatIndex>(row => row.Door == "1A").FirstOrDefaultAsync();
        var byType = (await session.Query<Flat>().ListAsync()).Single();

        Assert.NotNull(byId);
        Assert.NotSame(flat, byId);
        Assert.Same(byId, byQuery);
        Assert.Same(byId, byType);
    }

    [Fact]
    public async Task A_session_reads_what_it_has_written_and_others_read_it_after_the_commit()
    {
        await using var writer = Store.CreateSession();
        await using var other = Store.CreateSession();
        var flat = new Flat { Door = "1A" };

        await writer.SaveAsync(flat);
        Assert.True(flat.Id > 0);
        Assert.Same(flat, await writer.Query<Flat, FlatIndex>(row => row.Door == "1A").FirstOrDefaultAsync());
        Assert.Same(flat, await writer.GetAsync<Flat>(flat.Id));
        Assert.Equal(0, await other.Query<Flat>().CountAsync());

        flat.Door = "1B";
        await writer.SaveAsync(flat);
        Assert.Equal(0, await writer.Query<Flat, FlatIndex>(row => row.Door == "1A").CountAsync());

        await writer.SaveChangesAsync();
        Assert.Equal("1B", (await other.QueryIndex<FlatIndex>().FirstOrDefaultAsync())?.Door);
    }

    [Fact]
    public async Task A_session_goes_on_after_its_commit_with_the_same_objects()
    {
        await using var session = Store.CreateSession();
        var flat = new Flat { Door = "1A" };
        await session.SaveAsync(flat);
        await session.SaveChangesAsync();

        Assert.Same(flat, await session.GetAsync<Flat>(flat.Id));
        flat.Door = "1B";
        await session.SaveAsync(flat);
        await session.SaveChangesAsync();

        Assert.Equal(1, await session.Query<Flat, FlatIndex>(row => row.Door == "1B").CountAsync());
        Assert.Equal(2, await ScalarAsync("select Version from Document"));
    }

    [Fact]
    public async Task Reading_begins_no_transaction_and_saving_unchanged_writes_nothing()
    {
        var flat = new Flat { Door = "1A" };
        await SaveAsync(flat);

        await using var session = Store.CreateSession();
        var read = await session.GetAsync<Flat>(flat.Id);
        Assert.Null(session.CurrentTransaction);

        await session.SaveAsync(read!);
        await session.FlushAsync();

        Assert.Null(session.CurrentTransaction);
        Assert.Equal(1, await ScalarAsync("select Version from Document"));
    }

    [Fact]
    public async Task A_deleted_document_leaves_no_row_behind()
    {
        var flat = new Flat { Door = "1A", Street = "Mayor", Tags = ["lift"], UniqueKey = "key" };
        await SaveAsync(flat);

        await using (var session = Store.CreateSession())
        {
            session.Delete((await session.GetAsync<Flat>(flat.Id))!);
            Assert.Null(await session.GetAsync<Flat>(flat.Id));
            Assert.Equal(0, await session.Query<Flat>().CountAsync());
            await session.SaveChangesAsync();
        }

        foreach (var table in (string[])["Document", "FlatIndex", "FlatTagIndex", "FlatKeyIndex", "StreetIndex", "StreetIndex_Document"])
            Assert.Equal(0, await ScalarAsync($"select count(*) from {table}"));
    }

    [Fact]
    public async Task A_document_saved_and_deleted_before_it_was_written_never_was()
    {
        await using var session = Store.CreateSession();
        var flat = new Flat();
        await session.SaveAsync(flat);
        session.Delete(flat);
        await session.SaveChangesAsync();

        Assert.Equal(0, await ScalarAsync("select count(*) from Document"));
    }

    [Fact]
    public async Task An_exception_rolls_everything_back_and_a_later_commit_writes_nothing()
    {
        await using var session = Store.CreateSession();
        var kept = new Flat { Door = "1A" };
        await session.SaveAsync(kept);
        await session.FlushAsync();

        session.Import(new Flat { Door = "none" }, 4711, 1);
        var missing = new Flat { Id = 4712 };
        await session.SaveAsync(missing);
        await Assert.ThrowsAsync<ConcurrencyException>(session.FlushAsync);

        Assert.Equal(0, kept.Id);
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.SaveAsync(new Flat()));
        await session.SaveChangesAsync();
        Assert.Equal(0, await ScalarAsync("select count(*) from Document"));

        await session.ResetAsync();
        await session.SaveAsync(kept);
        await session.SaveChangesAsync();
        Assert.Equal(1, await ScalarAsync("select count(*) from Document"));
    }

    [Fact]
    public async Task A_cancelled_session_commits_nothing()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Flat());
        await session.FlushAsync();
        await session.CancelAsync();
        await session.SaveAsync(new Flat());
        await session.SaveChangesAsync();

        Assert.Equal(0, await ScalarAsync("select count(*) from Document"));
    }

    [Fact]
    public async Task A_session_that_ends_without_commit_leaves_nothing_and_lets_the_next_writer_in()
    {
        await using (var session = Store.CreateSession())
        {
            await session.SaveAsync(new Flat());
            await session.FlushAsync();
        }

        await SaveAsync(new Flat());
        Assert.Equal(1, await ScalarAsync("select count(*) from Document"));
    }

    [Fact]
    public async Task Ids_are_one_sequence_over_all_types_and_never_given_twice()
    {
        var documents = Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? new Flat() : (object)new Plain()).ToArray();
        await SaveAsync(documents[..100]);
        using (var second = await Database.OpenStoreAsync())
        {
            await using var session = second.CreateSession();
            foreach (var document in documents[100..])
                await session.SaveAsync(document is Flat ? new Plain() : document);
            await session.SaveChangesAsync();
        }

        Assert.Equal(200, await ScalarAsync("select count(distinct Id) from Document"));
    }

    [Fact]
    public async Task Ids_taken_inside_a_transaction_vanish_with_it()
    {
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Flat());
        await session.FlushAsync();
        for (var i = 0; i < 300; i++)
            await session.SaveAsync(new Flat());
        await session.CancelAsync();

        await SaveAsync([.. Enumerable.Range(0, 300).Select(_ => new Flat())]);
        Assert.Equal(300, await ScalarAsync("select count(distinct Id) from Document"));
    }

    [Fact]
    public async Task Documents_are_stored_under_the_name_of_their_type()
    {
        await SaveAsync(new Flat());

        await using var session = Store.CreateSession();
        await using var command = (await session.CreateConnectionAsync()).CreateCommand();
        command.CommandText = "select Type from Document";
        Assert.Equal("Platform.Tests.Data.Flat, Platform.Tests", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.IsType<Flat>((await session.Query().Any().ListAsync()).Single());
    }

    [Fact]
    public async Task Documents_come_in_the_order_of_the_ids_asked_for()
    {
        var flats = Enumerable.Range(0, 5).Select(i => new Flat { Floor = i }).ToArray();
        await SaveAsync(flats);

        await using var session = Store.CreateSession();
        var read = await session.GetAsync<Flat>([flats[3].Id, 999_999, flats[0].Id, flats[4].Id]);

        Assert.Equal([3, 0, 4], read.Select(flat => flat.Floor));
    }

    [Fact]
    public async Task A_unit_of_work_handed_from_session_to_session_is_committed_by_its_owner()
    {
        await using (var unit = Store.BeginUnitOfWork())
        {
            for (var step = 0; step < 3; step++)
            {
                await using var session = Store.CreateSession(unit);
                Assert.Equal(step, await session.Query<Flat>().CountAsync());
                await session.SaveAsync(new Flat());
                await session.SaveChangesAsync();
            }

            Assert.Equal(0, await ScalarAsync("select count(*) from Document"));
            await unit.CommitAsync();
        }

        Assert.Equal(3, await ScalarAsync("select count(*) from Document"));
    }

    [Fact]
    public async Task A_unit_of_work_with_a_failed_step_cannot_be_committed()
    {
        await using var unit = Store.BeginUnitOfWork();
        await using (var first = Store.CreateSession(unit))
        {
            await first.SaveAsync(new Flat { UniqueKey = "one" });
            await first.SaveChangesAsync();
        }

        await using var second = Store.CreateSession(unit);
        await second.SaveAsync(new Flat { UniqueKey = "one" });
        await Assert.ThrowsAnyAsync<DbException>(second.SaveChangesAsync);

        await Assert.ThrowsAsync<InvalidOperationException>(unit.CommitAsync);
        Assert.Equal(0, await ScalarAsync("select count(*) from Document"));
    }

    [Fact]
    public async Task A_collection_has_tables_and_ids_of_its_own()
    {
        await Store.InitializeCollectionAsync("Archive");
        await using var session = Store.CreateSession();
        await session.SaveAsync(new Plain { Text = "here" });
        await session.SaveAsync(new Plain { Text = "there" }, collection: "Archive");
        await session.SaveChangesAsync();

        Assert.Equal("there", (await session.Query<Plain>("Archive").FirstOrDefaultAsync())?.Text);
        Assert.Equal(1, await session.Query<Plain>().CountAsync());
    }

    public sealed class Plain
    {
        public string Text { get; set; } = "";
    }
}
