using PropertySuite.Architecture.Tests.Rules;

namespace PropertySuite.Architecture.Tests;

public sealed class DomainTests
{
    [Fact]
    public void Rules_get_actor_and_time_from_their_caller() => Verdict.None(Domain.ImpureRules(Product.AsBuilt));

    [Fact]
    public void A_part_that_asks_a_service_is_found()
    {
        var seeded = Seed.Compile(
            "PropertySuite.Seeded",
            "public class LeakyPart : OrchardCore.ContentManagement.ContentPart { public object Ask(IServiceProvider services) => services.GetService(typeof(string)); }");

        Assert.Contains(Domain.ImpureRules(Product.AsBuilt.With(seeded)), found => found.Contains("LeakyPart", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_makes_a_banned_call() => Verdict.None(Domain.BannedCalls(Product.AsBuilt));

    [Theory]
    [InlineData("public class Seeded { public object Do() => DateTime.UtcNow; }")]
    [InlineData("public class Seeded { public object Do() => DateTime.Now; }")]
    [InlineData("public class Seeded { public object Do() => new System.Net.Http.HttpClient(); }")]
    [InlineData("public class Seeded { public object Do(Task<int> task) => task.Result; }")]
    [InlineData("public class Seeded { public async Task<object> Do() { await Task.Yield(); return DateTimeOffset.Now; } }")]
    public void A_banned_call_is_found(string source)
    {
        var seeded = Seed.Compile("PropertySuite.Seeded", source);

        Assert.Contains(Domain.BannedCalls(Product.AsBuilt.With(seeded)), found => found.Contains("Seeded", StringComparison.Ordinal));
    }

    [Fact]
    public void One_clock_drives_waits_timers_and_jobs() => Verdict.None(Domain.OtherClocks(Product.AsBuilt));

    [Theory]
    [InlineData("Task.Delay(1000)")]
    [InlineData("Task.Delay(TimeSpan.FromSeconds(1), System.Threading.CancellationToken.None)")]
    [InlineData("new System.Threading.PeriodicTimer(TimeSpan.FromSeconds(1))")]
    [InlineData("new System.Threading.Timer(_ => { }, null, 0, 1000)")]
    [InlineData("new System.Timers.Timer(1000)")]
    [InlineData("TimeProvider.System")]
    public void Another_clock_is_found(string call)
    {
        var seeded = Seed.Compile("PropertySuite.Seeded", $"public class Seeded {{ public object Do() => {call}; }}");

        Assert.Contains(Domain.OtherClocks(Product.AsBuilt.With(seeded)), found => found.Contains("Seeded", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wait_by_the_clock_that_is_handed_in_is_not_taken_for_another()
    {
        var seeded = Seed.Compile("PropertySuite.Seeded", "public class Seeded { public object Do(TimeProvider time) => Task.Delay(TimeSpan.FromSeconds(1), time); }");

        Assert.DoesNotContain(Domain.OtherClocks(Product.AsBuilt.With(seeded)), found => found.Contains("Seeded", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_data_layer_writes_sql() => Verdict.None(Domain.OwnSql(Product.AsBuilt));

    [Fact]
    public void A_module_with_sql_of_its_own_is_found()
    {
        var seeded = Seed.Compile(
            "PropertySuite.Seeded",
            "public class Seeded { public void Do(System.Data.Common.DbConnection c) { var x = c.CreateCommand(); x.CommandText = \"select 1\"; } }");

        Assert.NotEmpty(Domain.OwnSql(Product.AsBuilt.With(seeded)));
    }

    [Fact]
    public void Models_of_shapes_can_be_proxied() => Verdict.None(Shapes.UnusableModels(Product.AsBuilt));

    [Fact]
    public void A_sealed_model_is_found()
    {
        var seeded = Seed.Compile(
            "PropertySuite.Seeded",
            "public sealed class Model { } public class Driver : OrchardCore.DisplayManagement.Handlers.DisplayDriverBase { public object Do() => Initialize<Model>(); }");

        Assert.NotEmpty(Shapes.UnusableModels(Product.AsBuilt.With(seeded)));
    }
}
