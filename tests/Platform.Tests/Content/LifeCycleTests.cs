using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Title.Models;

namespace Platform.Tests.Content;

public sealed class LifeCycleTests : IAsyncLifetime
{
    private ContentSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await ContentSite.CreateAsync(services =>
        {
            services.AddContentPart<KeyPart>().AddHandler<PartWitness>();
            services.AddScoped<IContentHandler, ItemWitness>();
        });
        await _site.DefineAsync(async definitions =>
        {
            await definitions.AlterTypeDefinitionAsync("Key", type => type.Draftable().Versionable().WithPart<TitlePart>().WithPart<KeyPart>());
            await definitions.AlterTypeDefinitionAsync("Note", type => type.WithPart<TitlePart>());
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Events_come_parts_first_before_and_parts_last_after()
    {
        await _site.DoAsync(manager => manager.NewAsync("Key"));

        Assert.Equal("P.Activating H.Activating H.Activated P.Activated P.Initializing H.Initializing H.Initialized P.Initialized", Told());
    }

    [Fact]
    public async Task A_draft_is_created_and_nothing_else()
    {
        var item = await CreateAsync(VersionOptions.Draft);

        Assert.Equal("H.Creating(L) H.Created(L)", Told("Creat", "Updat", "Publish"));
        Assert.Equal("L", await _site.FlagsAsync(item.ContentItemId));
        Assert.Null(item.PublishedUtc);
    }

    [Fact]
    public async Task An_item_created_published_has_its_flags_from_the_start()
    {
        var item = await CreateAsync();

        Assert.Equal("H.Creating(LP) H.Created(LP) H.Publishing(LP) H.Published(LP)", Told("Creat", "Updat", "Publish"));
        Assert.Equal("LP", await _site.FlagsAsync(item.ContentItemId));
        Assert.Equal(_site.Clock.UtcNow, item.PublishedUtc);
    }

    [Fact]
    public async Task An_item_is_loaded_once_in_a_session_and_is_the_same_each_time()
    {
        var id = (await CreateAsync()).ContentItemId;
        Told();

        await _site.DoAsync(async manager => Assert.Same(await manager.GetAsync(id), await manager.GetAsync(id, VersionOptions.Latest)));

        Assert.Equal("H.Loading(LP) H.Loaded(LP)", Told("Load"));
    }

    [Fact]
    public async Task What_is_not_there_or_not_published_is_null_and_tells_nobody()
    {
        var draft = (await CreateAsync(VersionOptions.Draft)).ContentItemId;
        Told();

        await _site.DoAsync(async manager =>
        {
            Assert.Null(await manager.GetAsync(draft));
            Assert.Null(await manager.GetAsync("4nothing"));
            Assert.Null(await manager.GetAsync(""));
            Assert.Null(await manager.GetVersionAsync("4nothing"));
        });

        Assert.Equal("", Told());
    }

    [Fact]
    public async Task A_draft_of_a_published_item_is_a_new_version()
    {
        var published = await CreateAsync();
        Told();
        ContentItem? draft = null;

        await _site.DoAsync(async manager => draft = await manager.GetAsync(published.ContentItemId, VersionOptions.DraftRequired));

        Assert.Equal("H.Loading(LP) H.Loaded(LP) H.Versioning(P) H.Versioned(P)", Told("H."));
        Assert.NotEqual(published.ContentItemVersionId, draft!.ContentItemVersionId);
        Assert.Equal(published.CreatedUtc, draft.CreatedUtc);
        Assert.Equal("Front door", draft.As<TitlePart>()!.Title);
        Assert.Null(draft.Author);
        Assert.Equal("P L", await _site.FlagsAsync(published.ContentItemId));
    }

    [Fact]
    public async Task A_draft_that_is_there_is_worked_on()
    {
        var item = await CreateAsync(VersionOptions.Draft);
        Told();

        await _site.DoAsync(async manager => Assert.Equal(item.ContentItemVersionId, (await manager.GetAsync(item.ContentItemId, VersionOptions.DraftRequired))!.ContentItemVersionId));

        Assert.Equal("H.Loading(L) H.Loaded(L)", Told("H."));
    }

    [Fact]
    public async Task Publishing_a_draft_retires_the_version_before_and_again_does_nothing()
    {
        var id = (await CreateAsync()).ContentItemId;
        await _site.DoAsync(async manager =>
        {
            var draft = (await manager.GetAsync(id, VersionOptions.DraftRequired))!;
            draft.Alter<TitlePart>(part => part.Title = "Back door");
            await manager.UpdateAsync(draft);
            Told();
            await manager.PublishAsync(draft);
            await manager.PublishAsync(draft);
        });

        Assert.Equal("H.Publishing(L) H.Published(LP)", Told("H."));
        Assert.Equal("- LP", await _site.FlagsAsync(id));
        await _site.DoAsync(async manager => Assert.Equal("Back door", (await manager.GetAsync(id))!.DisplayText));
    }

    [Fact]
    public async Task A_type_that_keeps_no_versions_keeps_none()
    {
        var id = (await CreateAsync(type: "Note")).ContentItemId;
        await _site.DoAsync(async manager => await manager.PublishAsync((await manager.GetAsync(id, VersionOptions.DraftRequired))!));

        Assert.Equal("LP", await _site.FlagsAsync(id));
    }

    [Fact]
    public async Task Withdrawing_keeps_the_item_as_a_draft_and_again_does_nothing()
    {
        var id = (await CreateAsync()).ContentItemId;
        Told();

        await _site.DoAsync(async manager =>
        {
            var item = (await manager.GetAsync(id))!;
            await manager.UnpublishAsync(item);
            await manager.UnpublishAsync(item);
            Assert.Null(item.PublishedUtc);
            Assert.Null(await manager.GetAsync(id));
        });

        Assert.Equal("H.Unpublishing(LP) H.Unpublished(L)", Told("npublish"));
        Assert.Equal("L", await _site.FlagsAsync(id));
    }

    [Fact]
    public async Task Discarding_a_draft_makes_the_published_version_the_latest_again()
    {
        var id = (await CreateAsync()).ContentItemId;
        await _site.DoAsync(async manager => await manager.GetAsync(id, VersionOptions.DraftRequired));
        Told();

        await _site.DoAsync(async manager => await manager.DiscardDraftAsync((await manager.GetAsync(id, VersionOptions.Latest))!));

        Assert.Equal("H.Loading(L) H.Loaded(L) H.Loading(P) H.Loaded(P) H.Removing(L) H.Removed(-)", Told("H."));
        Assert.Equal("LP -", await _site.FlagsAsync(id));
    }

    [Fact]
    public async Task Removing_leaves_the_versions_as_history()
    {
        var id = (await CreateAsync()).ContentItemId;
        await _site.DoAsync(async manager => await manager.GetAsync(id, VersionOptions.DraftRequired));
        Told();

        await _site.DoAsync(async manager => await manager.RemoveAsync((await manager.GetAsync(id, VersionOptions.Latest))!));

        Assert.Equal("H.Removing(L) H.Removed(-)", Told("H.Remov"));
        Assert.Equal("- -", await _site.FlagsAsync(id));
        await _site.DoAsync(async manager => Assert.Equal(2, (await manager.GetAllVersionsAsync(id)).Count()));
    }

    [Fact]
    public async Task A_copy_is_a_draft_of_its_own()
    {
        var original = await CreateAsync();
        Told();
        ContentItem copy = null!;

        await _site.DoAsync(async manager => copy = await manager.CloneAsync((await manager.GetAsync(original.ContentItemId))!));

        Assert.Equal(
            "H.Activating(-) H.Activated(-) H.Initializing(-) H.Initialized(-) H.Creating(L) H.Created(L) H.Cloning(LP) H.Cloned(LP)",
            Told("Activ", "Initial", "Creat", "Clon"));
        Assert.NotEqual(original.ContentItemId, copy.ContentItemId);
        await _site.DoAsync(async manager =>
        {
            var stored = (await manager.GetAsync(copy.ContentItemId, VersionOptions.Draft))!;
            Assert.Equal("Front door", stored.DisplayText);
            Assert.Equal("Front door", stored.As<TitlePart>()!.Title);
        });
    }

    [Fact]
    public async Task Saving_a_draft_is_told_and_refused_for_what_is_no_draft()
    {
        var id = (await CreateAsync(VersionOptions.Draft)).ContentItemId;
        Told();

        await _site.DoAsync(async manager => await manager.SaveDraftAsync((await manager.GetAsync(id, VersionOptions.Latest))!));
        Assert.Equal("H.DraftSaving(L) H.DraftSaved(L)", Told("Draft"));

        await _site.DoAsync(async manager =>
        {
            var item = (await manager.GetAsync(id, VersionOptions.Latest))!;
            await manager.PublishAsync(item);
            await Assert.ThrowsAsync<InvalidOperationException>(() => manager.SaveDraftAsync(item));
        });
    }

    [Fact]
    public async Task Who_creates_owns_and_who_changes_signs()
    {
        _site.SignIn("u1", "anna");
        var id = (await CreateAsync(VersionOptions.Draft)).ContentItemId;
        _site.SignIn("u2", "bruno");
        _site.Clock.UtcNow = _site.Clock.UtcNow.AddHours(1);

        await _site.DoAsync(async manager => await manager.UpdateAsync((await manager.GetAsync(id, VersionOptions.Latest))!));

        await _site.DoAsync(async manager =>
        {
            var item = (await manager.GetAsync(id, VersionOptions.Latest))!;
            Assert.Equal("u1", item.Owner);
            Assert.Equal("bruno", item.Author);
            Assert.Equal(_site.Clock.UtcNow, item.ModifiedUtc);
            Assert.Equal(_site.Clock.UtcNow.AddHours(-1), item.CreatedUtc);
        });
    }

    [Fact]
    public async Task A_handler_that_throws_ends_the_operation_and_nothing_is_stored()
    {
        var id = (await CreateAsync(VersionOptions.Draft)).ContentItemId;
        ItemWitness.Refuse = nameof(IContentHandler.PublishingAsync);
        try
        {
            await Assert.ThrowsAsync<NotSupportedException>(() => _site.DoAsync(async manager =>
            {
                var item = (await manager.GetAsync(id, VersionOptions.Latest))!;
                await manager.UpdateAsync(item);
                await manager.PublishAsync(item);
            }));
        }
        finally
        {
            ItemWitness.Refuse = null;
        }

        Assert.Equal("L", await _site.FlagsAsync(id));
    }

    [Fact]
    public async Task The_database_refuses_a_second_latest_version()
    {
        var first = await CreateAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => _site.DoAsync(async (_, services) =>
        {
            var second = new ContentItem { ContentItemId = first.ContentItemId, ContentItemVersionId = "4other", ContentType = "Key", Latest = true };
            await services.GetRequiredService<YesSql.ISession>().SaveAsync(second);
        }));

        Assert.Equal("LP", await _site.FlagsAsync(first.ContentItemId));
    }

    [Fact]
    public async Task A_part_put_on_the_type_later_is_there_for_older_items()
    {
        var id = (await CreateAsync(type: "Note")).ContentItemId;
        await _site.DefineAsync(definitions => definitions.AlterTypeDefinitionAsync("Note", type => type.WithPart<KeyPart>()));

        await _site.DoAsync(async manager =>
        {
            var item = (await manager.GetAsync(id))!;
            Assert.NotNull(item.As<KeyPart>());
            Assert.Null(item.As<BoxPart>());
        });
    }

    [Fact]
    public async Task Items_are_found_together_in_the_order_that_was_asked_for()
    {
        var one = (await CreateAsync()).ContentItemId;
        var two = (await CreateAsync()).ContentItemId;

        await _site.DoAsync(async manager => Assert.Equal([two, one], (await manager.GetAsync([two, "4nothing", one, two])).Select(item => item.ContentItemId)));
    }

    [Fact]
    public async Task An_unknown_type_is_named() =>
        await _site.DoAsync(async manager => Assert.Contains("\"Nope\"", (await Assert.ThrowsAsync<InvalidOperationException>(() => manager.NewAsync("Nope"))).Message, StringComparison.Ordinal));

    private async Task<ContentItem> CreateAsync(VersionOptions? options = null, string type = "Key")
    {
        ContentItem item = null!;
        await _site.DoAsync(async manager =>
        {
            item = await manager.NewAsync(type);
            item.Alter<TitlePart>(part => part.Title = "Front door");
            _site.Events.Clear();
            await manager.CreateAsync(item, options);
        });
        return item;
    }

    private string Told(params string[] containing)
    {
        var told = _site.Events
            .Where(line => containing.Length == 0 || (line.StartsWith("H.", StringComparison.Ordinal) && containing.Any(word => line.Contains(word, StringComparison.Ordinal))))
            .Select(line => containing.Length == 0 ? line.Split('(')[0] : line)
            .ToArray();
        _site.Events.Clear();
        return string.Join(" ", told);
    }
}

internal sealed class ItemWitness(List<string> events) : IContentHandler
{
    private static readonly AsyncLocal<string?> Refused = new();

