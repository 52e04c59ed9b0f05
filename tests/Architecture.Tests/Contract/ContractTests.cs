namespace PropertySuite.Architecture.Tests.Contract;

public sealed class ContractTests
{
    [Fact]
    public void What_is_public_in_the_contract_assemblies_is_in_the_contract() =>
        Verdict.None(ContractRules.Unlisted(Product.AsBuilt, ContractData.Released));

    [Fact]
    public void What_modules_use_is_in_the_contract() =>
        Verdict.None(ContractRules.UsedButUnlisted(Product.AsBuilt, ContractData.Released));

    [Theory]
    [InlineData("namespace OrchardCore.Seeded { public class Unheard { } }", "OrchardCore.Seeded.Unheard")]
    [InlineData("namespace OrchardCore.Modules { public interface IClock { System.DateTime UtcNow { get; } void Chime(int times); } }", "Chime(int)")]
    [InlineData("namespace Microsoft.AspNetCore.Builder { public static class Foreign { public static int Extra(this string text) => 1; } }", "Microsoft.AspNetCore.Builder.Foreign")]
    public void A_public_member_past_the_contract_is_found(string source, string named)
    {
        var seeded = Seed.Compile("OrchardCore.Seeded", source);

        Assert.Contains(ContractRules.Unlisted(Product.AsBuilt.With(seeded), ContractData.Released), found => found.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void A_module_that_uses_more_than_the_contract_is_found()
    {
        var contract = Seed.Compile("OrchardCore.Seeded", "namespace OrchardCore.Seeded { public class Listed { public void Other(int with) { } } }");
        var module = Seed.Compile("PropertySuite.Seeded", "public class User { public void Do() => new OrchardCore.Seeded.Listed().Other(1); }", contract);
        var data = ContractData.Parse(["class OrchardCore.Seeded.Listed", "  method Other(string) : void"]);
        var product = Product.AsBuilt.With(contract).With(module);
        var resolver = (Mono.Cecil.DefaultAssemblyResolver)module.MainModule.AssemblyResolver;
        resolver.ResolveFailure += (_, name) => name.Name == contract.Name.Name ? contract : null;

        Assert.Contains(ContractRules.UsedButUnlisted(product, data), found => found.Contains("Other(int)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_data_takes_members_away_that_the_released_line_dropped()
    {
        var data = ContractData.Parse(["class A.B", "  property Old : string", "  property New : string", "class A.B", "  - property Old : string"]);

        Assert.Equal(["property New : string"], data.Find("A.B")!.Members);
    }
}
