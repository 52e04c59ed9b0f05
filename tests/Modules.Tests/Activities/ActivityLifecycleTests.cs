using PropertySuite.Activities;
using PropertySuite.Core;
using static Modules.Tests.Activities.ActivityWorld;

namespace Modules.Tests.Activities;

/// <summary>How an activity lives (ACT-01, ACT-04, ACT-08, ACT-15, ACT-17).</summary>
public sealed class ActivityLifecycleTests
{
    private static readonly (string Name, Actor Actor)[] Actors =
        [("editor", Editor), ("manager", Manager), ("door", Door), ("resident", Elena), ("policy", Actor.Policy), ("clock", Actor.Clock), ("nobody", Nobody)];

    // The whole table by hand: what each state lets whom do. Everything that is not here must be refused.
    private static readonly Dictionary<(ActivityState From, string Verb), string[]> Allowed = new()
    {
        [(ActivityState.Draft, "publish")] = ["editor"],
        [(ActivityState.Approved, "publish")] = ["editor"],
        [(ActivityState.Scheduled, "publish")] = ["editor", "clock"],
        [(ActivityState.Draft, "schedule")] = ["editor"],
        [(ActivityState.Approved, "schedule")] = ["editor"],
        [(ActivityState.Scheduled, "withdraw")] = ["editor"],
        [(ActivityState.Draft, "propose")] = ["editor"],
        [(ActivityState.Proposed, "approve")] = ["manager"],
        [(ActivityState.Proposed, "return")] = ["manager"],
        [(ActivityState.Published, "open")] = ["editor", "clock"],
        [(ActivityState.Closed, "open")] = ["editor"],
        [(ActivityState.Open, "fill")] = ["clock"],
        [(ActivityState.Full, "free")] = ["clock"],
        [(ActivityState.Open, "close")] = ["editor", "clock"],
        [(ActivityState.Full, "close")] = ["editor", "clock"],
        [(ActivityState.Held, "summarise")] = ["editor"],
    };

    static ActivityLifecycleTests()
    {
        foreach (var state in ActivityStates.Ahead)
        {
            Allowed[(state, "hold")] = ["editor", "clock"];
            Allowed[(state, "move")] = ["editor"];
            Allowed[(state, "postpone")] = ["editor"];
        }

        Allowed[(ActivityState.Postponed, "move")] = ["editor"];
        foreach (var state in ActivityStates.Written)
        {
            Allowed[(state, "cancel")] = ["editor", "manager"];
        }
    }

