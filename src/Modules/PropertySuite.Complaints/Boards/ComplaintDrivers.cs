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

namespace PropertySuite.Complaints;

/// <summary>Some cases on somebody else's page.</summary>
public class ComplaintRows
{
    public IReadOnlyList<ComplaintIndex> Rows { get; set; } = [];

    public CommunityTime Time { get; set; } = default!;

    public DateTime NowUtc { get; set; }

    /// <summary>Code of the unit; null where there is none.</summary>
    public string? UnitCode { get; set; }

    /// <summary>Whether the reader may log a case.</summary>
    public bool MayRegister { get; set; }
}

/// <summary>Figures on the page of the day.</summary>
public class ComplaintDay : ComplaintRows
{
    /// <summary>Nobody has looked at them yet.</summary>
    public int Received { get; set; }

    /// <summary>Past their deadline.</summary>
    public int Late { get; set; }
}

/// <summary>Adds the last cases to the page of a unit.</summary>
public sealed class UnitComplaintsDriver(ComplaintBook book, ServiceDesk desk, CommunityTimes times) : ContentDisplayDriver
{
    private const string Hub = "Hub";

    /// <inheritdoc/>
    public override bool CanHandleModel(ContentItem contentItem) => contentItem.ContentType == "Unit";

    /// <inheritdoc/>
    public override IDisplayResult Display(ContentItem contentItem, BuildDisplayContext context) =>
        Initialize<ComplaintRows>("UnitComplaints", async shape =>
            {
                (shape.Rows, shape.UnitCode) = (await book.OfUnitAsync(contentItem.ContentItemId, 6), contentItem.DisplayText);
                (shape.Time, shape.NowUtc, shape.MayRegister) = (await times.GetAsync(), desk.Now, await desk.MayAsync(ComplaintPermissions.Register));
            })
            .Location(Hub, "Main:30")
            .RenderWhen(async () => context.DisplayType == Hub && await desk.MayAsync(ComplaintPermissions.View));
}

/// <summary>Adds the cases that a person raised to the person's page.</summary>
public sealed class PersonComplaintsDriver(ComplaintBook book, ServiceDesk desk, CommunityTimes times) : DisplayDriver<PersonHub>
{
    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(PersonHub model, BuildDisplayContext context)
    {
        if (!await desk.MayAsync(ComplaintPermissions.View)) return Combine();

        var rows = await book.OfPersonAsync(model.Person.Id, 6);
        var time = await times.GetAsync();
        return Initialize<ComplaintRows>("PersonComplaints", shape => (shape.Rows, shape.Time, shape.NowUtc) = (rows, time, model.AtUtc)).Location(rows.Count > 0 ? "Main:30" : "-");
    }
}

/// <summary>Adds cases to the staff's page of the day: what has come, what is late or due.</summary>
public sealed class TodayComplaintsDriver(ISession session, ServiceDesk desk, CommunityTimes times) : DisplayDriver<TodayBoard>
{
    /// <inheritdoc/>
    public override IDisplayResult Display(TodayBoard model, BuildDisplayContext context) => Combine(
        Initialize<ComplaintRows>("TodayComplaintsActions", _ => { }).Location("Actions:30").RenderWhen(() => desk.MayAsync(ComplaintPermissions.Register)),
        Initialize<ComplaintDay>("TodayComplaintsFigures", shape => CountAsync(shape, model)).Location("Figures:30").RenderWhen(() => desk.MayAsync(ComplaintPermissions.View)),
        Initialize<ComplaintDay>("TodayComplaintsDue", shape => FillAsync(shape, model)).Location("Third:30").RenderWhen(() => desk.MayAsync(ComplaintPermissions.View)));

    private async ValueTask CountAsync(ComplaintDay shape, TodayBoard model)
    {
        const string Received = nameof(ComplaintState.Received);
        var now = model.AtUtc;
        shape.Received = await session.QueryIndex<ComplaintIndex>(row => row.State == Received).CountAsync();
        shape.Late = await session.QueryIndex<ComplaintIndex>(row => row.DeadlineUtc <= now && row.State.IsIn(ComplaintStates.OpenNames)).CountAsync();
    }

    private async ValueTask FillAsync(ComplaintDay shape, TodayBoard model)
    {
        var time = await times.GetAsync();
        var until = time.BeginningOf(model.Day.AddDays(1));
        (shape.Time, shape.NowUtc) = (time, model.AtUtc);
        shape.Rows = [.. await session.QueryIndex<ComplaintIndex>(row => row.DeadlineUtc < until && row.State.IsIn(ComplaintStates.OpenNames)).OrderBy(row => row.DeadlineUtc).Take(8).ListAsync()];
    }
}

/// <summary>Adds matters to the resident's first page: what waits for an answer, the way to raise one.</summary>
public sealed class ResidentMattersDriver(Matters matters, ComplaintBook book, ServiceDesk desk, CommunityTimes times, IClock clock) : DisplayDriver<ResidentHome>
{
    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(ResidentHome model, BuildDisplayContext context)
    {
        if (!await desk.MayAsync(ComplaintPermissions.Raise) || await matters.GetAsync() is not { MayRaise: true } mine) return Combine();

        var open = (await book.OfPersonAsync(mine.Person!.Id, 30)).Where(row => ComplaintStates.OpenNames.Contains(row.State) && (row.UnitId is null || mine.Actor.Holds(row.UnitId))).ToList();
        var (time, now) = (await times.GetAsync(), clock.UtcNow);
        var asked = open.Where(MyMatters.WaitsForMe).ToList();
        return Combine(
            Initialize<ComplaintRows>("ResidentMattersAsked", shape => (shape.Rows, shape.Time, shape.NowUtc) = (asked, time, now)).Location(asked.Count > 0 ? "Door:30" : "-"),
            Initialize<ComplaintRows>("ResidentMattersQuick", _ => { }).Location("Quick:30"),
            Initialize<ComplaintRows>("ResidentMattersOpen", shape => (shape.Rows, shape.Time, shape.NowUtc) = (open, time, now)).Location(open.Count > 0 ? "Content:30" : "-"));
    }
}
