using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using PropertySuite.Platform.Data.Migrations;
using YesSql;
using YesSql.Sql;

namespace Platform.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task Steps_run_once_and_in_order()
    {
        await using var tenant = new TestTenant(services => services.AddSingleton<Diary>().AddDataMigration<Doors>());
        await tenant.MigrateAsync();
        await tenant.MigrateAsync();

        var diary = await tenant.InScopeAsync(services => Task.FromResult(services.GetRequiredService<Diary>()));
        Assert.Equal(["create", "1 to 2", "2 to 5"], diary.Lines);
        var record = await RecordAsync(tenant);
        Assert.Equal(("Platform.Tests.Data.MigrationTests+Doors", 5), (record.DataMigrationClass, record.Version));
    }

    [Fact]
    public async Task A_failing_step_is_rolled_back_whole_and_steps_before_it_stay()
    {
        await using var tenant = new TestTenant(services => services.AddSingleton<Diary>().AddDataMigration<Failing>());

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(tenant.MigrateAsync);
        Assert.Contains("Failing.UpdateFrom1Async", exception.Message, StringComparison.Ordinal);

        Assert.Equal(1, (await RecordAsync(tenant)).Version);
        var schema = await tenant.SchemaAsync();
        Assert.Contains("table First", schema, StringComparison.Ordinal);
        Assert.DoesNotContain("table Second", schema, StringComparison.Ordinal);
        await using var session = tenant.Store.CreateSession();
        Assert.Equal(0, await session.Query<Flat>().CountAsync());
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        await using var newer = new TestTenant(services => services.AddSingleton<Diary>().AddDataMigration<Doors>());
        await newer.MigrateAsync();
        await newer.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var record = (await session.Query<DataMigrationRecord>().FirstOrDefaultAsync())!;
            record.DataMigrations[0].Version = 9;
            record.DataMigrations[0].LastStep = 8;
            await session.SaveAsync(record);
        });

        var exception = await Assert.ThrowsAnyAsync<InvalidOperationException>(newer.MigrateAsync);
        Assert.Contains("newer version of the program", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Doors", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_nodes_that_start_together_one_runs_each_step()
    {
        var diary = new Diary();
        await using var one = new TestTenant(services => services.AddSingleton(diary).AddDataMigration<Doors>());
        await using var two = new TestTenant(services => services.AddSingleton(diary).AddDataMigration<Doors>(), sharing: one);
        _ = (one.Store, two.Store);

        var token = TestContext.Current.CancellationToken;
        await Task.WhenAll(Task.Run(one.MigrateAsync, token), Task.Run(two.MigrateAsync, token));

        Assert.Equal(["create", "1 to 2", "2 to 5"], diary.Lines);
    }

    [Fact]
    public async Task Uninstalling_takes_the_record_away()
    {
        await using var tenant = new TestTenant(services => services
            .AddSingleton<Diary>()
            .AddSingleton<OrchardCore.Environment.Extensions.ITypeFeatureProvider, AllOfOneFeature>()
            .AddDataMigration<Doors>());
        await tenant.MigrateAsync();

        var waiting = await tenant.InScopeAsync(async services =>
        {
            var manager = services.GetRequiredService<IDataMigrationManager>();
            await manager.Uninstall("Doors");
            return await manager.GetFeaturesThatNeedUpdateAsync();
        });

        Assert.Equal(["Doors"], waiting);
        Assert.DoesNotContain("table Door", await tenant.SchemaAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fresh_database_and_an_upgraded_one_have_the_same_schema()
    {
        await using var fresh = new TestTenant(services => services.AddDataMigration<Present.KeyTable>());
        await using var old = new TestTenant(services => services.AddDataMigration<Past.KeyTable>());
        await fresh.MigrateAsync();
        await old.MigrateAsync();
        Assert.NotEqual(await fresh.SchemaAsync(), await old.SchemaAsync());

        await old.InScopeAsync(async services =>
        {
            // The same class at its next release.
            var session = services.GetRequiredService<ISession>();
            var record = (await session.Query<DataMigrationRecord>().FirstOrDefaultAsync())!;
            record.DataMigrations[0].DataMigrationClass = typeof(Present.KeyTable).FullName!;
            await session.SaveAsync(record);
        });
        await using var upgraded = new TestTenant(services => services.AddDataMigration<Present.KeyTable>(), sharing: old);
        await upgraded.MigrateAsync();

        Assert.Equal(await fresh.SchemaAsync(), await upgraded.SchemaAsync());
    }

    private static async Task<MigratedClass> RecordAsync(TestTenant tenant)
    {
        await using var session = tenant.Store.CreateSession();
        return (await session.Query<DataMigrationRecord>().FirstOrDefaultAsync())!.DataMigrations.Single();
    }

    public sealed class Diary
    {
        private readonly Lock _lock = new();

        public List<string> Lines { get; } = [];

        public void Add(string line)
        {
            lock (_lock)
                Lines.Add(line);
        }
    }

    public sealed class Doors(Diary diary) : DataMigration
    {
        public async Task<int> CreateAsync()
        {
            diary.Add("create");
            await SchemaBuilder.CreateTableAsync("Door", table => table.Column<long>("Id", column => column.PrimaryKey()).Column<string>("Number"));
            return 1;
        }

        public int UpdateFrom1()
        {
            diary.Add("1 to 2");
            return 2;
        }

        public async Task<int> UpdateFrom2Async()
        {
            diary.Add("2 to 5");
            await SchemaBuilder.AlterTableAsync("Door", table => table.AddColumn<int>("Floor"));
            return 5;
        }

        public Task UninstallAsync() => SchemaBuilder.DropTableAsync("Door");
    }

    public sealed class Failing(ISession session) : DataMigration
    {
        public async Task<int> CreateAsync()
        {
            await SchemaBuilder.CreateTableAsync("First", table => table.Column<string>("Name"));
            return 1;
        }

        public async Task<int> UpdateFrom1Async()
        {
            await SchemaBuilder.CreateTableAsync("Second", table => table.Column<string>("Name"));
            await session.SaveAsync(new Flat());
            await session.FlushAsync();
            throw new InvalidDataException("no");
        }
    }

    public static class Past
    {
        public sealed class KeyTable : DataMigration
        {
            public async Task<int> CreateAsync()
            {
                await SchemaBuilder.CreateMapIndexTableAsync<FlatKeyIndex>(table => table
                    .Column<string>("OldName")
                    .Column<int>("Unused", column => column.Unique())
                    .Column<string>("Note"));
                await SchemaBuilder.AlterIndexTableAsync<FlatKeyIndex>(table => table.CreateIndex("IDX_Old", "Note"));
                return 1;
            }
        }
    }

    public static class Present
    {
        public sealed class KeyTable : DataMigration
        {
            public async Task<int> CreateAsync()
            {
                await SchemaBuilder.CreateMapIndexTableAsync<FlatKeyIndex>(table => table
                    .Column<string>("Name")
                    .Column<string>("Note", column => column.WithLength(400))
                    .Column<bool>("IsLive", column => column.NotNull().WithDefault(true))
                    .Column<decimal>("Rent")
                    .Column<string>("UniqueKey", column => column.Unique()));
                await SchemaBuilder.AlterIndexTableAsync<FlatKeyIndex>(table => table.CreateIndex("IDX_New", "Name", "Rent"));
                return 2;
            }

            public async Task<int> UpdateFrom1Async()
            {
                await SchemaBuilder.AlterIndexTableAsync<FlatKeyIndex>(table =>
                {
                    table.DropIndex("IDX_Old");
                    table.RenameColumn("OldName", "Name");
                    table.DropColumn("Unused");
                    table.AlterColumn("Note", column => column.WithType(typeof(string), 400));
                    table.AddColumn<bool>("IsLive", column => column.NotNull().WithDefault(true));
                    table.AddColumn<decimal>("Rent");
                    table.AddColumn<string>("UniqueKey", column => column.Unique());
                    table.CreateIndex("IDX_New", "Name", "Rent");
                });
                return 2;
            }
        }
    }
}
