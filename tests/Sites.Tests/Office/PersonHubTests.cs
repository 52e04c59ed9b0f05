using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Community.Contracts;
using Sites.Tests.Community;

namespace Sites.Tests.Office;

/// <summary>A person's page carries what modules add to it, by the rights of who reads it (REG-16, S10.1).</summary>
public sealed class PersonHubTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task The_visits_that_a_person_receives_are_shown_to_who_may_see_visits()
    {
        using var owner = await site.SignInAsync("owner");
        using var announced = await owner.SubmitAsync("/my/visits/new", "/my/visits/new",
            ("Name", "Marta Cardona"), ("UnitId", "albaunitb07c00000000a9c767"), ("Kind", "Guest"), ("Day", "today"), ("From", "9:00"), ("Until", "23:00"), ("Persons", "1"), ("Car", "no"));
        Assert.Equal(HttpStatusCode.Redirect, announced.StatusCode);
        var elena = "";
        await site.InAsync(async services => elena = (await services.GetRequiredService<IPersonDirectory>().SearchAsync("elena vidal ortega", 1))[0].Id);

        using var guard = await site.SignInAsync("guard");
        var seen = WebUtility.HtmlDecode(await guard.ReadAsync("/Admin/People/" + elena));
        Assert.Contains("id=\"person-visits\"", seen, StringComparison.Ordinal);
        Assert.Contains("Marta Cardona", seen, StringComparison.Ordinal);
        Assert.Contains("B-07-C", seen, StringComparison.Ordinal);

        using var engineer = await site.SignInAsync("engineer");
        var hidden = WebUtility.HtmlDecode(await engineer.ReadAsync("/Admin/People/" + elena));
        Assert.Contains("Elena Vidal Ortega", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("Marta Cardona", hidden, StringComparison.Ordinal);
    }
}
