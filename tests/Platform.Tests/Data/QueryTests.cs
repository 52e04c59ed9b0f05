using System.Linq.Expressions;
using YesSql;
using YesSql.Services;

namespace Platform.Tests.Data;

public sealed class QueryTests : StoreTest
{
    private static readonly DateTime Built = new(2020, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await SaveAsync(
            new Flat
            {
                Door = "A1",
                Street = "Mayor",
                Note = "50% off_season",
                Floor = 1,
                Meter = 10,
                Area = 40.5,
                Rent = 9.5m,
                Deposit = 100,
                IsLet = true,
                IsFurnished = true,
                Kind = FlatKind.Studio,
                BuiltUtc = Built,
                AvailableOn = new(2026, 1, 1),
                Notice = TimeSpan.FromDays(1),
                Tags = ["lift", "sun"],
            },
            new Flat
            {
                Door = "A2",
                Street = "Mayor",
                Note = null,
                Floor = 2,
                Meter = null,
                Area = 80,
                Rent = 10m,
                IsLet = false,
                IsFurnished = null,
                Kind = FlatKind.Family,
                BuiltUtc = Built.AddTicks(1),
                SoldUtc = Built,
                AvailableOn = new(2026, 2, 1),
                Notice = TimeSpan.FromDays(2),
                Tags = ["lift"],
            },
            new Flat
            {
                Door = "B1",
                Street = "Sol",
                Note = "quiet",
                Floor = 3,
                Meter = 30,
                Area = 120,
                Rent = -1.25m,
                Deposit = 0.10m,
                IsLet = true,
                IsFurnished = false,
                Kind = FlatKind.Attic,
                BuiltUtc = Built.AddYears(1),
                AvailableOn = new(2026, 3, 1),
                Notice = TimeSpan.FromDays(3),
                Tags = ["sun", "garden"],
            });
    }