    public static string? Refuse
    {
        get => Refused.Value;
        set => Refused.Value = value;
    }

    public Task ActivatingAsync(ActivatingContentContext context) => Note(context);

    public Task ActivatedAsync(ActivatedContentContext context) => Note(context);

    public Task InitializingAsync(InitializingContentContext context) => Note(context);

    public Task InitializedAsync(InitializingContentContext context) => Note(context);

    public Task CreatingAsync(CreateContentContext context) => Note(context);

    public Task CreatedAsync(CreateContentContext context) => Note(context);

    public Task LoadingAsync(LoadContentContext context) => Note(context);

    public Task LoadedAsync(LoadContentContext context) => Note(context);

    public Task ImportingAsync(ImportContentContext context) => Note(context);

    public Task ImportedAsync(ImportContentContext context) => Note(context);

    public Task UpdatingAsync(UpdateContentContext context) => Note(context);

    public Task UpdatedAsync(UpdateContentContext context) => Note(context);

    public Task ValidatingAsync(ValidateContentContext context) => Note(context);

    public Task ValidatedAsync(ValidateContentContext context) => Note(context);

    public Task RestoringAsync(RestoreContentContext context) => Note(context);

    public Task RestoredAsync(RestoreContentContext context) => Note(context);

    public Task VersioningAsync(VersionContentContext context) => Note(context);

