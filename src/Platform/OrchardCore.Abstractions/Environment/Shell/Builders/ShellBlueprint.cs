using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell.Descriptor.Models;

namespace OrchardCore.Environment.Shell.Builders.Models;

/// <summary>What a tenant is built from.</summary>
public class ShellBlueprint
{
    public ShellSettings Settings { get; set; } = null!;

    public ShellDescriptor Descriptor { get; set; } = null!;

    /// <summary>The exported types of the enabled modules, with the features that bring them.</summary>
    public IDictionary<Type, IEnumerable<IFeatureInfo>> Dependencies { get; set; } = new Dictionary<Type, IEnumerable<IFeatureInfo>>();
}
