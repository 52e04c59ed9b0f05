using System.Reflection;
using Mono.Cecil;

namespace PropertySuite.Architecture.Tests;

/// <summary>The assemblies that the product consists of, read from the host's output and sorted by their place in the house.</summary>
internal sealed class Product
{
    private static readonly Lazy<Product> Loaded = new(() => Read(AppContext.BaseDirectory));

    private Product(IReadOnlyList<AssemblyDefinition> assemblies) => Assemblies = assemblies;

    /// <summary>The product as it was built.</summary>
    public static Product AsBuilt => Loaded.Value;

    /// <summary>The folder with the solution.</summary>
    public static string RepositoryRoot { get; } = typeof(Product).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public IReadOnlyList<AssemblyDefinition> Assemblies { get; }

    public IEnumerable<AssemblyDefinition> In(params Place[] places) => Assemblies.Where(assembly => PlaceOf(assembly.Name.Name) is { } place && places.Contains(place));

    /// <summary>The same product with one more assembly: how a rule is shown to fail.</summary>
    public Product With(AssemblyDefinition seeded) =>
        new([.. Assemblies.Where(assembly => assembly.Name.Name != seeded.Name.Name), seeded]);

    /// <summary>Which floor an assembly stands on, told by its name alone; null for what is not ours.</summary>
    public static Place? PlaceOf(string assemblyName) => assemblyName switch
    {
        "YesSql" => Place.Contract,
        "OrchardCore" => Place.Runtime,
        "PropertySuite.Web" => Place.Host,
        "PropertySuite.Core" => Place.Core,
        "PropertySuite.Platform.Features" => Place.Features,
        "PropertySuite.Office" or "PropertySuite.Residence" => Place.Theme,
        _ when assemblyName.StartsWith("OrchardCore.", StringComparison.Ordinal) => Place.Contract,
        _ when assemblyName.StartsWith("PropertySuite.", StringComparison.Ordinal) && !assemblyName.EndsWith(".Tests", StringComparison.Ordinal) => Place.Module,
        _ => null,
    };

    private static Product Read(string folder)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(folder);
        foreach (var framework in FrameworkFolders())
        {
            resolver.AddSearchDirectory(framework);
        }

        var assemblies = Directory.EnumerateFiles(folder, "*.dll")
            .Where(file => PlaceOf(Path.GetFileNameWithoutExtension(file)) is not null)
            .Order(StringComparer.Ordinal)
            .Select(file => AssemblyDefinition.ReadAssembly(file, new ReaderParameters { AssemblyResolver = resolver, InMemory = true }))
            .ToList();
        return new Product(assemblies);
    }

    internal static IEnumerable<string> FrameworkFolders() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => Path.GetDirectoryName(file)!)
            .Distinct();
}

/// <summary>A floor of the house; see docs/decisions for who may know whom.</summary>
internal enum Place
{
    /// <summary>The contract assemblies under src/Platform.</summary>
    Contract,

    /// <summary>The runtime behind the contract: src/Platform/OrchardCore.</summary>
    Runtime,

    /// <summary>The stock features with pages: src/Platform/Features.</summary>
    Features,

    /// <summary>PropertySuite.Core.</summary>
    Core,

    /// <summary>A property module.</summary>
    Module,

    /// <summary>A theme.</summary>
    Theme,

    /// <summary>src/Web.</summary>
    Host,
}
