using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using PropertySuite.Activities;
using PropertySuite.Core;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Activities;

/// <summary>
/// The invented community Jardines del Alba with an editor, a manager, a desk, a guard and an owner who can sign in. It is Monday, 2 March 2026,
/// ten in the morning in Madrid.
/// </summary>
public sealed class ActivitySite : IAsyncLifetime
{
    public const string Alba = "alba";
    public const string Address = "http://alba.localhost";
    private const string Password = "correct horse battery staple 7";

    public static readonly Actor Editor = new("editor", "Editor", [ActivityPermissions.Edit, ActivityPermissions.Approve, ActivityPermissions.Attend]);

    public TestSites Sites { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        Sites = await TestSites.StartAsync();
        var errors = await Sites.SetUpAsync(Alba, "residential-estate-demo", host: "alba.localhost", properties: ("SiteTimeZone", "Europe/Madrid"));
        Assert.True(errors.Count == 0, string.Join(" ", errors.Values));

        await Sites.InAsync(Alba, async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            foreach (var name in new[] { "owner", "editor", "desk", "manager", "guard" })
            {
                var user = await users.FindByNameAsync(name);
                var result = await users.AddPasswordAsync(user!, Password);
                Assert.True(result.Succeeded, string.Join(", ", result.Errors.Select(error => error.Description)));
            }
        });
    }

    public async ValueTask DisposeAsync() => await Sites.DisposeAsync();

    /// <summary>A browser of somebody who has signed in.</summary>
    public async Task<TestBrowser> SignInAsync(string name)
    {
        var browser = Sites.Browser(Address);
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>A browser of nobody.</summary>
    public TestBrowser Anonymous() => Sites.Browser(Address);

    /// <summary>Does something within a scope of the community.</summary>
    public Task InAsync(Func<IServiceProvider, Task> work) => Sites.InAsync(Alba, work);

    /// <summary>Publishes an activity of a fortnight later, and opens its registration.</summary>
    public async Task<string> PublishAsync(string title, int? capacity = 10, Func<ActivityPlan, ActivityPlan>? change = null)
    {
        var id = "";
        await InAsync(async services =>
        {
            var now = services.GetRequiredService<OrchardCore.Modules.IClock>().UtcNow;
            var book = services.GetRequiredService<ActivityBook>();
            var start = now.AddDays(14).Date.AddHours(17);
            var plan = new ActivityPlan(
                new Dictionary<string, ActivityText> { ["es"] = new(title, "Para todos.", "Primera línea.\n\nSegundo párrafo.") },
                "Club social",
                new ActivityTime(start, start.AddHours(2)),
                new RegistrationRules { Needed = true, Capacity = capacity });
            var activity = await book.NewAsync();
            var step = activity.Write(Editor, now, change?.Invoke(plan) ?? plan, "es");
            var number = await services.GetRequiredService<NumberSeries>().NextAsync("ALB", ActivityTypes.Number, 2026);
            await book.CreateAsync(activity, number, title, step);
            await book.SaveAsync(activity, activity.Publish(Editor, now));
            id = activity.ContentItem.ContentItemId;
            Assert.Equal(ActivityState.Open, activity.State);
        });
        return id;
    }

    /// <summary>Registers somebody as a rule's caller would.</summary>
    public async Task<string> RegisterAsync(string activityId, string person, int persons = 1)
    {
        var id = "";
        await InAsync(async services =>
        {
            var actor = new Actor(person, person, [ActivityPermissions.TakePart], [person, "unit-" + person]);
            var registration = await services.GetRequiredService<Registrations>().RegisterAsync(actor, activityId, new RegistrationPlan(new Registrant(person, person, "unit-" + person, "B-07-C", IsHolder: true), persons));
            id = registration.ContentItem.ContentItemId;
        });
        return id;
    }

    /// <summary>The row of a registration.</summary>
    public async Task<RegistrationIndex> RowAsync(string registrationId)
    {
        RegistrationIndex row = default!;
        await InAsync(async services => row = (await services.GetRequiredService<ISession>().QueryIndex<RegistrationIndex>(found => found.RegistrationId == registrationId).FirstOrDefaultAsync())!);
        return row;
    }

    /// <summary>The row of an activity.</summary>
    public async Task<ActivityIndex> ActivityAsync(string activityId)
    {
        ActivityIndex row = default!;
        await InAsync(async services => row = (await services.GetRequiredService<ISession>().QueryIndex<ActivityIndex>(found => found.ActivityId == activityId).FirstOrDefaultAsync())!);
        return row;
    }

    /// <summary>Lets the clock act until nothing is due.</summary>
    public async Task TickAsync()
    {
        var due = true;
        for (var runs = 0; due && runs < 20; runs++)
        {
            try
            {
                await InAsync(async services =>
                {
                    var clock = services.GetRequiredService<OrchardCore.Modules.IClock>();
                    var timer = services.GetRequiredService<ActivityTimer>();
                    if (due = await timer.NextDueAsync() <= clock.UtcNow)
                    {
                        await timer.RunAsync(clock.UtcNow, TestContext.Current.CancellationToken);
                    }
                });
            }
            catch (RefusedException)
            {
                // The site's own scheduler did the same at the same moment.
            }
        }

        Assert.False(due, "The clock does not come to rest.");
    }

    public static string Day(DateTime utc) => utc.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}

[CollectionDefinition(Name)]
public sealed class ActivitySiteCollection : ICollectionFixture<ActivitySite>
{
    public const string Name = "The community Jardines del Alba and its activities";
}
