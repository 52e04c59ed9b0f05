using System.Globalization;
using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Activities;

/// <summary>Where a volunteer's turn stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TurnState>))]
public enum TurnState
{
    /// <summary>Will help.</summary>
    SignedUp,

    /// <summary>Gave it up.</summary>
    Withdrawn,

    /// <summary>Helped; the hours are confirmed (VOL-04).</summary>
    Confirmed,

    /// <summary>Did not come.</summary>
    Absent,
}

/// <summary>What can be done with a volunteer's turn.</summary>
public static class TurnVerbs
{
    /// <summary>Signs up.</summary>
    public static readonly Verb SignUp = new("sign-up", "Sign up for the shift");

    /// <summary>Gives it up.</summary>
    public static readonly Verb Withdraw = new("withdraw", "Give the shift up");

    /// <summary>Confirms the hours.</summary>
    public static readonly Verb Confirm = new("confirm", "Confirm the hours");

    /// <summary>Did not come.</summary>
    public static readonly Verb Miss = new("miss", "Did not come");
}

/// <summary>A volunteer's turn at a shift (ACT-11, VOL-03, VOL-04).</summary>
public sealed class TurnPart : ContentPart
{
    /// <summary>Where it stands.</summary>
    [JsonInclude] public TurnState State { get; internal set; }

    /// <summary>Content item id of the activity.</summary>
    [JsonInclude] public string ActivityId { get; private set; } = "";

    /// <summary>Id of the shift.</summary>
    [JsonInclude] public string ShiftId { get; private set; } = "";

    /// <summary>What is to be done, as it was then.</summary>
    [JsonInclude] public string Task { get; private set; } = "";

    /// <summary>Content item id of the volunteer.</summary>
    [JsonInclude] public string PersonId { get; private set; } = "";

    /// <summary>Name as it was then.</summary>
    [JsonInclude] public string PersonName { get; private set; } = "";

    /// <summary>Which of the places of the shift it is, from 1.</summary>
    [JsonInclude] public int Place { get; private set; }

    /// <summary>Beginning of the shift, UTC.</summary>
    [JsonInclude] public DateTime FromUtc { get; internal set; }

    /// <summary>End of the shift, UTC.</summary>
    [JsonInclude] public DateTime UntilUtc { get; internal set; }

    /// <summary>Hours that were confirmed; null until then.</summary>
    [JsonInclude] public decimal? Hours { get; private set; }

    /// <summary>Revision of the activity's news that this person has been told.</summary>
    [JsonInclude] public int ToldRevision { get; private set; }

    /// <summary>Signs up.</summary>
    /// <exception cref="RefusedException">Not possible any more, or not this person's.</exception>
    public Step SignUp(Actor by, DateTime atUtc, ActivityPart activity, string shiftId, string personId, string personName, int place)
    {
        var shift = activity.ShiftOf(shiftId) ?? throw ActivityRefusals.ShiftUnknown.With();
        if (!ActivityStates.Ahead.Contains(activity.State)) throw ActivityRefusals.NotOpen.With();
        if (place > shift.Needed) throw ActivityRefusals.ShiftFull.With();
        if (atUtc >= shift.FromUtc) throw ActivityRefusals.ShiftOver.With();
        (ActivityId, ShiftId, Task, PersonId, PersonName, Place) = (activity.ContentItem.ContentItemId, shiftId, shift.Task, personId, personName, place);
        (FromUtc, UntilUtc, ToldRevision) = (shift.FromUtc, shift.UntilUtc, activity.News?.Revision ?? 0);
        return TurnLifecycle.Table.Begin(this, TurnVerbs.SignUp, by, atUtc);
    }

    /// <summary>Gives it up.</summary>
    /// <exception cref="RefusedException">Not this person's, or the shift has begun.</exception>
    public Step Withdraw(Actor by, DateTime atUtc) => TurnLifecycle.Table.Take(this, TurnVerbs.Withdraw, by, atUtc);

    /// <summary>Confirms the hours (VOL-04).</summary>
    /// <exception cref="RefusedException">The shift is not over, or the hours make no sense.</exception>
    public Step Confirm(Actor by, DateTime atUtc, decimal hours)
    {
        if (hours is < 0.25m or > 24) throw ActivityRefusals.HoursOutOfRange.At("Hours");
        var step = TurnLifecycle.Table.Take(this, TurnVerbs.Confirm, by, atUtc);
        Hours = Math.Round(hours, 2);
        return step;
    }

