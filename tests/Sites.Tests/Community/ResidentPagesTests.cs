using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Ties;
using PropertySuite.Core;

namespace Sites.Tests.Community;

public sealed class ResidentPagesTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task A_resident_sees_the_units_held_today_and_loses_them_at_midnight_of_the_community()
    {
        site.Sites.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 22, 50, 0, TimeSpan.Zero));
        using var owner = await site.SignInAsync("owner");
        Assert.Contains("B-07-C", await owner.ReadAsync("/my"), StringComparison.Ordinal);
        Assert.Contains("P1-118", await owner.ReadAsync("/my/household"), StringComparison.Ordinal);

        await EndAllTiesOfElenaAsync(new DateOnly(2026, 3, 3));

        // 23:59 in Madrid, where winter time is an hour ahead of UTC.
        site.Sites.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 22, 59, 0, TimeSpan.Zero));
        Assert.Contains("B-07-C", await owner.ReadAsync("/my"), StringComparison.Ordinal);

        site.Sites.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 23, 0, 0, TimeSpan.Zero));
        foreach (var path in new[] { "/my", "/my/household" })
        {
            using var answer = await owner.GetAsync(path);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("B-07-C", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Mateo", page, StringComparison.Ordinal);
            Assert.Contains("Hoy no tiene ninguna unidad aquí.", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/Admin/Units")]
    [InlineData("/Admin/Search?q=b7c")]
    [InlineData("/Admin/People")]
    public async Task A_resident_never_gets_into_the_register(string path)
    {
        using var owner = await site.SignInAsync("owner");
        using var answer = await owner.GetAsync(path);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task EndAllTiesOfElenaAsync(DateOnly on) => site.InAsync(async services =>
    {
        var elena = (await services.GetRequiredService<IPersonDirectory>().SearchAsync("elena vidal ortega", 1))[0];
        var book = services.GetRequiredService<TieBook>();
        foreach (var tie in await book.EverOfPersonAsync(elena.Id))
        {
            await book.EndAsync(tie, on, "Sale", new Actor("manager", "manager"));
        }
    });
}