    public Task VersionedAsync(VersionContentContext context) => Note(context);

    public Task DraftSavingAsync(SaveDraftContentContext context) => Note(context);

    public Task DraftSavedAsync(SaveDraftContentContext context) => Note(context);

    public Task PublishingAsync(PublishContentContext context) => Note(context);

    public Task PublishedAsync(PublishContentContext context) => Note(context);

    public Task UnpublishingAsync(PublishContentContext context) => Note(context);

    public Task UnpublishedAsync(PublishContentContext context) => Note(context);

    public Task RemovingAsync(RemoveContentContext context) => Note(context);

    public Task RemovedAsync(RemoveContentContext context) => Note(context);

    public Task CloningAsync(CloneContentContext context) => Note(context);

    public Task ClonedAsync(CloneContentContext context) => Note(context);

    public Task GetContentItemAspectAsync(ContentItemAspectContext context) => Task.CompletedTask;

    private Task Note(ContentContextBase context, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var item = context.ContentItem;
        events.Add($"H.{name[..^5]}({(item.Latest ? "L" : "")}{(item.Published ? "P" : "")}{(item.Latest || item.Published ? "" : "-")})");
        return name == Refuse ? throw new NotSupportedException("Refused.") : Task.CompletedTask;
    }
}

internal sealed class PartWitness(List<string> events) : ContentPartHandler<KeyPart>
{
    public override Task ActivatingAsync(ActivatingContentContext context, KeyPart part) => Note();

