using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace PropertySuite.Architecture.Tests;

/// <summary>Compiles a violation on the spot, so that each rule is shown to fail for what it names.</summary>
internal static class Seed
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => (MetadataReference)MetadataReference.CreateFromFile(file))
            .ToList());

    /// <summary>Compiles <paramref name="source"/> as the assembly <paramref name="assemblyName"/>.</summary>
    public static AssemblyDefinition Compile(string assemblyName, string source, params AssemblyDefinition[] also)
    {
        var replaced = also.Select(assembly => assembly.Name.Name).Append(assemblyName).ToHashSet(StringComparer.Ordinal);
        var references = References.Value
            .Where(reference => !replaced.Contains(Path.GetFileNameWithoutExtension(reference.Display ?? string.Empty)))
            .Concat(also.Select(Reference));
        var compilation = CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText("using System; using System.Threading.Tasks; using System.Linq;\n" + source)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        stream.Position = 0;
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        foreach (var folder in Product.FrameworkFolders())
        {
            resolver.AddSearchDirectory(folder);
        }

        return AssemblyDefinition.ReadAssembly(stream, new ReaderParameters { AssemblyResolver = resolver });
    }

    private static MetadataReference Reference(AssemblyDefinition assembly)
    {
        var stream = new MemoryStream();
        assembly.Write(stream);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
