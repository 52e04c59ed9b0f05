using OrchardCore.Environment.Extensions;
using OrchardCore.Environment.Extensions.Features;

namespace Platform.Tests.Data;

/// <summary>Says that every class belongs to the feature "Doors".</summary>
internal sealed class AllOfOneFeature : ITypeFeatureProvider
{
    public IExtensionInfo GetExtensionForDependency(Type dependency) => throw new NotSupportedException();

    public IFeatureInfo GetFeatureForDependency(Type dependency) => GetFeaturesForDependency(dependency).Single();

    public IEnumerable<IFeatureInfo> GetFeaturesForDependency(Type dependency) => [new Feature()];

    public IEnumerable<Type> GetTypesForFeature(IFeatureInfo feature) => [];

    private sealed class Feature : IFeatureInfo
    {
        public string Id => "Doors";

        public string Name => Id;

        public int Priority => 0;

        public string Category => "";

        public string Description => "";

        public bool DefaultTenantOnly => false;

        public IExtensionInfo Extension => throw new NotSupportedException();

        public string[] Dependencies => [];

        public bool IsAlwaysEnabled => false;

        public bool EnabledByDependencyOnly => false;
    }
}