    /// <summary>Did not come.</summary>
    /// <exception cref="RefusedException">The shift is not over.</exception>
    public Step Miss(Actor by, DateTime atUtc) => TurnLifecycle.Table.Take(this, TurnVerbs.Miss, by, atUtc);

    /// <summary>Keeps that the person has been told; the shift may have another time by now.</summary>
    public void Tell(ActivityPart activity)
    {
        ToldRevision = activity.News?.Revision ?? 0;
        if (activity.ShiftOf(ShiftId) is { } shift)
        {
            (FromUtc, UntilUtc) = (shift.FromUtc, shift.UntilUtc);
        }
    }
}

/// <summary>How a volunteer's turn lives.</summary>
public static class TurnLifecycle
{
    private static readonly Role<TurnPart> Volunteer = Roles.With<TurnPart>("Volunteer", ActivityPermissions.TakePart, (turn, actor) => actor.Holds(turn.PersonId));
    private static readonly Role<TurnPart> Office = Roles.With<TurnPart>("Office", ActivityPermissions.Edit);

    private static readonly Guard<TurnPart> NotBegun = new(ActivityRefusals.ShiftOver, (turn, atUtc) => atUtc < turn.FromUtc);
    private static readonly Guard<TurnPart> Over = new(ActivityRefusals.ShiftNotOver, (turn, atUtc) => turn.UntilUtc <= atUtc);

    /// <summary>The table. The first way out of a state is the usual one.</summary>
    public static readonly Lifecycle<TurnPart, TurnState> Table = Lifecycle
        .Of<TurnPart, TurnState>(typeof(TurnLifecycle), turn => turn.State, (turn, state) => turn.State = state)
        .Start(TurnState.SignedUp, TurnVerbs.SignUp).By(Volunteer, Office)
        .From(TurnState.SignedUp).To(TurnState.Confirmed, TurnVerbs.Confirm).By(Office).When(Over)
        .From(TurnState.SignedUp).To(TurnState.Absent, TurnVerbs.Miss).By(Office).When(Over)
        .From(TurnState.SignedUp).To(TurnState.Withdrawn, TurnVerbs.Withdraw).By(Volunteer, Office).When(NotBegun);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(TurnState state) => state switch
    {
        TurnState.SignedUp => "Signed up",
        TurnState.Withdrawn => "Given up",
        TurnState.Confirmed => "Hours confirmed",
        TurnState.Absent => "Did not come",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(TurnState state) => state switch
    {
        TurnState.SignedUp => "run",
        TurnState.Confirmed => "done",
        _ => "stop",
    };
}

/// <summary>A turn as it is found.</summary>
public sealed class TurnIndex : MapIndex
{
    public string TurnId { get; set; } = "";

    public string ActivityId { get; set; } = "";

    public string ShiftId { get; set; } = "";

    public string Task { get; set; } = "";

    public string State { get; set; } = "";

    public string PersonId { get; set; } = "";

    public string PersonName { get; set; } = "";

    public int Place { get; set; }

    public DateTime FromUtc { get; set; }

    public DateTime UntilUtc { get; set; }

    public decimal Hours { get; set; }

    public int ToldRevision { get; set; }

    /// <summary>Unique, null when it was given up: one of the shift's places.</summary>
    public string? LivePlaceKey { get; set; }

    /// <summary>Unique, null when it was given up: a volunteer signs up once.</summary>
    public string? LivePersonKey { get; set; }
}

/// <summary>Maps turns to rows.</summary>
public sealed class TurnIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<TurnIndex>()
        .When(item => item.ContentType == ActivityTypes.Turn && item.Latest)
        .Map(item =>
        {
            var turn = item.GetOrCreate<TurnPart>();
            var live = turn.State != TurnState.Withdrawn;
            return new TurnIndex
            {
                TurnId = item.ContentItemId,
                ActivityId = turn.ActivityId,
                ShiftId = turn.ShiftId,
                Task = turn.Task,
                State = turn.State.ToString(),
                PersonId = turn.PersonId,
                PersonName = turn.PersonName,
                Place = turn.Place,
                FromUtc = turn.FromUtc,
                UntilUtc = turn.UntilUtc,
                Hours = turn.Hours ?? 0,
                ToldRevision = turn.ToldRevision,
                LivePlaceKey = live ? string.Create(CultureInfo.InvariantCulture, $"{turn.ActivityId}:{turn.ShiftId}:{turn.Place:000}") : null,
                LivePersonKey = live ? $"{turn.ActivityId}:{turn.ShiftId}:{turn.PersonId}" : null,
            };
        });
}
