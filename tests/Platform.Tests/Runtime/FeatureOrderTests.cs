using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Extensions.Logging.Abstractions;
using OrchardCore.Modules.Manifest;
using PropertySuite.Platform.Modules;

namespace Platform.Tests.Runtime;

public sealed class FeatureOrderTests
{
    [Fact]
    public void A_feature_comes_after_what_it_depends_on()
    {
        var order = Order(Module("Zeta"), Module("Alpha", dependencies: ["Zeta"]));
        Assert.Equal(["Zeta", "Alpha"], order);
    }

    [Fact]
    public void Features_that_do_not_depend_on_each_other_go_by_priority_then_by_id()
    {
        var order = Order(Module("Beta"), Module("Alpha"), Module("Last", priority: "10"), Module("First", priority: "-5"));
        Assert.Equal(["First", "Alpha", "Beta", "Last"], order);
    }

    [Fact]
    public void A_circle_of_dependencies_is_refused_by_name()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Order(Module("A", dependencies: ["B"]), Module("B", dependencies: ["A"])));
        Assert.Contains("A → B → A", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_without_a_manifest_is_one_feature_named_after_it()
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("No.Manifest"), AssemblyBuilderAccess.RunAndCollect);
        assembly.SetCustomAttribute(new CustomAttributeBuilder(typeof(ModuleMarkerAttribute).GetConstructors()[0], ["No.Manifest", "Module"]));

        var feature = Assert.Single(ModuleInfo.Read(assembly)!.FeatureList);
        Assert.Equal("No.Manifest", feature.Id);
        Assert.Equal("No.Manifest", feature.Name);
    }

    [Fact]
    public void An_assembly_without_a_marker_is_no_module()
        => Assert.Null(ModuleInfo.Read(typeof(string).Assembly));

    [Fact]
    public void What_is_needed_comes_along_and_what_is_unknown_is_left_out()
    {
        var extensions = Manager(Module("Core"), Module("Fees", dependencies: ["Core"]), Module("Other"));
        Assert.Equal(["Core", "Fees"], extensions.GetFeatures(["Fees", "Nowhere"]).Select(feature => feature.Id));
        Assert.Equal(["Core", "Fees"], extensions.GetDependentFeatures("Core").Select(feature => feature.Id));
    }

    private static string[] Order(params Assembly[] modules) => [.. Manager(modules).GetFeatures().Select(feature => feature.Id)];

    private static ExtensionManager Manager(params Assembly[] modules) => new(modules, NullLogger.Instance);

    private static AssemblyBuilder Module(string id, string[]? dependencies = null, string? priority = null)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(id), AssemblyBuilderAccess.RunAndCollect);
        assembly.SetCustomAttribute(new CustomAttributeBuilder(
            typeof(ModuleAttribute).GetConstructor([])!,
            [],
            [typeof(FeatureAttribute).GetProperty("Dependencies")!, typeof(FeatureAttribute).GetProperty("Priority")!],
            [dependencies ?? [], priority ?? string.Empty]));
        return assembly;
    }
}
