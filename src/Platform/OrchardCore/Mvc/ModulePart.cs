using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Razor.Hosting;
using OrchardCore.Modules;
using PropertySuite.Platform.Modules;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Mvc;

/// <summary>
/// A module as MVC sees it: the types of its enabled features, and its compiled views under <c>/Areas/{module}</c>, so
/// that views of the same name in two modules stay apart.
/// </summary>
internal sealed class ModulePart : ApplicationPart, IApplicationPartTypeProvider, IRazorCompiledItemProvider
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Assembly, RazorCompiledItem[]> s_views = new();

    public ModulePart(ModuleInfo module, FeatureSet set, ExtensionManager extensions)
    {
        Name = module.Id;
        var enabled = set.Features.Select(feature => feature.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Types =
        [
            .. set.Features.Where(feature => feature.Module == module)
                .SelectMany(extensions.GetTypesForFeature)
                .Where(type => RequireFeaturesAttribute.GetRequiredFeatureNamesForType(type).All(enabled.Contains))
                .Select(type => type.GetTypeInfo()),
        ];
        CompiledItems = ViewsOf(module.Assembly!);
    }

    public override string Name { get; }

    public IEnumerable<TypeInfo> Types { get; }

    public IEnumerable<RazorCompiledItem> CompiledItems { get; }

    /// <summary>The compiled views of a module by the names they have at run time.</summary>
    public static RazorCompiledItem[] ViewsOf(Assembly assembly) => s_views.GetOrAdd(
        assembly,
        static module => [.. new RazorCompiledItemLoader().LoadItems(module).Select(item => new View(item, $"/Areas/{module.GetName().Name}{item.Identifier}"))]);

    private sealed class View(RazorCompiledItem item, string identifier) : RazorCompiledItem
    {
        // Checksums serve recompilation only and carry the old name.
        private readonly object[] _metadata = [.. item.Metadata.Where(entry => entry is not IRazorSourceChecksumMetadata)];

        public override string Identifier => identifier;

        public override string Kind => item.Kind;

        public override IReadOnlyList<object> Metadata => _metadata;

        public override Type Type => item.Type;
    }
}
