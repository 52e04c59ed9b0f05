using System.Globalization;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Localization;
using PropertySuite.Platform.Localization;

namespace Platform.Tests.Localization;

public sealed class PoLocalizerTests
{
    private const string Context = "My.Module.Gate";

    [Fact]
    public void A_text_of_the_context_goes_before_one_without()
    {
        using var culture = CultureScope.Create("es");
        Assert.Equal("Que pase", Of(Context)["Let in"].Value);
        Assert.Equal("Dejar entrar", Of("Another.Context")["Let in"].Value);
    }

    [Fact]
    public void A_modules_own_word_goes_before_what_another_module_calls_the_same()
    {
        using var culture = CultureScope.Create("es");
        Assert.Equal("Planta", Of("PropertySuite.Parking.SpaceTexts")["Level"].Value);
        Assert.Equal("Planta", Of("PropertySuite.Parking")["Level"].Value);
        Assert.Equal("Nivel", Of("PropertySuite.Complaints.Views.Desk.Index")["Level"].Value);
        Assert.Equal("Nivel", Of("Level")["Level"].Value);
    }

    [Theory]
    [InlineData("es-MX", "Que pase")]
    [InlineData("zh-CN", "请进")]
    [InlineData("fr", "Let in")]
    public void A_culture_falls_back_to_its_parents_and_then_to_the_source(string name, string expected)
    {
        using var culture = CultureScope.Create(name);
        var text = Of(Context)["Let in"];
        Assert.Equal(expected, text.Value);
        Assert.Equal(name == "fr", text.ResourceNotFound);
    }

    [Theory]
    [InlineData("es", 1, "1 visita en Norte")]
    [InlineData("es", 0, "0 visitas en Norte")]
    [InlineData("es", 5, "5 visitas en Norte")]
    [InlineData("zh-Hans", 1, "Norte有1位访客")]
    [InlineData("zh-Hans", 5, "Norte有5位访客")]
    [InlineData("en", 1, "1 visit at Norte")]
    [InlineData("en", 2, "2 visits at Norte")]
    public void A_number_picks_the_form_of_the_language(string name, int count, string expected)
    {
        using var culture = CultureScope.Create(name);
        Assert.Equal(expected, Of(Context).Plural(count, "{0} visit at {1}", "{0} visits at {1}", "Norte").Value);
    }

    [Fact]
    public void What_is_put_into_a_text_with_markup_is_encoded()
    {
        using var culture = CultureScope.Create("es");
        IHtmlLocalizer localizer = new PoHtmlLocalizer((PoStringLocalizer)Of(Context));
        using var writer = new StringWriter();
        localizer["<b>{0}</b> is here", "<script>"].WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.Equal("<b>&lt;script&gt;</b> está aquí", writer.ToString());
    }

    [Theory]
    [InlineData("es-MX", "es")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("EN-gb", "en")]
    [InlineData("de", null)]
    [InlineData("../../etc", null)]
    [InlineData("", null)]
    public void A_wish_is_met_by_the_nearest_culture_of_the_site(string wish, string? expected)
        => Assert.Equal(expected, RequestCulture.Match(wish, ["es", "en", "zh-Hans"]));

    [Theory]
    [InlineData("/Areas/My.Module/Views/Gate/Index", "", "My.Module.Views.Gate.Index")]
    [InlineData("PropertySuite.Web.Areas.My.Module.Views.Gate.Index", "PropertySuite.Web", "My.Module.Views.Gate.Index")]
    [InlineData("My.Module.Gate", "", "My.Module.Gate")]
    public void The_context_of_a_view_is_its_dotted_path(string baseName, string location, string expected)
        => Assert.Equal(expected, PoContext.Of(baseName, location));

    private static IStringLocalizer Of(string context) => new PoStringLocalizer(new Texts(), context);

    private sealed class Texts : ILocalizationManager
    {
        public CultureDictionary GetDictionary(CultureInfo culture)
        {
            new PluralRules().TryGetRule(culture, out var rule);
            var dictionary = new CultureDictionary(culture.Name, rule!);
            dictionary.MergeTranslations(culture.Name switch
            {
                "es" =>
                [
                    new("Let in", Context, ["Que pase"]),
                    new("Let in", null, ["Dejar entrar"]),
                    new("Level", null, ["Nivel"]),
                    new("Level", PoContext.ModuleOf("PropertySuite.Parking"), ["Planta"]),
                    new("{0} visit at {1}", Context, ["{0} visita en {1}", "{0} visitas en {1}"]),
                    new("<b>{0}</b> is here", Context, ["<b>{0}</b> está aquí"]),
                ],
                "zh-Hans" => [new("Let in", Context, ["请进"]), new("{0} visit at {1}", Context, ["{1}有{0}位访客"])],
                _ => [],
            });
            return dictionary;
        }
    }
}
