using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrchardCore.Documents;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Builders;
using OrchardCore.Environment.Shell.Builders.Models;
using OrchardCore.Environment.Shell.Descriptor.Models;
using PropertySuite.Platform.Cms;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Modules;

namespace PropertySuite.Platform.Shells;

/// <summary>Builds a running tenant from its settings and the features it has.</summary>
internal sealed class TenantFactory(
    ExtensionManager extensions, FeatureSets sets, SiteFolders folders, OrchardCoreOptions options, TimeProvider time, IHostEnvironment environment)
{
    public async Task<ShellContext> CreateAsync(ShellSettings settings)
    {
        var folder = folders.PathOf(settings.Name);
        Directory.CreateDirectory(folder);
        return Create(settings, folder, await DescriptorAsync(settings, folder));
    }

    /// <summary>The server ended between a transaction that changes the features and the file that names them: the database knows which way.</summary>
    private async Task<ShellDescriptor> DescriptorAsync(ShellSettings settings, string folder)
    {
        if (!ShellDescriptorStore.HasPending(folder))
            return await ShellDescriptorStore.ReadAsync(folder);

        await using var before = Create(settings, folder, await ShellDescriptorStore.ReadAsync(folder));
        string? token = null;
        await before.TryCreateScope()!.UsingAsync(
            async scope => token = (await scope.ServiceProvider.GetRequiredService<IDocumentManager<FeaturesMark>>().GetOrCreateImmutableAsync()).Token,
            activateShell: false);
        await ShellDescriptorStore.SettleAsync(folder, token);
        return await ShellDescriptorStore.ReadAsync(folder);
    }

    /// <summary>A tenant with other features than those that are written down.</summary>
    public ShellContext Create(ShellSettings settings, ShellDescriptor descriptor) => Create(settings, folders.PathOf(settings.Name), descriptor);

    private ShellContext Create(ShellSettings settings, string folder, ShellDescriptor descriptor)
    {
        var features = FeaturesOf(settings, descriptor);
        var set = sets.GetOrCreate(features, settings.ShellConfiguration);

        return new ShellContext
        {
            Settings = settings,
            SharedSettings = true,
            Time = time,
            FeatureSet = set,
            Blueprint = new ShellBlueprint { Settings = settings, Descriptor = descriptor, Dependencies = set.Dependencies },
            ServiceProvider = set.BuildTenant(settings, folder, environment.IsDevelopment()),
            Pipeline = new ShellPipeline(set),
        };
    }

    /// <summary>What the descriptor names, what every tenant has, and what these depend on, in their order.</summary>
    public IReadOnlyList<FeatureInfo> FeaturesOf(ShellSettings settings, ShellDescriptor descriptor)
    {
        var wanted = extensions.GetFeatures().Where(feature => feature.IsAlwaysEnabled).Select(feature => feature.Id)
            .Concat(CmsServices.GlobalFeatures)
            .Concat(options.GlobalFeatures)
            .Concat(settings.IsInitializing() ? options.SetupFeatures : options.TenantFeatures)
            .Concat(descriptor.Features.Select(feature => feature.Id));
        return [.. extensions.WithDependencies(wanted).Where(feature => !feature.DefaultTenantOnly || settings.IsDefaultShell())];
    }
}
