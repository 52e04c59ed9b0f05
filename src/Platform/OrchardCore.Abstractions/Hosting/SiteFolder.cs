namespace PropertySuite.Platform.Hosting;

/// <summary>Where the current tenant keeps its files; its database too, when that is a file. A singleton of each tenant.</summary>
internal sealed class SiteFolder(string path)
{
    /// <summary>The full path. The folder exists. While a site is being set up it is a temporary one.</summary>
    public string Path { get; } = path;
}
