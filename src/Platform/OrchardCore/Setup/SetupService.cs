using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore;
using OrchardCore.Abstractions.Setup;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Descriptor.Models;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;
using OrchardCore.Setup.Events;
using OrchardCore.Setup.Services;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Recipes;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Setup;

/// <summary>Builds a site in a temporary folder and renames the folder when the site is whole.</summary>
internal sealed class SetupService(
    ShellHost host, IShellSettingsManager settingsManager, SiteFolders folders, DataFolder data, DueFile dueFile, ILogger<SetupService> logger) : ISetupService
{
    /// <summary>Property under which the context may name a recipe instead of carrying it.</summary>
    public const string RecipeName = "RecipeName";

    /// <summary>Property with the first language of the site, which recipes read as a parameter.</summary>
    public const string SiteCulture = "SiteCulture";

    private const string Whole = "";

    private readonly ConcurrentDictionary<string, bool> _underWay = new(StringComparer.OrdinalIgnoreCase);

    public async Task<IEnumerable<RecipeDescriptor>> GetSetupRecipesAsync()
    {
        if (ShellScope.Services is { } current)
            return (await HarvestAsync(current)).Where(recipe => recipe.IsSetupRecipe);

        // No site runs here, so one is made for the question and thrown away.
        var settings = settingsManager.CreateDefaultSettings().AsInitializing();
        settings.Name = "Recipes-" + IdGenerator.GenerateId();
        return await ApartAsync(settings, async () =>
        {
            IEnumerable<RecipeDescriptor> recipes = [];
            await (await host.GetScopeAsync(settings)).UsingAsync(
                async scope => recipes = (await HarvestAsync(scope.ServiceProvider)).Where(recipe => recipe.IsSetupRecipe).ToArray(), activateShell: false);
            return recipes;
        });
    }

    public async Task<string> SetupAsync(SetupContext context)
    {
        // Two at once, such as a form that is sent twice, would build in each other's place.
        var name = context.ShellSettings.Name;
        if (!_underWay.TryAdd(name, true))
        {
            context.Errors[Whole] = $"The site '{name}' is being set up at this moment.";
            return string.Empty;
        }

        try
        {
            return await SetUpAloneAsync(context);
        }
        finally
        {
            _underWay.TryRemove(name, out _);
        }
    }

    private async Task<string> SetUpAloneAsync(SetupContext context)
    {
        await host.InitializeAsync();
        await host.RefreshAsync();
        var before = context.ShellSettings;
        var isKnown = host.TryGetSettings(before.Name, out var known);
        if (!before.IsUninitialized() || (isKnown && !known!.IsUninitialized()))
        {
            context.Errors[Whole] = $"The site '{before.Name}' is set up already.";
            return string.Empty;
        }

        if (SiteRules.WhatIsWrong(before, host.GetAllSettings()) is { } wrong)
        {
            context.Errors[Whole] = wrong;
            return string.Empty;
        }

        if (File.Exists(Path.Combine(data.SiteOf(before.Name), "features.json")))
        {
            context.Errors[Whole] = $"The folder {data.SiteOf(before.Name)} holds a site. Move it away before a new one is set up.";
            return string.Empty;
        }

        var settings = Prepare(before, context);
        try
        {
            var executionId = await ApartAsync(settings, () => BuildAsync(settings, context), keep: true);
            settings.AsRunning();
            await settingsManager.SaveSettingsAsync(settings);
            await host.ReloadShellContextAsync(settings);
            logger.LogInformation("Site {Tenant} has been set up", settings.Name);
            return executionId;
        }
        catch (Exception exception)
        {
            if (isKnown)
                host.Know(before.AsUninitialized());
            else
                await host.RemoveShellContextAsync(settings, eventSource: false);
            if (context.Errors.Count == 0)
                context.Errors[Whole] = exception.Message;
            // What a recipe or its writer did wrong is said in the message; the rest is for those who look after the code.
            if (exception is not (RecipeException or UnknownRecipeException))
                logger.LogError(exception, "Site {Tenant} could not be set up; nothing of it was kept", before.Name);
            return string.Empty;
        }
    }

    private async Task<string> BuildAsync(ShellSettings settings, SetupContext context)
    {
        var executionId = IdGenerator.GenerateId();
        await ShellDescriptorStore.WriteAsync(
            folders.PathOf(settings.Name), new ShellDescriptor { SerialNumber = 1, Features = [.. context.EnabledFeatures.Select(id => new ShellFeature(id))] });
        context.ShellSettings = settings;
        await NameAsync(settings, context);

        await (await host.GetScopeAsync(settings)).UsingAsync(async scope =>
        {
            context.Recipe ??= await FindAsync(scope.ServiceProvider, context);
            await scope.ServiceProvider.GetRequiredService<IRecipeExecutor>().ExecuteAsync(executionId, context.Recipe, context.Properties, CancellationToken.None);
        });

        try
        {
            // The recipe may have changed the features, so this is another tenant than the one it began in.
            await EachHandlerAsync(settings, handler => handler.SetupAsync(context));
            if (context.Errors.Count > 0)
                throw new InvalidOperationException(string.Join(" ", context.Errors.Values));
            await EachHandlerAsync(settings, handler => handler.SucceededAsync());
            await NoteDueAsync(settings);
        }
        catch
        {
            await EachHandlerAsync(settings, handler => handler.FailedAsync(context));
            throw;
        }

        return executionId;
    }

    // A recipe that imports counts in the site's own time and numbers records by its name, so it has both before the recipe runs.
    private async Task NameAsync(ShellSettings settings, SetupContext context)
        => await (await host.GetScopeAsync(settings)).UsingAsync(async scope =>
        {
            var sites = scope.ServiceProvider.GetRequiredService<ISiteService>();
            var site = await sites.LoadSiteSettingsAsync();
            site.SiteName = Text(context, SetupConstants.SiteName) ?? site.SiteName;
            site.TimeZoneId = Text(context, SetupConstants.SiteTimeZone) ?? site.TimeZoneId;
            await sites.UpdateSiteSettingsAsync(site);
        });

    private static string? Text(SetupContext context, string key)
        => context.Properties.TryGetValue(key, out var value) && value?.ToString() is { Length: > 0 } text ? text : null;

    // So the host knows from the start when to wake the site.
    private async Task NoteDueAsync(ShellSettings settings)
    {
        DateTime? due = null;
        await (await host.GetScopeAsync(settings)).UsingAsync(async scope => due = (await TenantWorks.AskAsync(scope)).Values.Min());
        dueFile.Write(settings.Name, due);
    }

    private async Task EachHandlerAsync(ShellSettings settings, Func<ISetupEventHandler, Task> call)
        => await (await host.GetScopeAsync(settings)).UsingAsync(async scope =>
        {
            foreach (var handler in scope.ServiceProvider.GetServices<ISetupEventHandler>())
                await call(handler);
        });

    private async Task<T> ApartAsync<T>(ShellSettings settings, Func<Task<T>> work, bool keep = false)
    {
        var temporary = Path.Combine(data.Sites, $".setup-{settings.Name}-{IdGenerator.GenerateId()[^8..]}");
        Directory.CreateDirectory(temporary);
        try
        {
            T result;
            using (folders.Redirect(settings.Name, temporary))
            {
                try
                {
                    if (keep)
                        host.Know(settings);
                    else
                        host.KnowApart(settings);
                    result = await work();
                }
                finally
                {
                    // The database is closed with the tenant; only then may its folder move.
                    await host.ReleaseShellContextAsync(settings, eventSource: false);
                    SqliteConnection.ClearAllPools();
                    if (!keep)
                        await host.RemoveShellContextAsync(settings, eventSource: false);
                }

                if (keep)
                    Place(temporary, data.SiteOf(settings.Name));
            }

            return result;
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    // What was put into the folder by hand before, such as settings, goes along.
    private static void Place(string temporary, string folder)
    {
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(temporary, Path.GetRelativePath(folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                if (!File.Exists(target))
                    File.Copy(file, target);
            }

            Directory.Delete(folder, recursive: true);
        }

        Directory.Move(temporary, folder);
    }

    private static ShellSettings Prepare(ShellSettings before, SetupContext context)
    {
        var settings = new ShellSettings(before).AsInitializing();
        settings.VersionId = IdGenerator.GenerateId();

        // Known before the recipe runs, so that what the recipe brings can belong to the first account.
        if (Text(context, SetupConstants.AdminUserId) is null)
            context.Properties[SetupConstants.AdminUserId] = IdGenerator.GenerateId();
        settings["RecipeName"] = context.Recipe?.Name ?? Text(context, RecipeName);
        settings["DatabaseProvider"] = Text(context, SetupConstants.DatabaseProvider) ?? settings["DatabaseProvider"] ?? "Sqlite";
        Keep("ConnectionString", SetupConstants.DatabaseConnectionString);
        Keep("TablePrefix", SetupConstants.DatabaseTablePrefix);
        Keep("Schema", SetupConstants.DatabaseSchema);
        Keep("DatabaseName", SetupConstants.DatabaseName);
        Keep("FeatureProfile", SetupConstants.FeatureProfile);

        // Known before the site is opened: when its tasks are due, and whether its people are made up.
        Keep(SetupConstants.SiteTimeZone, SetupConstants.SiteTimeZone);
        Keep("Demonstration", "Demonstration");
        if (settings["DatabaseProvider"] == "Sqlite")
            settings["DatabaseName"] ??= "OrchardCore.db";
        return settings;

        void Keep(string name, string property)
        {
            if (Text(context, property) is { } value)
                settings[name] = value;
        }
    }

    private static async Task<RecipeDescriptor> FindAsync(IServiceProvider services, SetupContext context)
    {
        var name = context.Properties.TryGetValue(RecipeName, out var value) ? value?.ToString() : null;
        var recipes = (await HarvestAsync(services)).Where(recipe => recipe.IsSetupRecipe).ToArray();
        return recipes.FirstOrDefault(recipe => string.Equals(recipe.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UnknownRecipeException(
                $"There is no recipe named '{name}' to set a site up with. There are: {string.Join(", ", recipes.Select(recipe => recipe.Name).Order(StringComparer.Ordinal))}.");
    }

    private static async Task<List<RecipeDescriptor>> HarvestAsync(IServiceProvider services)
    {
        var recipes = new List<RecipeDescriptor>();
        foreach (var harvester in services.GetServices<IRecipeHarvester>())
            recipes.AddRange(await harvester.HarvestRecipesAsync());
        return recipes;
    }

    private sealed class UnknownRecipeException(string message) : Exception(message);
}