    public override Task ActivatedAsync(ActivatedContentContext context, KeyPart part) => Note();

    public override Task InitializingAsync(InitializingContentContext context, KeyPart part) => Note();

    public override Task InitializedAsync(InitializingContentContext context, KeyPart part) => Note();

    public override Task CreatingAsync(CreateContentContext context, KeyPart part) => Note();

    public override Task CreatedAsync(CreateContentContext context, KeyPart part) => Note();

    public override Task LoadingAsync(LoadContentContext context, KeyPart part) => Note();

    public override Task LoadedAsync(LoadContentContext context, KeyPart part) => Note();

    public override Task ImportingAsync(ImportContentContext context, KeyPart part) => Note();

    public override Task ImportedAsync(ImportContentContext context, KeyPart part) => Note();

    public override Task UpdatingAsync(UpdateContentContext context, KeyPart part) => Note();

    public override Task UpdatedAsync(UpdateContentContext context, KeyPart part) => Note();

    public override Task ValidatingAsync(ValidateContentContext context, KeyPart part) => Note();

    public override Task ValidatedAsync(ValidateContentContext context, KeyPart part) => Note();

    public override Task VersioningAsync(VersionContentContext context, KeyPart existing, KeyPart building) => Note();

    public override Task VersionedAsync(VersionContentContext context, KeyPart existing, KeyPart building) => Note();

    public override Task DraftSavingAsync(SaveDraftContentContext context, KeyPart part) => Note();

    public override Task DraftSavedAsync(SaveDraftContentContext context, KeyPart part) => Note();

    public override Task PublishingAsync(PublishContentContext context, KeyPart part) => Note();

    public override Task PublishedAsync(PublishContentContext context, KeyPart part) => Note();

    public override Task UnpublishingAsync(PublishContentContext context, KeyPart part) => Note();

    public override Task UnpublishedAsync(PublishContentContext context, KeyPart part) => Note();

    public override Task RemovingAsync(RemoveContentContext context, KeyPart part) => Note();

    public override Task RemovedAsync(RemoveContentContext context, KeyPart part) => Note();

    public override Task CloningAsync(CloneContentContext context, KeyPart part) => Note();

    public override Task ClonedAsync(CloneContentContext context, KeyPart part) => Note();

    private Task Note([System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        events.Add($"P.{name[..^5]}");
        return Task.CompletedTask;
    }
}