    public static TheoryData<ActivityState, string> StatesAndVerbs()
    {
        var data = new TheoryData<ActivityState, string>();
        foreach (var state in Enum.GetValues<ActivityState>())
        {
            foreach (var verb in ActivityLifecycle.Table.Transitions.Where(row => row.From is not null).Select(row => row.Verb.Id).Distinct())
            {
                data.Add(state, verb);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(StatesAndVerbs))]
    public void Each_verb_from_each_state_is_open_to_those_of_the_table_and_to_nobody_else(ActivityState state, string verbId)
    {
        var verb = ActivityLifecycle.Table.Transitions.First(row => row.Verb.Id == verbId).Verb;
        var allowed = Allowed.GetValueOrDefault((state, verbId), []);
        foreach (var (name, actor) in Actors)
        {
            var activity = Ready(state);
            var taken = true;
            try
            {
                ActivityLifecycle.Table.Take(activity, verb, actor, verbId == "hold" ? Start.AddMinutes(5) : Now.AddHours(1), "why");
            }
            catch (RefusedException refused)
            {
                taken = false;
                Assert.Equal(state, activity.State);
                Assert.Contains(refused.Code, new[] { "lifecycle.not-from-here", "lifecycle.not-yours" });
            }

            Assert.True(taken == allowed.Contains(name), $"{name} · {verbId} · {state}: {(taken ? "was let" : "was refused")}");
        }
    }

    [Fact]
    public void What_costs_more_than_the_limit_is_published_after_the_managers_approval_only()
    {
        var activity = Draft(Plan(cost: 450));

        Assert.Equal("activity.cost-needs-approval", Refused(() => activity.Publish(Editor, Now)));
        activity.Propose(Editor, Now);
        Assert.Equal("lifecycle.not-yours", Refused(() => activity.Approve(Editor, Now)));
        activity.Approve(Manager, Now);
        activity.Publish(Editor, Now);

        Assert.Equal(ActivityState.Published, activity.State);
    }

    [Fact]
    public void An_approved_cost_that_grows_is_asked_about_again()
    {
        var activity = Draft(Plan(cost: 450));
        activity.Propose(Editor, Now);
        activity.Approve(Manager, Now);
        activity.Revise(Editor, Now, Plan(cost: 451), "es");

        Assert.Equal("activity.cost-needs-approval", Refused(() => activity.Publish(Editor, Now)));
    }

    [Fact]
    public void The_clock_publishes_opens_closes_and_holds_each_at_its_moment()
    {
        var plan = Plan() with { Registration = new RegistrationRules { Needed = true, Capacity = 10, OpensUtc = Now.AddDays(2), ClosesUtc = Start.AddDays(-1) }, Rules = ActivityRules.Usual with { RemindHours = 0 } };
        var activity = Draft(plan);
        activity.Schedule(Editor, Now, Now.AddDays(1));

        var steps = activity.Tick(End.AddHours(1));

        Assert.Equal(["publish", "open", "close", "hold"], steps.Select(step => step.Verb));
        Assert.Equal([Now.AddDays(1), Now.AddDays(2), Start.AddDays(-1), End], steps.Select(step => step.AtUtc));
        Assert.All(steps, step => Assert.Same(Actor.Clock, step.By));
    }

    [Fact]
    public void Registration_opens_with_the_publication_unless_a_day_is_named()
    {
        var activity = Draft();
        activity.Publish(Editor, Now);

        Assert.Equal(["open"], activity.Tick(Now, Now).Select(step => step.Verb));
    }

    [Fact]
    public void The_last_place_makes_it_full_and_a_place_given_back_opens_it_again()
    {
        var activity = In(ActivityState.Open);

        Assert.Equal(["fill"], activity.Count(10, 3, 0, Now).Select(step => step.Verb));
        Assert.Empty(activity.Count(10, 4, 0, Now));
        Assert.Equal(["free"], activity.Count(9, 0, 0, Now).Select(step => step.Verb));
    }

    [Fact]
    public void People_who_know_the_time_are_told_of_a_new_one_and_shifts_move_with_it()
    {
        var activity = In(ActivityState.Open);
        Assert.Equal("activity.time-known", Refused(() => activity.Revise(Editor, Now, Plan() with { Time = new ActivityTime(Start.AddDays(1), End.AddDays(1)) }, "es")));

        activity.Move(Editor, Now, new ActivityTime(Start.AddDays(7), End.AddDays(7)), null);

        Assert.Equal(NewsKind.Moved, activity.News!.Kind);
        Assert.True(activity.IsTelling);
        Assert.Equal(Start.AddDays(7).AddHours(-1), activity.Shifts[0].FromUtc);
    }

    [Fact]
    public void A_cancelled_draft_is_news_to_nobody_and_a_cancelled_activity_to_everybody()
    {
        var draft = Draft();
        draft.Cancel(Editor, Now, "no choir");
        Assert.Null(draft.News);

        var told = In(ActivityState.Open);
        Assert.Equal("lifecycle.reason-missing", Refused(() => told.Cancel(Editor, Now, " ")));
        told.Cancel(Editor, Now, "no choir");
        Assert.Equal((NewsKind.Cancelled, "no choir", 1), (told.News!.Kind, told.News.Reason, told.News.Revision));
    }

    [Fact]
    public void Those_who_registered_are_reminded_once_for_each_date()
    {
        var activity = In(ActivityState.Open);
        var step = Assert.Single(activity.Tick(Start.AddHours(-24)));

        Assert.Equal(("remind", NewsKind.Reminder), (step.Verb, activity.News!.Kind));
        activity.Told();
        Assert.Empty(activity.Tick(Start.AddHours(-23)));
    }

    [Fact]
    public void Capacity_never_falls_below_the_places_that_are_taken()
    {
        var activity = In(ActivityState.Open);
        activity.Count(8, 0, 0, Now);

        Assert.Equal("activity.capacity-below-taken", Refused(() => activity.Revise(Editor, Now, Plan(capacity: 7), "es")));
        activity.Revise(Editor, Now, Plan(capacity: 8), "es");
    }

    [Theory]
    [InlineData("es", "es", "Concierto de Navidad")]
    [InlineData("en", "en", "Christmas concert")]
    [InlineData("zh-Hans", "es", "Concierto de Navidad")]
    public void A_missing_language_falls_back_and_says_which_one_it_is(string reader, string spoken, string title)
    {
        var found = Draft().Texts.For(reader, "es");

        Assert.Equal((spoken, title), (found.Language, found.Value.Title));
    }

    [Fact]
    public void The_public_address_is_made_of_the_title_and_stays()
    {
        var activity = Draft();
        activity.Name("JDA-ACT-2026-00012", "Concierto de Navidad, ¡gratis!");

        Assert.Equal("concierto-de-navidad-gratis-2026-12", activity.Slug);
        Assert.Throws<InvalidOperationException>(() => activity.Name("JDA-ACT-2026-00013", "x"));
    }

    [Fact]
    public void Every_state_has_a_name_and_a_shape()
    {
        Assert.All(Enum.GetValues<ActivityState>(), state => Assert.NotEmpty(ActivityLifecycle.Name(state) + ActivityLifecycle.Dot(state)));
        Assert.All(Enum.GetValues<RegistrationState>(), state => Assert.NotEmpty(RegistrationLifecycle.Name(state) + RegistrationLifecycle.Dot(state)));
        Assert.All(Enum.GetValues<TurnState>(), state => Assert.NotEmpty(TurnLifecycle.Name(state) + TurnLifecycle.Dot(state)));
    }

    private static ActivityPart Ready(ActivityState state)
    {
        var activity = In(ActivityState.Draft);
        activity.Schedule(Editor, Now, Now.AddHours(2));
        activity.State = ActivityState.Held;
        activity.Summarise(Editor, new Dictionary<string, string> { ["es"] = "Vinieron todos." });
        if (!ActivityStates.Unpublished.Contains(state))
        {
            activity.State = ActivityState.Draft;
            activity.Publish(Editor, Now);
        }

        activity.State = state;
        return activity;
    }
}
