using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Modules.Manifest;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;
using PropertySuite.Platform.Hosting;
using Sites.Tests.Hosting;

[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Crash", Name = "Crash")]

namespace Sites.Tests.Recipes;

[OrchardCore.Modules.Feature("Sites.Crash")]
public sealed class CrashStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<IRecipeStepHandler, CopyAtCommit>();
}

/// <summary>Step <c>copy-at-commit</c>: copies the data folder in the moment in which the transaction is in the database and nothing else has happened, as a kill would leave it.</summary>
internal sealed class CopyAtCommit : IRecipeStepHandler
{
    private static Hook? _hook;

    public static string From { get; set; } = "";

    public static string? To { get; set; }

    private delegate int Hook(IntPtr state, IntPtr database, IntPtr name, int pages);

    public Task ExecuteAsync(RecipeExecutionContext context)
    {
        if (context.Name != "copy-at-commit")
            return Task.CompletedTask;

        _hook = (_, _, _, _) =>
        {
            if (To is { } to)
            {
                To = null;
                Copy(From, to);
            }

            return 0;
        };
        var connection = (SqliteConnection)SiteTransaction.Current!.Unit.Transaction!.Connection!;
        OnWritten(connection.Handle!.DangerousGetHandle(), Marshal.GetFunctionPointerForDelegate(_hook), IntPtr.Zero);
        return Task.CompletedTask;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_wal_hook"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr OnWritten(IntPtr database, IntPtr hook, IntPtr state);
}

public sealed class CrashAtCommitTests : IAsyncLifetime
{
    private readonly string _copy = Directory.CreateTempSubdirectory("suite-crash-").FullName;
    private TestSites _sites = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Crash", "OrchardCore.Contents", "PropertySuite.Office");
        await _sites.InAsync("alba", _ => Task.CompletedTask);
        CopyAtCommit.From = _sites.Data;
        CopyAtCommit.To = null;
    }

    public async ValueTask DisposeAsync()
    {
        await _sites.DisposeAsync();
        Directory.Delete(_copy, recursive: true);
    }

    [Fact]
    public async Task A_site_killed_between_commit_and_features_starts_with_both()
    {
        CopyAtCommit.To = _copy;
        await RunAsync("""{"steps":[{"name":"copy-at-commit"},{"name":"feature","enable":["PropertySuite.Community"]},{"name":"settings","SiteName":"After"}]}""");
        Assert.Null(CopyAtCommit.To);
        Assert.DoesNotContain("PropertySuite.Community", await File.ReadAllTextAsync(Path.Combine(_copy, "Sites", "alba", "features.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await using var killed = await TestSites.StartAsync(_copy);
        await killed.InAsync("alba", async services =>
        {
            Assert.True(await services.GetRequiredService<IShellFeaturesManager>().IsFeatureEnabledAsync("PropertySuite.Community"));
            Assert.Equal("After", (await services.GetRequiredService<ISiteService>().GetSiteSettingsAsync()).SiteName);
        });
        Assert.False(File.Exists(Path.Combine(_copy, "Sites", "alba", "features.pending.json")));
    }

    [Fact]
    public async Task A_site_killed_before_the_commit_starts_with_neither()
    {
        var folder = _sites.FolderOf("alba");
        var before = await File.ReadAllTextAsync(Path.Combine(folder, "features.json"), TestContext.Current.CancellationToken);
        // What a kill leaves after the change was laid down and before the database has it.
        await File.WriteAllTextAsync(
            Path.Combine(folder, "features.pending.json"),
            """{"SerialNumber":9,"Features":["PropertySuite.Community"],"Installed":{},"Token":"4neverstored0000000000000"}""",
            TestContext.Current.CancellationToken);

        await _sites.RestartAsync();
        await _sites.InAsync("alba", async services =>
            Assert.False(await services.GetRequiredService<IShellFeaturesManager>().IsFeatureEnabledAsync("PropertySuite.Community")));

        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(folder, "features.json"), TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(folder, "features.pending.json")));
    }

    [Fact]
    public async Task A_recipe_that_ends_well_leaves_nothing_to_settle()
    {
        await RunAsync("""{"steps":[{"name":"feature","enable":["PropertySuite.Community"]}]}""");

        Assert.False(File.Exists(Path.Combine(_sites.FolderOf("alba"), "features.pending.json")));
        await _sites.RestartAsync();
        await _sites.InAsync("alba", async services =>
            Assert.True(await services.GetRequiredService<IShellFeaturesManager>().IsFeatureEnabledAsync("PropertySuite.Community")));
    }

    private Task RunAsync(string text) => _sites.InAsync("alba", services =>
        services.GetRequiredService<IRecipeExecutor>().ExecuteAsync("run", RecipeOf.Text(text), new Dictionary<string, object>(), TestContext.Current.CancellationToken));
}
