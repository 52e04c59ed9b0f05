using YesSql;

namespace Platform.Tests.Data;

public sealed class VersionTests : StoreTest
{
    [Fact]
    public async Task Of_two_sessions_that_change_a_document_the_second_loses()
    {
        var flat = new Flat { Note = "as it was" };
        await SaveAsync(flat);

        await using var first = Store.CreateSession();
        await using var second = Store.CreateSession();
        var one = (await first.GetAsync<Flat>(flat.Id))!;
        var two = (await second.GetAsync<Flat>(flat.Id))!;

        one.Note = "first";
        await first.SaveAsync(one);
        await first.SaveChangesAsync();

        two.Note = "second";
        await second.SaveAsync(two, checkConcurrency: false);
        var exception = await Assert.ThrowsAsync<ConcurrencyException>(second.SaveChangesAsync);

        Assert.Equal(flat.Id, exception.Document.Id);
        Assert.Equal(1, exception.Document.Version);
        await using var third = Store.CreateSession();
        Assert.Equal("first", (await third.GetAsync<Flat>(flat.Id))?.Note);
    }

    [Fact]
    public async Task A_document_deleted_by_another_is_neither_written_nor_deleted_again()
    {
        var flat = new Flat();
        await SaveAsync(flat);
        await using var writer = Store.CreateSession();
        await using var deleter = Store.CreateSession();
        var written = (await writer.GetAsync<Flat>(flat.Id))!;
        var deleted = (await deleter.GetAsync<Flat>(flat.Id))!;

        await using (var other = Store.CreateSession())
        {
            other.Delete((await other.GetAsync<Flat>(flat.Id))!);
            await other.SaveChangesAsync();
        }

        written.Note = "late";
        await writer.SaveAsync(written);
        deleter.Delete(deleted);
        await Assert.ThrowsAsync<ConcurrencyException>(writer.SaveChangesAsync);
        await Assert.ThrowsAsync<ConcurrencyException>(deleter.SaveChangesAsync);
    }

    [Fact]
    public async Task An_object_from_elsewhere_is_written_over_the_version_that_it_names()
    {
        var note = new Noted { Text = "1" };
        await SaveAsync(note);
        Assert.Equal(1, note.Version);

        await SaveAsync(new Noted { Id = note.Id, Version = 1, Text = "2" });
        await Assert.ThrowsAsync<ConcurrencyException>(() => SaveAsync(new Noted { Id = note.Id, Version = 1, Text = "3" }));

        await using var session = Store.CreateSession();
        var read = (await session.GetAsync<Noted>(note.Id))!;
        Assert.Equal(("2", 2), (read.Text, read.Version));
    }

    [Fact]
    public async Task A_counter_raised_by_many_counts_each()
    {
        var counter = new Flat();
        await SaveAsync(counter);

        await Parallel.ForAsync(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) =>
        {
            while (true)
            {
                await using var session = Store.CreateSession();
                var flat = (await session.GetAsync<Flat>(counter.Id))!;
                flat.Floor++;
                await session.SaveAsync(flat);
                try
                {
                    await session.SaveChangesAsync();
                    return;
                }
                catch (ConcurrencyException)
                {
                    // Somebody was quicker: read again.
                }
            }
        });

        await using var last = Store.CreateSession();
        Assert.Equal(40, (await last.GetAsync<Flat>(counter.Id))?.Floor);
    }

    public sealed class Noted
    {
        public long Id { get; set; }

        public int Version { get; set; }

        public string Text { get; set; } = "";
    }
}
