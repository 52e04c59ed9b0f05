using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Documents;
using OrchardCore.Documents;
using YesSql;

namespace Platform.Tests.Data;

public sealed class DocumentManagerTests
{
    [Fact]
    public async Task A_document_that_was_never_stored_is_made_by_the_factory_and_not_stored_by_reading()
    {
        await using var tenant = new TestTenant();

        var read = await ReadAsync(tenant, () => Task.FromResult(new HouseRules { Text = "made" }));

        Assert.Equal("made", read.Text);
        Assert.True(read.IsReadOnly);
        await using var session = tenant.Store.CreateSession();
        Assert.Equal(0, await session.Query<HouseRules>().CountAsync());
    }

    [Fact]
    public async Task The_shared_copy_is_one_object_until_somebody_changes_the_document()
    {
        await using var tenant = new TestTenant();
        await ChangeAsync(tenant, "one");
        var first = await ReadAsync(tenant);
        Assert.Same(first, await ReadAsync(tenant));

        await ChangeAsync(tenant, "two");
        var second = await ReadAsync(tenant);

        Assert.Equal(("one", "two"), (first.Text, second.Text));
        Assert.NotEqual(first.Identifier, second.Identifier);
    }

    [Fact]
    public async Task Who_changes_it_reads_the_change_and_others_read_it_after_the_commit()
    {
        await using var tenant = new TestTenant();
        await ChangeAsync(tenant, "old");
        var told = "";

        await tenant.InScopeAsync(async services =>
        {
            var documents = services.GetRequiredService<IDocumentManager<HouseRules>>();
            Assert.Equal("old", (await documents.GetOrCreateImmutableAsync()).Text);
            var rules = await documents.GetOrCreateMutableAsync();
            rules.Text = "new";
            await documents.UpdateAsync(rules, updated =>
            {
                told = updated.Text;
                return Task.CompletedTask;
            });

            Assert.Equal("new", (await documents.GetOrCreateImmutableAsync()).Text);
            Assert.Equal("old", (await ReadAsync(tenant)).Text);
            Assert.Equal("", told);
        });

        Assert.Equal("new", told);
        Assert.Equal("new", (await ReadAsync(tenant)).Text);
    }

    [Fact]
    public async Task A_change_that_is_not_committed_is_seen_by_nobody()
    {
        await using var tenant = new TestTenant();
        await ChangeAsync(tenant, "old");

        await tenant.InScopeAsync(async services =>
        {
            var documents = services.GetRequiredService<IDocumentManager<HouseRules>>();
            var rules = await documents.GetOrCreateMutableAsync();
            rules.Text = "never";
            await documents.UpdateAsync(rules);
            await services.GetRequiredService<ISession>().CancelAsync();
        });

        Assert.Equal("old", (await ReadAsync(tenant)).Text);
    }

    [Fact]
    public async Task A_change_by_another_process_is_seen_by_the_next_scope()
    {
        await using var tenant = new TestTenant();
        await using var elsewhere = new TestTenant(sharing: tenant);
        await ChangeAsync(tenant, "here");
        var here = await ReadAsync(tenant);
        Assert.Equal("here", here.Text);
        Assert.Equal("here", (await ReadAsync(elsewhere)).Text);

        await ChangeAsync(elsewhere, "there");

        Assert.Equal("there", (await ReadAsync(tenant)).Text);
        Assert.Equal("here", here.Text);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_the_second_loses()
    {
        await using var tenant = new TestTenant();
        await ChangeAsync(tenant, "old");

        await Assert.ThrowsAsync<ConcurrencyException>(() => tenant.InScopeAsync(async services =>
        {
            var documents = services.GetRequiredService<IDocumentManager<HouseRules>>();
            var rules = await documents.GetOrCreateMutableAsync();
            await ChangeAsync(tenant, "first");
            rules.Text = "second";
            await documents.UpdateAsync(rules);
        }));

        Assert.Equal("first", (await ReadAsync(tenant)).Text);
    }

    [Fact]
    public async Task Of_two_who_create_it_at_once_the_second_loses()
    {
        await using var tenant = new TestTenant();

        await Assert.ThrowsAsync<ConcurrencyException>(() => tenant.InScopeAsync(async services =>
        {
            var documents = services.GetRequiredService<IDocumentManager<HouseRules>>();
            var rules = await documents.GetOrCreateMutableAsync();
            await ChangeAsync(tenant, "first");
            await documents.UpdateAsync(rules);
        }));

        await using var session = tenant.Store.CreateSession();
        Assert.Equal(1, await session.Query<HouseRules>().CountAsync());
    }

    [Fact]
    public async Task The_shared_copy_cannot_be_saved()
    {
        await using var tenant = new TestTenant();
        await ChangeAsync(tenant, "old");

        await tenant.InScopeAsync(async services =>
        {
            var documents = services.GetRequiredService<IDocumentManager<HouseRules>>();
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await documents.UpdateAsync(await documents.GetOrCreateImmutableAsync()));
        });
    }

