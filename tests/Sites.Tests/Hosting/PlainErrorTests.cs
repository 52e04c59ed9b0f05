using System.Net;

namespace Sites.Tests.Hosting;

/// <summary>Error pages where no site can answer speak the language that the browser asks for.</summary>
public sealed class PlainErrorTests
{
    [Theory]
    [InlineData("es-MX,es;q=0.9,en;q=0.5", "es", "Aún sin preparar")]
    [InlineData("zh-CN", "zh-Hans", "尚未设置")]
    [InlineData("fr", "en", "Not set up yet")]
    [InlineData("es;q=0,en", "en", "Not set up yet")]
    public async Task A_site_that_is_not_set_up_says_so_in_the_readers_language(string languages, string lang, string title)
    {
        await using var sites = await TestSites.StartAsync();
        using var browser = sites.Browser("http://localhost");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Language", languages);
        using var response = await browser.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains($"<html lang=\"{lang}\">", html, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", html, StringComparison.Ordinal);
    }
}
