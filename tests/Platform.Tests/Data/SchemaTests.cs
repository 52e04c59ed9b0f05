using YesSql;
using YesSql.Sql;
using YesSql.Sqlite;

namespace Platform.Tests.Data;

public sealed class SchemaTests : StoreTest
{
    [Fact]
    public async Task Each_type_of_column_is_declared_so_that_its_stored_form_keeps()
    {
        var schema = await SqliteSchema.DescribeAsync(Store);

        Assert.Contains(
            """
            table FlatIndex
              Area real
              AvailableOn date
              BuiltUtc datetime
              Deposit text
              DocumentId bigint not null
              Door text
              Floor int
              Id integer key
              IsFurnished bool
              IsLet bool not null default 0
              Key text
              Kind int
              Meter bigint
              Note text
              Notice bigint
              QuietFrom text
              Rent text
              SeenAt datetime
              SoldUtc datetime
              index (DocumentId)
              index (Door, Floor)
            table FlatKeyIndex
              DocumentId bigint not null
              Id integer key
              UniqueKey text
              index (DocumentId)
              unique index (UniqueKey)
            """.ReplaceLineEndings(),
            schema,
            StringComparison.Ordinal);
        Assert.Contains("table StreetIndex_Document", schema, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_can_change_its_type_and_keeps_rows_keys_and_indexes()
    {
        await SaveAsync(new Flat { Door = "1A", Floor = 7, UniqueKey = "k" });
        var before = await ScalarAsync("select Id from FlatIndex");

        await ChangeSchemaAsync(schema => schema.AlterIndexTableAsync<FlatIndex>(
            table => table.AlterColumn("Floor", column => column.WithType(typeof(string), 20))));

        Assert.Equal(before, await ScalarAsync("select Id from FlatIndex where typeof(Floor) = 'text' and Floor = '7'"));
        Assert.Contains("  index (Door, Floor)", await SqliteSchema.DescribeAsync(Store), StringComparison.Ordinal);
        await SaveAsync(new Flat { Door = "1B" });
        Assert.Equal(2, await ScalarAsync("select count(distinct Id) from FlatIndex"));
    }

    [Fact]
    public async Task Tables_of_indexes_can_be_dropped()
    {
        await ChangeSchemaAsync(async schema =>
        {
            await schema.DropMapIndexTableAsync<FlatIndex>();
            await schema.DropReduceIndexTableAsync<StreetIndex>();
        });

        var description = await SqliteSchema.DescribeAsync(Store);
        Assert.DoesNotContain("table FlatIndex", description, StringComparison.Ordinal);
        Assert.DoesNotContain("StreetIndex", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_change_of_the_schema_leaves_it_as_it_was()
    {
        var before = await SqliteSchema.DescribeAsync(Store);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ChangeSchemaAsync(async schema =>
        {
            await schema.CreateTableAsync("Half", table => table.Column<string>("Name"));
            await schema.AlterTableAsync("Nowhere", table => table.AddColumn<string>("Name"));
        }));

        Assert.Equal(before, await SqliteSchema.DescribeAsync(Store));
    }

    [Fact]
    public async Task Two_stores_with_prefixes_live_in_one_database()
    {
        using var north = await Database.OpenStoreAsync(configuration => configuration.TablePrefix = "North_");
        using var south = await Database.OpenStoreAsync(configuration => configuration.TablePrefix = "South_");
        await using (var session = north.CreateSession())
        {
            await session.SaveAsync(new SessionTests.Plain { Text = "north" });
            await session.SaveChangesAsync();
        }

        await using var other = south.CreateSession();
        Assert.Equal(0, await other.Query<SessionTests.Plain>().CountAsync());
        Assert.Equal(1, await ScalarAsync("select count(*) from North_Document"));
    }
}
