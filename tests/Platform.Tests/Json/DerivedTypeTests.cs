using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Platform.Json;

namespace Platform.Tests.Json;

public sealed class DerivedTypeTests
{
    [Fact]
    public void A_registered_type_is_stored_under_its_full_name_and_comes_back_as_itself()
    {
        var services = new ServiceCollection().AddOptions().AddJsonDerivedTypeInfo<Circle, Figure>().BuildServiceProvider();
        var options = services.GetRequiredService<DocumentJson>().Options;

        var json = JsonSerializer.Serialize(new Drawing { Figures = [new Circle { Radius = 2 }] }, options);

        Assert.Equal("""{"Figures":[{"$type":"Platform.Tests.Json.DerivedTypeTests\u002BCircle, Platform.Tests","Radius":2}]}""", json);
        Assert.Equal(2, Assert.IsType<Circle>(JsonSerializer.Deserialize<Drawing>(json, options)!.Figures.Single()).Radius);
    }

    public abstract class Figure;

    public sealed class Circle : Figure
    {
        public int Radius { get; set; }
    }

    public sealed class Drawing
    {
        public List<Figure> Figures { get; set; } = [];
    }
}
