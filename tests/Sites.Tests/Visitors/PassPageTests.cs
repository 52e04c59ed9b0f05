using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Visitors;

namespace Sites.Tests.Visitors;

public sealed class PassPageTests(CommunitySite site) : IClassFixture<CommunitySite>
{
    private const string Unit = "albaunitb07c00000000a9c767";
    private static readonly Actor Elena = new("owner", "Elena", [VisitPermissions.Announce], [Unit]);
    private static readonly Actor Tomas = new("guard", "Tomás", [VisitPermissions.Operate]);
    private static readonly GatePlace North = new("entrancenorth0000000000001", "Puerta Norte");

    [Theory]
    [InlineData("cancelled", "en", "The host cancelled this visit.")]
    [InlineData("cancelled", "es", "anuló")]
    [InlineData("cancelled", "zh-Hans", "取消")]
    [InlineData("used", "en", "The pass has been used")]
    [InlineData("used", "es", "ya se usó")]
    [InlineData("used", "zh-Hans", "已使用")]
    [InlineData("expired", "en", "The pass ended at")]
    [InlineData("expired", "es", "terminó")]
    [InlineData("expired", "zh-Hans", "失效")]
    public async Task A_pass_that_opens_nothing_any_more_says_why_in_the_readers_language(string state, string language, string words)
    {
        var page = await ReadAsync(await LinkAsync(state), language);

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("ps-digits", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ps-qr", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_to_send_stands_in_the_owners_page_without_any_script()
    {
        var visitId = "";
        await site.InAsync(async services => visitId = (await services.GetRequiredService<Invitations>().InviteAsync(Elena, Plan(services, 0))).ContentItem.ContentItemId);
        using var owner = await site.SignInAsync("owner");

        var page = await owner.ReadAsync($"/my/visits/{visitId}");

        Assert.Matches("<input[^>]*id=\"link\"[^>]*value=\"http://alba.localhost/pass/[^\"]{22}\"[^>]*readonly", page);
    }

    private async Task<string> LinkAsync(string state)
    {
        var link = "";
        await site.InAsync(async services =>
        {
            var visit = await services.GetRequiredService<Invitations>().InviteAsync(Elena, Plan(services, 0));
            link = "/pass/" + services.GetRequiredService<PassMaker>().Link(visit.Pass!);
            var now = visit.Window.FromUtc;
            var visits = services.GetRequiredService<PropertySuite.Visitors.Visits>();
            switch (state)
            {
                case "cancelled":
                    await visits.SaveAsync(visit, visit.Cancel(Elena, now));
                    break;
                case "used":
                    await visits.SaveAsync(visit, visit.Admit(Tomas, now, North, 1, null), visit.Leave(Tomas, now.AddMinutes(5), North, BadgeReturn.None));
                    break;
                default:
                    await visits.SaveAsync(visit, visit.Expire());
                    break;
            }
        });
        return link;
    }

    private async Task<string> ReadAsync(string path, string language)
    {
        using var guest = site.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await guest.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static VisitPlan Plan(IServiceProvider services, int hoursAhead)
    {
        var now = services.GetRequiredService<OrchardCore.Modules.IClock>().UtcNow.AddHours(hoursAhead);
        return new(VisitKind.Guest, new VisitGuest("Guest of the pass", null, 1, null), new VisitHost(Unit, "B-07-C", null, "Elena"), new VisitWindow(now, now.AddHours(3)));
    }
}
