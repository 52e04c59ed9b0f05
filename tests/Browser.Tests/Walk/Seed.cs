using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Title.Models;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Platform.Users;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;
using Sites.Tests.Visitors;

namespace PropertySuite.Browser.Tests.Walk;

/// <summary>Visits in each state, made as people make them, so that every page has something to show.</summary>
internal static partial class Seed
{
    private const string Unit = "albaunitb07c00000000a9c767";

    /// <returns>The addresses that come to a guest by message.</returns>
    public static async Task<IReadOnlyList<string>> PlantAsync(WalkSite site, TestBrowser owner, TestBrowser guard, TestBrowser desk, IBrowser camera)
    {
        var passes = new List<string>();
        var inside = await AnnounceAsync(owner, "Nuria Salcedo Pons", passes);
        var gone = await AnnounceAsync(owner, "Iria Montes", passes);
        var cancelled = await AnnounceAsync(owner, "Óscar Prado", passes);
        await AnnounceAsync(owner, "Vega Lorente", passes);
        Moved(await owner.SubmitAsync("/my/visits/new", $"/my/visits/{cancelled}/cancel"));

        Moved(await guard.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Place", ("entranceId", "entrancenorth0000000000001")));
        foreach (var visit in new[] { inside, gone })
        {
            var badge = "";
            await site.InAsync(WalkSite.Community, async services => badge = (await services.GetRequiredService<Badges>().FreeAsync())[0].BadgeId);
            Moved(await guard.SubmitAsync($"/Admin/Visits/Gate/{visit}", $"/Admin/Visits/Gate/{visit}/Admit", ("BadgeId", badge), ("Persons", "1")));
        }

        Moved(await guard.SubmitAsync($"/Admin/Visits/Gate/{gone}", $"/Admin/Visits/Gate/{gone}/Leave", ("badge", "Returned")));

        await using var context = await camera.NewContextAsync();
        var photo = await (await context.NewPageAsync()).ScreenshotAsync(new PageScreenshotOptions { Type = ScreenshotType.Jpeg });
        await WalkInAsync(desk, "Tomás Rey", photo);
        var visitor = await WalkInAsync(desk, "Sara Quintana", photo);
        Moved(await desk.SubmitAsync($"/Admin/Visits/Record/{visitor}/Answer", $"/Admin/Visits/Record/{visitor}/Answer", ("Answer", "confirm"), ("AnsweredBy", "Elena Vidal Ortega"), ("NumberCalled", "600 000 218")));
        Moved(await guard.SubmitAsync($"/Admin/Visits/Gate/{visitor}", $"/Admin/Visits/Gate/{visitor}/Admit", ("BadgeId", "none"), ("Persons", "1")));

        await PublishNoticesAsync(site);
        Moved(await owner.SubmitAsync(
            "/my/visits/recurring/new", "/my/visits/recurring/new",
            ("Name", "Berta Nogal"), ("UnitId", Unit), ("Kind", "DomesticHelp"), ("Days", "Monday"), ("From", "8:00"), ("Until", "14:00"), ("ValidUntil", "31/12/2026")));
        Moved(await desk.SubmitAsync("/Admin/Visits/Watch/New", "/Admin/Visits/Watch/New", ("Name", "Bruno Malaespina"), ("Level", "Stop"), ("Kind", "UnpaidDamage"), ("Reason", "Broke the barrier")));
        Moved(await desk.SubmitAsync("/Admin/Visits/Office/New", "/Admin/Visits/Office/New", ("Name", "Olga Oficina"), ("Employee", "Marta Gil"), ("IsHere", "true"), ("Persons", "1")));
        return passes;
    }

    /// <summary>The pages of a file that was uploaded with faults, as the manager is led to them.</summary>
    public static async Task<IReadOnlyList<string>> ImportAsync(TestBrowser manager)
    {
        using var checkedFile = await FormFile.SendAsync(manager, "/Admin/Imports/List/units", "file", Encoding.UTF8.GetBytes("Unidad;Piso raro\nE-11-A;T1\n"), "raro.csv", "text/csv");
        Assert.Equal(HttpStatusCode.Found, checkedFile.StatusCode);
        var page = checkedFile.Headers.Location!.ToString();
        return [page, page + "/Problems.csv"];
    }

    /// <summary>The link by which an invited person gets in.</summary>
    public static async Task<string> InvitationAsync(WalkSite site)
    {
        var token = "";
        await site.InAsync(WalkSite.Community, async services =>
        {
            var user = new User { UserName = "invited", Email = "invited@example.org", RoleNames = ["Owner"] };
            Assert.NotNull(await services.GetRequiredService<IUserService>().CreateUserAsync(user, null, (key, error) => Assert.Fail($"{key}: {error}")));
            token = await services.GetRequiredService<AccessLinks>().CreateAsync(user, AccessLinkKind.Invitation);
        });
        return "/Invitation?token=" + token;
    }

    // The community's own types have pages of their own; a type as an administrator would make it has the stock ones.
    private static async Task PublishNoticesAsync(WalkSite site)
    {
        await site.InAsync(WalkSite.Community, async services =>
        {
            var definitions = services.GetRequiredService<IContentDefinitionManager>();
            await definitions.AlterTypeDefinitionAsync("Notice", type => type
                .DisplayedAs("Notice").Creatable().Listable().Draftable().Versionable().Securable()
                .WithPart("TitlePart").WithPart("Notice"));
            await definitions.AlterPartDefinitionAsync("Notice", part => part
                .WithField("Place", field => field.OfType(nameof(TextField)).WithDisplayName("Place")));
        });
        await site.InAsync(WalkSite.Community, async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            foreach (var published in new[] { true, false })
            {
                var notice = await contents.NewAsync("Notice");
                notice.Alter<TitlePart>(part => part.Title = "Lift inspection");
                await contents.CreateAsync(notice, published ? VersionOptions.Published : VersionOptions.Draft);
            }
        });
    }

    private static async Task<string> WalkInAsync(TestBrowser desk, string guest, byte[] photo)
    {
        using var registered = await FormFile.SendAsync(
            desk, "/Admin/Visits/WalkIn", "Photo", photo, "photo.jpg", "image/jpeg",
            ("Unit", "b7c"), ("Name", guest), ("Kind", "Guest"), ("Persons", "1"), ("IdentitySeen", "true"));
        Assert.Equal(HttpStatusCode.Found, registered.StatusCode);
        return registered.Headers.Location!.ToString().Split('/')[^2];
    }

    private static async Task<string> AnnounceAsync(TestBrowser owner, string guest, List<string> passes)
    {
        using var announced = await owner.SubmitAsync(
            "/my/visits/new", "/my/visits/new",
            ("Name", guest), ("UnitId", Unit), ("Day", "today"), ("From", "0:00"), ("Until", "23:59"), ("Persons", "1"), ("Car", "no"));
        Assert.Equal(HttpStatusCode.Found, announced.StatusCode);
        var page = announced.Headers.Location!.ToString();
        passes.Add(Pass().Match(await owner.ReadAsync(page)).Value);
        return page.Split('/')[^1];
    }

    private static void Moved(HttpResponseMessage answer)
    {
        using (answer)
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [GeneratedRegex("/pass/[A-Za-z0-9_-]{22}")]
    private static partial Regex Pass();
}
