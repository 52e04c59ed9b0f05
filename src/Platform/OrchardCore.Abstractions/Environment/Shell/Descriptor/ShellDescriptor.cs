using OrchardCore.Environment.Shell.Descriptor.Models;

namespace OrchardCore.Environment.Shell.Descriptor.Models
{
    /// <summary>The features of a tenant.</summary>
    public class ShellDescriptor
    {
        /// <summary>Grows with each change; 0 before the first.</summary>
        public int SerialNumber { get; set; }

        public IList<ShellFeature> Features { get; set; } = [];

        /// <summary>Every feature that was ever enabled and has not been uninstalled.</summary>
        public IList<InstalledShellFeature> Installed { get; set; } = [];
    }

    public class ShellFeature : IEquatable<ShellFeature>
    {
        public ShellFeature()
        {
        }

        public ShellFeature(string id, bool alwaysEnabled = false)
        {
            Id = id;
            AlwaysEnabled = alwaysEnabled;
        }

        public string Id { get; set; } = string.Empty;

        public bool AlwaysEnabled { get; set; }

        public bool Equals(ShellFeature? other) => other is not null && Id == other.Id;

        public override bool Equals(object? obj) => Equals(obj as ShellFeature);

        public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
    }

    public class InstalledShellFeature : ShellFeature
    {
        public InstalledShellFeature()
        {
        }

        public InstalledShellFeature(ShellFeature feature)
            : base(feature.Id, feature.AlwaysEnabled)
        {
        }

        /// <summary>The descriptor's number when the feature was installed.</summary>
        public int SerialNumber { get; set; }
    }
}

namespace OrchardCore.Environment.Shell.Descriptor
{
    /// <summary>Reads and writes the features of the current tenant.</summary>
    public interface IShellDescriptorManager
    {
        Task<ShellDescriptor> GetShellDescriptorAsync();

        /// <exception cref="InvalidOperationException">Somebody else has changed the features since <paramref name="priorSerialNumber"/>.</exception>
        Task UpdateShellDescriptorAsync(int priorSerialNumber, IEnumerable<ShellFeature> enabledFeatures);
    }

    public interface IShellDescriptorManagerEventHandler
    {
        Task ChangedAsync(ShellDescriptor descriptor, ShellSettings settings);
    }
}
