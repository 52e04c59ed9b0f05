using PropertySuite.Architecture.Tests.Rules;

namespace PropertySuite.Architecture.Tests;

public sealed class DirectionTests
{
    [Fact]
    public void References_point_down() => Verdict.None(Direction.WrongReferences(Product.AsBuilt));

    [Fact]
    public void A_reference_from_the_contract_to_a_module_is_found()
    {
        var seeded = Seed.Compile("OrchardCore.Abstractions", "public class Up { public System.Type It = typeof(PropertySuite.Core.Manifesto); }", CoreStub());

        Assert.Contains(Direction.WrongReferences(Product.AsBuilt.With(seeded)), found => found.Contains("PropertySuite.Core", StringComparison.Ordinal));
    }

    [Fact]
    public void Modules_know_only_the_contracts_of_other_modules() => Verdict.None(Direction.ForeignInsides(Product.AsBuilt));

    [Fact]
    public void A_module_that_uses_the_inside_of_another_is_found()
    {
        var inside = Seed.Compile("PropertySuite.Seeded", "namespace PropertySuite.Seeded.Inside { public class Secret { } }");
        var seeded = Seed.Compile("PropertySuite.Curious", "public class Reader { public object Read() => new PropertySuite.Seeded.Inside.Secret(); }", inside);

        Assert.Contains(Direction.ForeignInsides(Product.AsBuilt.With(inside).With(seeded)), found => found.Contains("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Modules_need_each_other_in_one_direction() => Verdict.None(Direction.Cycles(Product.AsBuilt));

    [Fact]
    public void A_cycle_is_found()
    {
        var first = Seed.Compile("PropertySuite.Hen", "namespace PropertySuite.Hen.Contracts { public class Hen { } }");
        var second = Seed.Compile("PropertySuite.Egg", "namespace PropertySuite.Egg.Contracts { public class Egg { public PropertySuite.Hen.Contracts.Hen From; } }", first);
        var closing = Seed.Compile("PropertySuite.Hen", "namespace PropertySuite.Hen.Contracts { public class Hen { public PropertySuite.Egg.Contracts.Egg From; } }", second);

        Assert.NotEmpty(Direction.Cycles(Product.AsBuilt.With(second).With(closing)));
    }

    [Fact]
    public void A_manifest_declares_the_modules_that_are_used() => Verdict.None(Direction.UndeclaredNeeds(Product.AsBuilt));

    [Fact]
    public void A_need_that_the_manifest_hides_is_found()
    {
        var hen = Seed.Compile("PropertySuite.Hen", "namespace PropertySuite.Hen.Contracts { public class Hen { } }");
        var silent = Seed.Compile("PropertySuite.Silent", "public class User { public object Use() => new PropertySuite.Hen.Contracts.Hen(); }", hen);
        var idle = Seed.Compile("PropertySuite.Idle", "[assembly: OrchardCore.Modules.Manifest.Module(Name = \"Idle\", Dependencies = new[] { \"PropertySuite.Hen\" })]");

        var found = Direction.UndeclaredNeeds(Product.AsBuilt.With(hen).With(silent).With(idle)).ToList();

        Assert.Contains("PropertySuite.Silent uses PropertySuite.Hen, which its manifest does not declare", found);
        Assert.Contains("PropertySuite.Idle declares PropertySuite.Hen in its manifest and does not use it", found);
    }

    private static Mono.Cecil.AssemblyDefinition CoreStub() =>
        Seed.Compile("PropertySuite.Core", "namespace PropertySuite.Core { public class Manifesto { } }");
}
