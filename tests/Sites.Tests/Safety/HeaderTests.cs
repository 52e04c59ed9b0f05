using System.Net;

namespace Sites.Tests.Safety;

/// <summary>T24: what every answer carries, whoever asks and whatever the answer is.</summary>
[Collection(SafetySites.Name)]
public sealed class HeaderTests(SafetySite site)
{
    // What the guard's device keeps for checking passes without a connection: the public halves of the keys, the worker's script, the page that
    // holds no name. Nothing of a person.
    private static readonly string[] Kept = ["/visits/pass-keys.json", "/Admin/Visits/Gate/Offline/Worker.js"];

    [Theory]
    [InlineData("manager")]
    [InlineData("desk")]
    [InlineData("guard")]
    [InlineData("owner")]
    public async Task T24_every_answer_to_somebody_signed_in_is_protected_and_no_page_is_kept_by_caches(string user)
    {
        using var browser = await site.SignInAsync(user);
        var findings = new List<string>();
        var opened = 0;
        foreach (var address in await site.AddressesAsync("alba"))
        {
            using var answer = await browser.GetAsync(address);
            findings.AddRange(Protection.FaultsOf(answer).Select(fault => $"{address}: {fault}"));
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                opened++;
                if (answer.Headers.CacheControl?.NoStore != true && !Kept.Contains(address))
                {
                    findings.Add($"{address}: may be kept by caches ({answer.Headers.CacheControl})");
                }
            }
        }

        EndpointTests.None(findings);
        Assert.True(opened > 3, $"Only {opened} pages opened.");
    }

    [Fact]
    public async Task T24_every_answer_to_a_stranger_is_protected()
    {
        var findings = new List<string>();
        foreach (var address in await site.AddressesAsync("alba"))
        {
            using var browser = site.Visitor();
            using var answer = await browser.GetAsync(address);
            findings.AddRange(Protection.FaultsOf(answer).Select(fault => $"{address}: {fault}"));
        }

        EndpointTests.None(findings);
    }

    [Fact]
    public void T24_an_answer_without_protection_is_found()
    {
        using var bare = new HttpResponseMessage();
        bare.Headers.TryAddWithoutValidation("Set-Cookie", "session=1; path=/");

        Assert.Equal(6, Protection.FaultsOf(bare).Count());
    }
}
