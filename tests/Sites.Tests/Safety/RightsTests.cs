using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Security.Permissions;
using OrchardCore.Users;
using PropertySuite.Core;
using Sites.Tests.Hosting;
using Sites.Tests.Recipes;

namespace Sites.Tests.Safety;

/// <summary>Every address is asked by people without the right, and every form is sent without its token: nothing changes.</summary>
[Collection(SafetySites.Name)]
public sealed class RightsTests(SafetySite site)
{
    // The first shows the failure of a request that came without a token, so it can ask for none. The second is for programs: its own
    // sealed token is its right, a wrong one is answered as what is not there.
    private static readonly string[] WithoutToken = ["/Error", "/workflows/invoke/{token}"];

    [Theory]
    [InlineData("alba")]
    [InlineData("Default")]
    public async Task T22_a_form_without_its_token_is_refused_even_to_the_administrator_and_changes_nothing(string name)
    {
        using var browser = name == "Default" ? await site.SignInAtTheServersOwnSiteAsync() : await site.SignInAsync("admin");
        await browser.ReadAsync("/");
        var before = await site.Sites.ImageAsync(name);
        var findings = new List<string>();
        var sent = 0;
        foreach (var endpoint in await Endpoints.OfAsync(site.Sites, name))
        {
            foreach (var method in Endpoints.Methods(endpoint).Where(method => method != "GET"))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Endpoints.Address(endpoint, site.Values)) { Content = new FormUrlEncodedContent([KeyValuePair.Create("Name", "Anybody")]) };
                using var answer = await browser.SendAsync(request);
                sent++;
                if (answer.StatusCode != HttpStatusCode.BadRequest && !WithoutToken.Contains(Endpoints.Route(endpoint)))
                    findings.Add($"{method} {Endpoints.Route(endpoint)} answers {(int)answer.StatusCode} without a token");
            }
        }

        EndpointTests.None(findings);
        Assert.Equal(before, await site.Sites.ImageAsync(name));
        Assert.True(sent > 15, $"Only {sent} forms were sent.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("owner")]
    [InlineData("guard")]
    [InlineData("desk")]
    [InlineData("manager")]
    public async Task T12_without_the_right_a_stranger_is_sent_to_sign_in_and_a_user_is_forbidden_and_nothing_changes(string? user)
    {
        using var browser = user is null ? site.Visitor() : await site.SignInAsync(user);
        var token = TestBrowser.TokenOf(await browser.ReadAsync("/preferences"));
        var before = await site.Sites.ImageAsync("alba");
        var findings = new List<string>();
        var asked = 0;
        foreach (var endpoint in await WithoutRightAsync(user))
        {
            foreach (var method in Endpoints.Methods(endpoint))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Endpoints.Address(endpoint, site.Values));
                if (method != "GET")
                    request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
                using var answer = await browser.SendAsync(request);
                asked++;
                var asExpected = user is null
                    ? answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/Login?", StringComparison.Ordinal)
                    : answer.StatusCode == HttpStatusCode.Forbidden;
                if (!asExpected)
                    findings.Add($"{method} {Endpoints.Route(endpoint)} answers {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        EndpointTests.None(findings);
        Assert.Equal(before, await site.Sites.ImageAsync("alba"));
        Assert.True(asked > 8, $"Only {asked} addresses are closed to {user ?? "a stranger"}.");
    }

    /// <summary>The endpoints of the community whose demanded permissions this person does not hold.</summary>
    private async Task<IReadOnlyList<RouteEndpoint>> WithoutRightAsync(string? user)
    {
        var endpoints = await Endpoints.OfAsync(site.Sites, "alba");
        List<RouteEndpoint> closed = [];
        await site.Sites.InAsync("alba", async services =>
        {
            var person = new ClaimsPrincipal(new ClaimsIdentity());
            if (user is not null)
            {
                var account = await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(user);
                person = await services.GetRequiredService<IUserClaimsPrincipalFactory<IUser>>().CreateAsync(account!);
            }

            var permissions = services.GetRequiredService<IPermissionService>();
            var authorization = services.GetRequiredService<IAuthorizationService>();
            foreach (var endpoint in endpoints.Where(endpoint => !Endpoints.IsOpen(endpoint)))
            {
                var holdsAll = true;
                foreach (var demanded in endpoint.Metadata.GetOrderedMetadata<RequiresAttribute>())
                    holdsAll &= await authorization.AuthorizeAsync(person, (await permissions.FindByNameAsync(demanded.Permission))!);
                if (!holdsAll)
                    closed.Add(endpoint);
            }
        });
        return closed;
    }
}
