using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Today;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Activities;

/// <summary>Questions that boards ask about activities.</summary>
public sealed class ActivityBoard(YesSql.ISession session, CommunityTimes times)
{
    /// <summary>Activities of a day.</summary>
    public async Task<IReadOnlyList<ActivityIndex>> OfDayAsync(DateOnly day)
    {
        var time = await times.GetAsync();
        var (from, until) = (time.BeginningOf(day), time.BeginningOf(day.AddDays(1)));
        return [.. await session.QueryIndex<ActivityIndex>(row => row.IsPublic && row.StartUtc < until && row.EndUtc > from && row.State != nameof(ActivityState.Cancelled) && row.State != nameof(ActivityState.Postponed)).OrderBy(row => row.StartUtc).ListAsync()];
    }

    /// <summary>The last registrations of a unit or a person.</summary>
    public async Task<IReadOnlyList<RegistrationIndex>> LastAsync(string? unitId, string? personId, int take) => unitId is not null
        ? [.. await session.QueryIndex<RegistrationIndex>(row => row.UnitId == unitId && row.LivePersonKey != null).OrderByDescending(row => row.StartUtc).Take(take).ListAsync()]
        : [.. await session.QueryIndex<RegistrationIndex>(row => row.PersonId == personId && row.LivePersonKey != null).OrderByDescending(row => row.StartUtc).Take(take).ListAsync()];

    /// <summary>Activities by number, title or place.</summary>
    public async Task<IReadOnlyList<ActivityIndex>> SearchAsync(string typed, int take)
    {
        var text = SearchText.Fold(typed);
        return text.Length < 2 ? [] : [.. await session.QueryIndex<ActivityIndex>(row => row.Search.Contains(text)).OrderByDescending(row => row.StartUtc).Take(take).ListAsync()];
    }
}

/// <summary>What comes next, on the public first page.</summary>
public sealed class PublicActivitiesDriver(ActivityReading reading, CommunityTimes times) : DisplayDriver<PublicHome>
{
    private const int Shown = 4;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(PublicHome model, BuildDisplayContext context)
    {
        var time = await times.GetAsync();
        var first = new DateOnly(model.Today.Year, model.Today.Month, 1);
        var ofMonth = await reading.BetweenAsync(time.BeginningOf(first), time.BeginningOf(first.AddMonths(1)));
        var next = await reading.NextAsync(Shown);
        return ofMonth.Count == 0 && next.Count == 0
            ? Combine()
            : Initialize<PublicActivities>(shape => (shape.Grid, shape.Next) = (MonthGrid.Of(first, model.Today, ofMonth, time), next)).Location("Events:10");
    }
}

/// <summary>The month and what comes next. Shape <c>PublicActivities</c>.</summary>
public class PublicActivities
{
    public MonthGrid Grid { get; set; } = default!;

    public IReadOnlyList<ReadActivity> Next { get; set; } = [];
}

/// <summary>Adds one's registrations and what comes next to the resident's first page.</summary>
public sealed class ResidentActivitiesDriver(ActivityReading reading, ActivityAccess access, CommunityTimes times, YesSql.ISession session, IClock clock) : DisplayDriver<ResidentHome>
{
    private const int Shown = 3;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(ResidentHome model, BuildDisplayContext context)
    {
        if (model.Units.Count == 0 || model.Person is null || !await access.MayAsync(ActivityPermissions.TakePart))
        {
            return Combine();
        }

        var now = clock.UtcNow;
        var time = await times.GetAsync();
        var personId = model.Person.Id;
        var unitIds = model.Units.Select(unit => unit.Id).ToArray();
        var mine = (await session.QueryIndex<RegistrationIndex>(row => row.PersonId == personId && row.UnitId.IsIn(unitIds) && row.State.IsIn(RegistrationStates.OpenNames)).ListAsync()).ToList();
        var until = time.BeginningOf(model.Today.AddDays(1));
        var today = mine.Where(row => row.State != nameof(RegistrationState.Waiting) && row.StartUtc < until && row.StartUtc > now.AddHours(-12)).ToList();
        var offers = mine.Where(row => row.State == nameof(RegistrationState.Offered) && row.OfferUntilUtc > now).ToList();
        // What one goes to is there, however much else comes before.
        var own = await reading.ManyAsync(mine.Where(row => row.StartUtc > now).OrderBy(row => row.StartUtc).Take(Shown).Select(row => row.ActivityId));
        var next = own.Values.Concat(await reading.NextAsync(Shown)).DistinctBy(read => read.Id).OrderBy(read => read.Start).ToList();
        var known = await reading.ManyAsync(today.Concat(offers).Select(row => row.ActivityId));
        void Fill(ResidentActivities shape, IReadOnlyList<RegistrationIndex> rows) =>
            (shape.Rows, shape.Activities, shape.Next, shape.Mine, shape.Time, shape.NowUtc) = (rows, known, next, mine.ToDictionary(row => row.ActivityId, StringComparer.Ordinal), time, now);

        return Combine(
            Initialize<ResidentActivities>("ResidentActivitiesOffered", shape => Fill(shape, offers)).Location(offers.Count > 0 ? "Door:20" : "-"),
            Initialize<ResidentActivities>("ResidentActivitiesToday", shape => Fill(shape, today)).Location(today.Count > 0 ? "Today:40" : "-"),
            Initialize<ResidentActivities>("ResidentActivitiesNext", shape => Fill(shape, [])).Location(next.Count > 0 ? "Content:30" : "-"));
    }
}

