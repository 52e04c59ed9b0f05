using System.Net;
using System.Text.Json;

namespace Sites.Tests.Hosting;

public sealed class AnswersTests : IAsyncLifetime
{
    private TestSites _sites = null!;
    private TestBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Probe");
        _browser = _sites.Browser("https://alba.localhost");
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _sites.DisposeAsync();
    }

    [Theory]
    [InlineData("/Sites.Tests/Probe/Who")]
    [InlineData("/no/such/page")]
    [InlineData("/Sites.Tests/Probe/Break")]
    [InlineData("/PropertySuite.Office/css/office.css")]
    public async Task T24_every_answer_carries_the_security_headers(string path)
    {
        using var response = await _browser.GetAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_failure_says_what_to_do_and_gives_a_reference_that_the_log_has()
    {
        using var response = await _browser.GetAsync("/Sites.Tests/Probe/Break");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret detail", text, StringComparison.Ordinal);
        Assert.DoesNotContain("at Sites.Tests", text, StringComparison.Ordinal);
        var logged = Assert.Single(_sites.Log.Entries, entry => entry.Contains("secret detail", StringComparison.Ordinal));
        var reference = System.Text.RegularExpressions.Regex.Match(logged, "reference ([0-9A-Z:]+)").Groups[1].Value;
        Assert.Contains(reference, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_told_of_a_failure_in_its_own_form()
    {
        using var response = await _browser.GetAsync("/Sites.Tests/Probe/Break", accept: "application/json");

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(500, problem.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_a_page()
    {
        using var response = await _browser.GetAsync("/no/such/page");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Pages_are_not_kept_by_browsers()
    {
        using var response = await _browser.GetAsync("/Sites.Tests/Probe/Who");
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task What_an_action_has_done_is_stored_before_its_result_is_told()
    {
        using var response = await _browser.SubmitAsync("/Sites.Tests/Probe/Form", "/Sites.Tests/Probe/Write", ("text", "first"), ("fail", "false"));
        Assert.Equal("outside: first", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_failed_action_has_done_is_not_stored()
    {
        using var response = await _browser.SubmitAsync("/Sites.Tests/Probe/Form", "/Sites.Tests/Probe/Write", ("text", "lost"), ("fail", "true"));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(string.Empty, await _browser.ReadAsync("/Sites.Tests/Probe/Notes"));
    }

    [Fact]
    public async Task T38_whoever_is_slower_is_told_and_overwrites_nothing()
    {
        using var written = await _browser.SubmitAsync("/Sites.Tests/Probe/Form", "/Sites.Tests/Probe/Write", ("text", "first"), ("fail", "false"));
        using var response = await _browser.SubmitAsync("/Sites.Tests/Probe/Form", "/Sites.Tests/Probe/Race");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("quicker", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("quicker", await _browser.ReadAsync("/Sites.Tests/Probe/Notes"));
    }

    [Fact]
    public async Task T22_a_page_that_writes_when_it_is_read_is_noted()
    {
        await _browser.ReadAsync("/Sites.Tests/Probe/Notes");
        Assert.DoesNotContain(_sites.Log.Entries, entry => entry.Contains("WritesOnRead", StringComparison.Ordinal));

        await _browser.ReadAsync("/Sites.Tests/Probe/WriteOnRead");
        Assert.Contains(_sites.Log.Entries, entry => entry.Contains("WritesOnRead", StringComparison.Ordinal) && entry.Contains("/Sites.Tests/Probe/WriteOnRead", StringComparison.Ordinal));
    }
}
