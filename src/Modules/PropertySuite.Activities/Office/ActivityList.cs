using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Activities;

/// <summary>The staff's lists, as data.</summary>
public static class ActivityList
{
    private const string Proposed = nameof(ActivityState.Proposed);

    /// <summary>Activities.</summary>
    /// <param name="time">The community's time, for its days.</param>
    public static ListDefinition<ActivityIndex> Of(CommunityTime time) => new ListDefinition<ActivityIndex>(typeof(ActivityLifecycle))
        .View("ahead", "To come", (query, moment) => query.Where(row => row.State.IsIn(ActivityStates.AheadNames) && row.EndUtc > moment.NowUtc))
        .View("written", "Being written", (query, _) => query.Where(row => row.State.IsIn(ActivityStates.UnpublishedNames)))
        .View("proposed", "To approve", (query, _) => query.Where(row => row.State == Proposed))
        .View("past", "Past", (query, moment) => query.Where(row => row.EndUtc <= moment.NowUtc))
        .View("all", "All", (query, _) => query)
        .Column("title", "Activity", row => Cell.Link(row.Title, $"~admin/Activities/Record/{row.ActivityId}"), row => row.Title)
        .Column("start", "Begins", row => Cell.Of(row.StartUtc is { } start ? Moments.Day(time.DayAt(start)) + ", " + Moments.Time(time.At(start)) : ""), row => row.StartUtc)
        .Column("place", "Place", row => Cell.Of(row.Place), row => row.Place)
        .Column("state", "State", row => Cell.State(ActivityLifecycle.Name(Enum.Parse<ActivityState>(row.State)), ActivityLifecycle.Dot(Enum.Parse<ActivityState>(row.State))), row => row.State)
        .Column("taken", "Registered", row => row.TakesRegistrations ? Cell.Number(row.Taken) : Cell.Of(""), row => row.Taken)
        .Column("capacity", "Places", row => row.Capacity is { } capacity ? Cell.Number(capacity) : Cell.Of(""), row => row.Capacity)
        .Column("waiting", "Waiting", row => row.Waiting > 0 ? Cell.Number(row.Waiting) : Cell.Of(""), row => row.Waiting)
        .Column("came", "Came", row => row.Came > 0 ? Cell.Number(row.Came) : Cell.Of(""), row => row.Came)
        .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
        .DayFilter("from", "From", (query, day) => From(query, time.BeginningOf(day)))
        .DayFilter("until", "Until", (query, day) => Until(query, time.BeginningOf(day.AddDays(1))))
        .Filter("state", "State", [.. Enum.GetValues<ActivityState>().Select(state => new ListChoice(state.ToString(), ActivityLifecycle.Name(state)))], (query, state) => query.Where(row => row.State == state))
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.StartUtc);

    /// <summary>Registrations of one activity.</summary>
    public static ListDefinition<RegistrationIndex> Registrations(string activityId) => new ListDefinition<RegistrationIndex>(typeof(RegistrationLifecycle))
        .View("placed", "With a place", (query, _) => query.Where(row => row.ActivityId == activityId && row.State.IsIn(RegistrationStates.PlacedNames)))
        .View("waiting", "Waiting list", (query, _) => query.Where(row => row.ActivityId == activityId && row.State == nameof(RegistrationState.Waiting)))
        .View("all", "All", (query, _) => query.Where(row => row.ActivityId == activityId))
        .Column("name", "Name", row => Cell.Of(row.PersonName), row => row.PersonName)
        .Column("unit", "Unit", row => Cell.Of(row.UnitCode, "ps-unit"), row => row.UnitCode)
        .Column("persons", "Persons", row => Cell.Number(row.Persons), row => row.Persons)
        .Column("state", "State", row => Cell.State(RegistrationLifecycle.Name(Enum.Parse<RegistrationState>(row.State)), RegistrationLifecycle.Dot(Enum.Parse<RegistrationState>(row.State))), row => row.State)
        .Column("queue", "Place in line", row => row.QueueNumber is { } number ? Cell.Number(number) : Cell.Of(""), row => row.QueueNumber)
        .Column("came", "Came", row => row.Came > 0 ? Cell.Number(row.Came) : Cell.Of(""), row => row.Came)
        .Column("remark", "Remark", row => Cell.Of(row.Remark))
        .Column("pictures", "In pictures", row => Cell.Word(row.InPictures ? "yes" : "no"))
        .Column("made", "Registered on", row => Cell.Moment(row.MadeAtUtc), row => row.MadeAtUtc)
        .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.PersonName);

    private static IQueryIndex<ActivityIndex> From(IQueryIndex<ActivityIndex> query, DateTime utc) => query.Where(row => row.EndUtc >= utc);

    private static IQueryIndex<ActivityIndex> Until(IQueryIndex<ActivityIndex> query, DateTime utc) => query.Where(row => row.StartUtc < utc);
}
