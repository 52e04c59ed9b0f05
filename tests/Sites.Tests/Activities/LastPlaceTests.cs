using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Activities;
using PropertySuite.Core;
using YesSql;

namespace Sites.Tests.Activities;

/// <summary>What the database decides (ACT-08, ACT-11).</summary>
[Collection(ActivitySiteCollection.Name)]
public sealed class LastPlaceTests(ActivitySite site)
{
    private const int Rivals = 100;

    [Fact]
    public async Task The_last_place_goes_to_exactly_one_of_a_hundred_rivals_and_the_others_wait_in_order()
    {
        var activityId = await site.PublishAsync("Última plaza", capacity: 5);
        await site.RegisterAsync(activityId, "early", persons: 4);

        var ids = await AllAtOnceAsync(i => site.RegisterAsync(activityId, $"rival{i:000}"));

        var rows = new List<RegistrationIndex>();
        await site.InAsync(async services => rows = [.. await services.GetRequiredService<ISession>().QueryIndex<RegistrationIndex>(row => row.ActivityId == activityId && row.PersonId != "early").ListAsync()]);
        Assert.Equal(Rivals, ids.Count(id => id.Length == 26));
        Assert.Single(rows, row => row.State == nameof(RegistrationState.Confirmed));
        var waiting = rows.Where(row => row.State == nameof(RegistrationState.Waiting)).OrderBy(row => row.QueueNumber).ToList();
        Assert.Equal(Enumerable.Range(1, Rivals - 1), waiting.Select(row => row.QueueNumber!.Value));
        Assert.Equal(waiting.OrderBy(row => row.Number, StringComparer.Ordinal), waiting);
        var activity = await site.ActivityAsync(activityId);
        Assert.Equal((nameof(ActivityState.Full), 5, Rivals - 1), (activity.State, activity.Taken, activity.Waiting));
    }

    [Fact]
    public async Task A_person_who_registers_ten_times_at_once_is_registered_once()
    {
        var activityId = await site.PublishAsync("Diez pestañas");

        var answers = await AllAtOnceAsync(_ => site.RegisterAsync(activityId, "hasty"), 10);

        Assert.Single(answers, answer => answer.Length == 26);
        Assert.Equal(9, answers.Count(answer => answer == "registration.already-registered"));
        Assert.Equal(1, (await site.ActivityAsync(activityId)).Taken);
    }

    [Fact]
    public async Task Two_registrations_never_hold_the_same_place_even_when_both_were_told_that_it_is_free()
    {
        var activityId = await site.PublishAsync("Dos manos", capacity: 1);
        var first = await site.RegisterAsync(activityId, "first");
        await site.InAsync(async services =>
        {
            var registrations = services.GetRequiredService<Registrations>();
            var second = await registrations.FindAsync(await site.RegisterAsync(activityId, "second"));
            var taken = (await registrations.FindAsync(first))!.Places;
            var step = second!.Offer(services.GetRequiredService<OrchardCore.Modules.IClock>().UtcNow, taken, DateTime.MaxValue);
            var refused = await Assert.ThrowsAsync<RefusedException>(() => registrations.KeepAsync(second, step));
            Assert.Equal("registration.place-taken", refused.Code);
        });
    }

    [Fact]
    public async Task The_last_turn_of_a_shift_goes_to_exactly_one_of_twenty_volunteers()
    {
        var activityId = await site.PublishAsync("Turno", change: plan => plan with { Shifts = [new Shift("chairs", "Sillas", plan.Time!.StartUtc.AddHours(-1), plan.Time.StartUtc, 1)] });

        var answers = await AllAtOnceAsync(
            async i =>
            {
                await site.InAsync(services => services.GetRequiredService<Turns>().SignUpAsync(new Actor($"v{i}", $"v{i}", [ActivityPermissions.TakePart], [$"v{i}"]), activityId, "chairs", $"v{i}", $"Volunteer {i}"));
                return "";
            },
            20);

        Assert.Single(answers, answer => answer == "");
        Assert.Equal(19, answers.Count(answer => answer == "shift.full"));
    }

    private static async Task<IReadOnlyCollection<string>> AllAtOnceAsync(Func<int, Task<string>> act, int count = Rivals)
    {
        var answers = new ConcurrentBag<string>();
        var start = new TaskCompletionSource();
        var rivals = Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            await start.Task;
            try
            {
                answers.Add(await act(i));
            }
            catch (RefusedException refused)
            {
                answers.Add(refused.Code);
            }
        })).ToList();
        start.SetResult();
        await Task.WhenAll(rivals);
        return answers;
    }
}