/// <summary>Activities on the resident's first page. Shapes <c>ResidentActivitiesOffered</c>, <c>…Today</c>, <c>…Next</c>.</summary>
public class ResidentActivities
{
    public IReadOnlyList<RegistrationIndex> Rows { get; set; } = [];

    public IReadOnlyDictionary<string, ReadActivity> Activities { get; set; } = new Dictionary<string, ReadActivity>();

    public IReadOnlyList<ReadActivity> Next { get; set; } = [];

    /// <summary>The reader's registrations by activity.</summary>
    public IReadOnlyDictionary<string, RegistrationIndex> Mine { get; set; } = new Dictionary<string, RegistrationIndex>();

    public CommunityTime Time { get; set; } = default!;

    public DateTime NowUtc { get; set; }
}

/// <summary>Adds the day's activities to the staff's page of the day; what waits for approval is in the queue.</summary>
public sealed class TodayActivitiesDriver(ActivityBoard board, ActivityAccess access, CommunityTimes times) : DisplayDriver<TodayBoard>
{
    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(ActivityPermissions.View))
        {
            return Combine();
        }

        var rows = await board.OfDayAsync(model.Day);
        var time = await times.GetAsync();
        return rows.Count == 0
            ? Combine()
            : Initialize<TodayActivities>(shape => (shape.Rows, shape.Time) = (rows, time)).Location("Third:40");
    }
}

/// <summary>Activities on the page of the day. Shape <c>TodayActivities</c>.</summary>
public class TodayActivities
{
    public IReadOnlyList<ActivityIndex> Rows { get; set; } = [];

    public CommunityTime Time { get; set; } = default!;
}

/// <summary>Adds the last registrations to the page of a unit.</summary>
public sealed class UnitActivitiesDriver(ActivityBoard board, ActivityReading reading, ActivityAccess access) : ContentDisplayDriver
{
    private const string Hub = "Hub";
    private const string Unit = "Unit";

    /// <inheritdoc/>
    public override bool CanHandleModel(ContentItem contentItem) => contentItem.ContentType == Unit;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(ContentItem contentItem, BuildDisplayContext context)
    {
        if (context.DisplayType != Hub || !await access.MayAsync(ActivityPermissions.View))
        {
            return Combine();
        }

        var rows = await board.LastAsync(contentItem.ContentItemId, null, 5);
        var read = await reading.ManyAsync(rows.Select(row => row.ActivityId));
        return Initialize<TakenPart>("TakenPart", shape => (shape.Rows, shape.Activities) = (rows, read)).Location(Hub, rows.Count > 0 ? "Main:60" : "-");
    }
}

/// <summary>Adds the last registrations and the hours of help to the page of a person.</summary>
public sealed class PersonActivitiesDriver(ActivityBoard board, ActivityReading reading, Turns turns, ActivityAccess access) : DisplayDriver<PersonHub>
{
    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(PersonHub model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(ActivityPermissions.View))
        {
            return Combine();
        }

        var rows = await board.LastAsync(null, model.Person.Id, 5);
        var read = await reading.ManyAsync(rows.Select(row => row.ActivityId));
        var hours = await turns.HoursAsync(model.Person.Id, DateTime.UnixEpoch);
        return Initialize<TakenPart>("TakenPart", shape => (shape.Rows, shape.Activities, shape.Hours) = (rows, read, hours)).Location(rows.Count > 0 || hours > 0 ? "Main:60" : "-");
    }
}

/// <summary>The last registrations of a unit or a person. Shape <c>TakenPart</c>.</summary>
public class TakenPart
{
    public IReadOnlyList<RegistrationIndex> Rows { get; set; } = [];

    public IReadOnlyDictionary<string, ReadActivity> Activities { get; set; } = new Dictionary<string, ReadActivity>();

    /// <summary>Hours of help that were confirmed.</summary>
    public decimal Hours { get; set; }
}