    [Fact]
    public async Task Scopes_of_one_unit_of_work_share_its_changes_and_end_together()
    {
        await using var tenant = new TestTenant();
        await using var reloaded = new TestTenant(sharing: tenant);
        await ChangeAsync(tenant, "old");

        await using (var unit = tenant.Store.BeginUnitOfWork())
        {
            using (unit.MakeAmbient())
            {
                await ChangeAsync(tenant, "step one");
                Assert.Equal("step one", (await ReadAsync(reloaded)).Text);
                await ChangeAsync(reloaded, "step two");
                Assert.Equal("step two", (await ReadAsync(tenant)).Text);
            }

            Assert.Equal("old", (await ReadAsync(tenant)).Text);
            await unit.CommitAsync();
        }

        Assert.Equal("step two", (await ReadAsync(tenant)).Text);
        Assert.Equal("step two", (await ReadAsync(reloaded)).Text);
    }

    [Fact]
    public async Task A_scope_inside_a_unit_of_work_sees_what_the_scope_around_it_has_saved()
    {
        await using var tenant = new TestTenant();
        await ChangeAsync(tenant, "old");

        await tenant.InScopeAsync(async services =>
        {
            var documents = services.GetRequiredService<IDocumentManager<HouseRules>>();
            var rules = await documents.GetOrCreateMutableAsync();
            rules.Text = "outer";
            await documents.UpdateAsync(rules);
            using (services.GetRequiredService<YesSql.Internals.Session>().Unit.MakeAmbient())
            {
                Assert.Equal("outer", (await ReadAsync(tenant)).Text);
                await ChangeAsync(tenant, "inner");
            }

            var again = await documents.GetOrCreateMutableAsync();
            Assert.Equal("inner", again.Text);
            again.Text = "outer again";
            await documents.UpdateAsync(again);
        });

        Assert.Equal("outer again", (await ReadAsync(tenant)).Text);
    }

    [Fact]
    public async Task A_document_store_keeps_any_single_document()
    {
        await using var tenant = new TestTenant();
        await tenant.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IDocumentStore>();
            var rules = await store.GetOrCreateMutableAsync<HouseRules>();
            rules.Text = "stored";
            await store.UpdateAsync(rules, _ => Task.CompletedTask);
            Assert.False((await store.GetOrCreateImmutableAsync<HouseRules>()).Item1);
        });

        var (mayCache, read) = await tenant.InScopeAsync(services => services.GetRequiredService<IDocumentStore>().GetOrCreateImmutableAsync<HouseRules>());
        Assert.True(mayCache);
        Assert.Equal("stored", read.Text);
    }

    private static Task<HouseRules> ReadAsync(TestTenant tenant, Func<Task<HouseRules>>? factory = null) =>
        tenant.InScopeAsync(services => services.GetRequiredService<IDocumentManager<HouseRules>>().GetOrCreateImmutableAsync(factory));

    private static Task ChangeAsync(TestTenant tenant, string text) => tenant.InScopeAsync(async services =>
    {
        var documents = services.GetRequiredService<IDocumentManager<HouseRules>>();
        var rules = await documents.GetOrCreateMutableAsync();
        rules.Text = text;
        await documents.UpdateAsync(rules);
    });

    public sealed class HouseRules : OrchardCore.Data.Documents.Document
    {
        public string Text { get; set; } = "";
    }
}
