using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Community.Contracts;
using Sites.Tests.Hosting;

namespace Sites.Tests.Community;

public sealed class SetUpTests
{
    [Theory]
    [InlineData(null, "es", "Puerta Norte", "Vivo aquí")]
    [InlineData("en", "en", "North gate", "I live here")]
    [InlineData("zh-Hans", "zh-Hans", "北门", "我住在这里")]
    public async Task A_residential_estate_is_set_up_in_its_language(string? culture, string language, string gate, string words)
    {
        await using var sites = await TestSites.StartAsync();
        (string, object)[] properties = culture is null ? [("SiteName", "Los Olivos")] : [("SiteName", "Los Olivos"), ("SiteCulture", culture)];
        var errors = await sites.SetUpAsync("olivos", "residential-estate", "olivos.localhost", null, properties);
        Assert.Empty(errors.Values);

        using var browser = sites.Browser("https://olivos.localhost");
        using var answer = await browser.GetAsync("/");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains("Los Olivos", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);

        await sites.InAsync("olivos", async services =>
        {
            var entrances = await services.GetRequiredService<IEntrances>().ListAsync();
            Assert.Equal(["N", "S"], entrances.Select(entrance => entrance.Code));
            Assert.Equal(gate, entrances[0].Name);
        });
    }
}