    public static TheoryData<string, Expression<Func<FlatIndex, bool>>> Conditions
    {
        get
        {
            string? nothing = null;
            bool? unknown = null;
            var one = new { Floor = 1, Names = new List<string> { "A1", "B1" } };
            var built = Built;
            var rent = 9.50m;
            var kind = FlatKind.Attic;
            long[] meters = [10, 30];
            return new()
            {
                { "A1", x => x.Floor == 1 },
                { "A2 B1", x => x.Floor != 1 },
                { "A1", x => x.Floor < 2 },
                { "A1 A2", x => x.Floor <= 2 },
                { "B1", x => x.Floor > 2 },
                { "A2 B1", x => 2 <= x.Floor },
                { "A1", x => x.Floor == one.Floor && x.IsLet },
                { "A1 A2", x => x.Floor == one.Floor || !x.IsLet },
                { "A2", x => !(x.Floor == 1 || x.Floor == 3) },
                { "A1 B1", x => x.IsLet },
                { "A2", x => !x.IsLet },
                { "A2", x => x.IsLet == false },
                { "A2", x => x.Note == null },
                { "A1 B1", x => x.Note != null },
                { "A2", x => x.Note == nothing },
                { "A2", x => x.IsFurnished == unknown },
                { "A1", x => x.IsFurnished == true },
                { "A1 B1", x => x.IsFurnished.HasValue },
                { "A2", x => !x.Meter.HasValue },
                { "B1", x => x.Meter!.Value > 10 },
                { "A1", x => x.Rent == rent },
                { "A1 B1", x => x.Rent < 10m },
                { "B1", x => x.Rent <= -1.25m },
                { "A1 A2", x => x.Rent > 9m },
                { "A1", x => x.Deposit > 0.1m },
                { "B1", x => x.Kind == kind },
                { "A1 A2", x => x.Kind != FlatKind.Attic },
                { "A1", x => x.BuiltUtc == built },
                { "A2 B1", x => x.BuiltUtc > built },
                { "A2", x => x.SoldUtc == built },
                { "A2 B1", x => x.AvailableOn >= new DateOnly(2026, 2, 1) },
                { "B1", x => x.Notice > TimeSpan.FromHours(50) },
                { "A1 A2", x => x.Door.StartsWith("A") },
                { "A1 B1", x => x.Door.EndsWith("1") },
                { "A1", x => x.Note!.Contains("% off_") },
                { "", x => x.Note!.Contains("0_ off") },
                { "B1", x => x.Door.IsLike("B%") },
                { "A1 A2", x => x.Door.IsNotLike("B%") },
                { "A1", x => x.Note.NotContains("quiet") },
                { "A1 B1", x => x.Door.IsIn(one.Names) },
                { "A2", x => x.Door.IsNotIn(one.Names) },
                { "A1 B1", x => x.Meter.IsIn(meters) },
                { "", x => x.Door.IsIn(Array.Empty<string>()) },
                { "A1 A2 B1", x => x.Door.IsNotIn(new List<string>()) },
                { "A2", x => x.Floor + 1 == 3 },
                { "A2", x => x.Floor * 2 - 1 == 3 },
                { "A2", x => x.Floor % 2 == 0 },
                { "A1", x => x.Area / 2 < 21 },
                { "A1", x => x.Door + "-" + x.Door == "A1-A1" },
                { "A1", x => string.Concat(x.Door, "!") == "A1!" },
                { "A1 A2 B1", x => true },
                { "A1 A2", x => x.DocumentId.IsIn<FlatTagIndex>(tag => tag.Id, tag => tag.Tag == "none") || x.Floor < 3 },
                { "A1 A2 B1", x => x.Door.IsInAny<FlatIndex>(other => other.Door) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Conditions), DisableDiscoveryEnumeration = true)]
    public async Task Each_condition_finds_the_documents_for_which_it_holds(string doors, Expression<Func<FlatIndex, bool>> condition)
    {
        await using var session = Store.CreateSession();

        var found = await session.Query<Flat, FlatIndex>(condition).OrderBy(x => x.Door).ListAsync();
        var rows = await session.QueryIndex(condition).OrderBy(x => x.Door).ListAsync();

        Assert.Equal(doors, string.Join(' ', found.Select(flat => flat.Door)));
        Assert.Equal(doors, string.Join(' ', rows.Select(row => row.Door)));
    }

    [Fact]
    public async Task Anything_else_is_refused_by_name()
    {
        await using var session = Store.CreateSession();

        var exception = Assert.Throws<NotSupportedException>(() => session.Query<Flat, FlatIndex>(x => x.Door.Trim() == "A1"));
        Assert.Contains("x.Door.Trim()", exception.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => session.Query<Flat, FlatIndex>(x => x.Door.Length == 2));
        Assert.Throws<NotSupportedException>(() => session.Query<Flat, FlatIndex>(x => x.Rent + 1 == 2));
        Assert.Throws<NotSupportedException>(() => session.Query<Flat, FlatIndex>(x => x.Floor < x.Rent));
        Assert.Throws<NotSupportedException>(() => session.Query<Flat, FlatIndex>(x => (x.IsLet ? 1 : 2) == 2));
    }

    [Fact]
    public async Task A_value_never_becomes_part_of_the_statement()
    {
        var hostile = "'; drop table Document; --";
        await using var session = Store.CreateSession();

        Assert.Equal(0, await session.Query<Flat, FlatIndex>(x => x.Door == hostile || x.Door.Contains(hostile)).CountAsync());
        Assert.Equal(3, await session.Query<Flat>().CountAsync());
    }

    [Fact]
    public async Task Order_and_pages()
    {
        await using var session = Store.CreateSession();

        async Task<string> Doors(IQuery<Flat> query) => string.Join(' ', (await query.ListAsync()).Select(flat => flat.Door));

        Assert.Equal("B1 A1 A2", await Doors(session.Query<Flat, FlatIndex>().OrderBy(x => x.Rent)));
        Assert.Equal("A2 A1 B1", await Doors(session.Query<Flat, FlatIndex>().OrderByDescending(x => x.Rent)));
        Assert.Equal("A2 B1 A1", await Doors(session.Query<Flat, FlatIndex>().OrderBy(x => x.IsLet).ThenByDescending(x => x.Area)));
        Assert.Equal("A2", await Doors(session.Query<Flat, FlatIndex>().OrderBy(x => x.Floor).Skip(1).Take(1)));
        Assert.Equal("A2 B1", await Doors(session.Query<Flat>().Skip(1)));
        Assert.Equal(3, await session.Query<Flat, FlatIndex>().Take(1).CountAsync());
        Assert.Equal(3, (await session.Query<Flat, FlatIndex>().OrderByRandom().ListAsync()).Count());
        Assert.Equal("B1", (await session.Query<Flat, FlatIndex>().OrderByDescending(x => x.Floor).FirstOrDefaultAsync())?.Door);
    }

    [Fact]
    public async Task A_document_with_several_matching_rows_is_answered_once()
    {
        await using var session = Store.CreateSession();
        var query = session.Query<Flat, FlatTagIndex>(x => x.Tag == "lift" || x.Tag == "sun");

        Assert.Equal(["A1", "A2", "B1"], (await query.ListAsync()).Select(flat => flat.Door).Order());
        Assert.Equal(3, await query.CountAsync());
        Assert.Equal(["B1", "A1", "A2"], (await session.Query<Flat, FlatTagIndex>().OrderBy(x => x.Tag).ListAsync()).Select(flat => flat.Door));
    }

    [Fact]
    public async Task Several_indexes_are_joined_by_document()
    {
        await using var session = Store.CreateSession();

        var found = await session.Query<Flat>()
            .With<FlatTagIndex>(x => x.Tag == "sun")
            .With<FlatIndex>(x => x.Floor > 1)
            .OrderBy(x => x.Floor)
            .ListAsync();

        Assert.Equal("B1", found.Single().Door);
        Assert.Equal(2, await session.QueryIndex<FlatTagIndex>(x => x.Tag == "lift").With<FlatIndex>(x => x.Floor > 0).CountAsync());
    }

    [Fact]
    public async Task Any_and_All_compose()
    {
        await using var session = Store.CreateSession();

        var any = await session.Query<Flat>()
            .Any(q => q.With<FlatTagIndex>(x => x.Tag == "garden"), q => q.With<FlatIndex>(x => x.Door == "A2"))
            .With<FlatIndex>().OrderBy(x => x.Door).ListAsync();
        var all = await session.Query<Flat>()
            .All(q => q.With<FlatTagIndex>(x => x.Tag == "lift"), q => q.With<FlatTagIndex>(x => x.Tag == "sun")).ListAsync();
        var nested = await (await session.Query<Flat>().AnyAsync(
            q => new(q.With<FlatTagIndex>(x => x.Tag == "none")),
            async q => await q.AllAsync(r => new(r.With<FlatIndex>(x => x.Floor == 3)), r => new(r.With<FlatTagIndex>(x => x.Tag == "sun"))))).ListAsync();

        Assert.Equal(["A2", "B1"], any.Select(flat => flat.Door));
        Assert.Equal("A1", all.Single().Door);
        Assert.Equal("B1", nested.Single().Door);
    }

    [Fact]
    public async Task Conditions_may_be_written_as_SQL_with_parameters()
    {
        await using var session = Store.CreateSession();

        var query = session.Query<Flat, FlatIndex>();
        var found = await query.Where(dialect => $"{dialect.QuoteForColumnName("Door")} = @door").WithParameter("door", "A2").ListAsync();

        Assert.Equal("A2", found.Single().Door);
        Assert.Equal("[FlatIndex_a1]", query.GetTypeAlias(typeof(FlatIndex)));
    }

    [Fact]
    public async Task A_stream_survives_writing_in_between()
    {
        await SaveAsync([.. Enumerable.Range(0, 250).Select(i => new Flat { Door = "S" + i, Floor = i })]);

        await using var session = Store.CreateSession();
        var seen = 0;
        await foreach (var flat in session.Query<Flat, FlatIndex>(x => x.Door.StartsWith("S")).OrderBy(x => x.Floor).ToAsyncEnumerable())
        {
            Assert.Equal(seen++, flat.Floor);
            flat.Floor += 1000;
            await session.SaveAsync(flat);
            await session.FlushAsync();
        }

        Assert.Equal(250, seen);
    }

    [Fact]
    public async Task A_query_object_takes_its_parameters_from_its_properties()
    {
        await using var session = Store.CreateSession();

        Assert.Equal("A1", (await session.ExecuteQuery(new FlatsOnFloor { Floor = 1 }).FirstOrDefaultAsync())?.Door);
        Assert.Equal("B1", (await session.ExecuteQuery(new FlatsOnFloor { Floor = 3 }).FirstOrDefaultAsync())?.Door);
    }

    private sealed class FlatsOnFloor : ICompiledQuery<Flat>
    {
        public int Floor { get; set; }

        public Expression<Func<IQuery<Flat>, IQuery<Flat>>> Query() =>
            query => query.With<FlatIndex>(x => x.Floor == Floor).OrderByDescending(x => x.Door);
    }
}
