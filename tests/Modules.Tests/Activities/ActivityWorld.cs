using OrchardCore.ContentManagement;
using PropertySuite.Activities;
using PropertySuite.Core;

namespace Modules.Tests.Activities;

/// <summary>A small known world: a concert on a Sunday in December, an editor, a manager, two neighbours.</summary>
internal static class ActivityWorld
{
    public static readonly DateTime Now = new(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Start = new(2026, 12, 13, 18, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime End = Start.AddHours(2);

    public static readonly Actor Editor = new("irene", "Irene Editor", [ActivityPermissions.Edit, ActivityPermissions.View, ActivityPermissions.Attend]);
    public static readonly Actor Manager = new("marta", "Marta Manager", [ActivityPermissions.Approve, ActivityPermissions.View]);
    public static readonly Actor Door = new("dora", "Dora at the door", [ActivityPermissions.Attend]);
    public static readonly Actor Elena = new("elena", "Elena Vidal", [ActivityPermissions.TakePart], ["person-elena", "unit-b-07-c"]);
    public static readonly Actor Rafael = new("rafael", "Rafael of B-08-C", [ActivityPermissions.TakePart], ["person-rafael", "unit-b-08-c"]);
    public static readonly Actor Nobody = new("nobody", "Nobody");

    public static readonly Registrant ElenasHousehold = new("person-elena", "Elena Vidal", "unit-b-07-c", "B-07-C", IsHolder: true);

    public static ActivityPlan Plan(int? capacity = 10, decimal cost = 100) => new(
        new Dictionary<string, ActivityText> { ["es"] = new("Concierto de Navidad", "Coro y villancicos."), ["en"] = new("Christmas concert") },
        "Club social",
        new ActivityTime(Start, End),
        new RegistrationRules { Needed = true, Capacity = capacity },
        cost) { Shifts = [new Shift("chairs", "Sillas", Start.AddHours(-1), Start, 2)] };

    public static ActivityPart Draft(ActivityPlan? plan = null)
    {
        var item = new ContentItem { ContentItemId = "activity-1", ContentType = ActivityTypes.Activity };
        var activity = item.GetOrCreate<ActivityPart>();
        activity.Write(Editor, Now, plan ?? Plan(), "es");
        return activity;
    }

    public static ActivityPart In(ActivityState state, ActivityPlan? plan = null)
    {
        var activity = Draft(plan);
        if (!ActivityStates.Unpublished.Contains(state))
        {
            activity.Publish(Editor, Now);
        }

        activity.State = state;
        return activity;
    }

    public static RegistrationPart Registered(ActivityPart activity, int persons = 2, IReadOnlyList<int>? places = null, bool waits = false)
    {
        var registration = new RegistrationPart();
        registration.Register(Elena, Now, activity, new RegistrationPlan(ElenasHousehold, persons), waits ? null : places ?? [.. Enumerable.Range(1, persons)], 1, "K7QM2XWA");
        return registration;
    }

    public static string Refused(Action act) => Assert.Throws<RefusedException>(act).Code;
}
