using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Security.Permissions;
using PropertySuite.Community.Contracts;
using PropertySuite.Core.Today;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Decoration;

/// <summary>What the reader may see of works.</summary>
public sealed class WorksAccess(IHttpContextAccessor accessor, IAuthorizationService authorization, IPermissionService permissions)
{
    /// <summary>Whether the reader has a permission.</summary>
    public async Task<bool> MayAsync(string permission) =>
        accessor.HttpContext?.User is { } reader
        && await permissions.FindByNameAsync(permission) is { } known
        && await authorization.AuthorizeAsync(reader, known);
}

/// <summary>The file of a unit: all its works (DEC-25).</summary>
public sealed class UnitWorksDriver(Permits permits, WorksAccess access) : ContentDisplayDriver
{
    private const string Hub = "Hub";

    /// <inheritdoc/>
    public override bool CanHandleModel(ContentItem contentItem) => contentItem.ContentType == "Unit";

    /// <inheritdoc/>
    public override IDisplayResult Display(ContentItem contentItem, BuildDisplayContext context) =>
        Initialize<UnitWorks>(nameof(UnitWorks), async shape =>
            {
                shape.UnitCode = contentItem.DisplayText ?? "";
                shape.Rows = await permits.OfUnitAsync(contentItem.ContentItemId, 8);
                shape.MayApply = await access.MayAsync(DecorationPermissions.Handle);
            })
            .Location(Hub, "Main:30")
            .RenderWhen(async () => context.DisplayType == Hub && await access.MayAsync(DecorationPermissions.View));
}

/// <summary>The works of a unit. Shape <c>UnitWorks</c>.</summary>
public class UnitWorks
{
    public string UnitCode { get; set; } = "";

    public IReadOnlyList<PermitIndex> Rows { get; set; } = [];

    public bool MayApply { get; set; }
}

/// <summary>Adds works to the staff's page of the day: how many are under way, and what is wrong.</summary>
public sealed class TodayWorksDriver(YesSql.ISession session, WorksAccess access) : DisplayDriver<TodayBoard>
{
    private static readonly string[] OnSite = [.. Enum.GetValues<PermitState>().Where(PermitStates.IsOnSite).Select(state => state.ToString())];
    private static readonly string[] Late = [nameof(PermitState.Overrun), nameof(PermitState.Suspended)];

    /// <inheritdoc/>
    public override IDisplayResult Display(TodayBoard model, BuildDisplayContext context) =>
        Initialize<TodayWorks>("TodayWorksFigures", async shape =>
            {
                shape.OnSite = await session.QueryIndex<PermitIndex>(row => row.State.IsIn(OnSite)).CountAsync();
                shape.Late = await session.QueryIndex<PermitIndex>(row => row.State.IsIn(Late)).CountAsync();
            })
            .Location("Figures:30")
            .RenderWhen(() => access.MayAsync(DecorationPermissions.View));
}

/// <summary>Works on the page of the day. Shape <c>TodayWorksFigures</c>.</summary>
public class TodayWorks
{
    public int OnSite { get; set; }

    /// <summary>Stopped, or past the last day.</summary>
    public int Late { get; set; }
}

/// <summary>Adds works to the resident's first page: the way to apply, and those that wait for the resident or go on.</summary>
public sealed class ResidentWorksDriver(YesSql.ISession session, Applicants applicants, WorksAccess access) : DisplayDriver<ResidentHome>
{
    private static readonly string[] Open = [.. Enum.GetValues<PermitState>().Where(PermitStates.IsOpen).Select(state => state.ToString())];

    /// <inheritdoc/>
    public override IDisplayResult Display(ResidentHome model, BuildDisplayContext context) => Combine(
        Initialize<ResidentWorks>("ResidentWorksQuick", _ => { }).Location("Quick:40").RenderWhen(() => access.MayAsync(DecorationPermissions.Apply)),
        Initialize<ResidentWorks>("ResidentWorksToday", FillAsync).Location("Today:40").RenderWhen(() => access.MayAsync(DecorationPermissions.Apply)));

    private async ValueTask FillAsync(ResidentWorks shape)
    {
        var resident = await applicants.GetAsync();
        var units = resident.Units.Select(held => held.Unit.Id).ToArray();
        shape.Rows = units.Length == 0 ? [] : [.. (await session.QueryIndex<PermitIndex>(row => row.UnitId.IsIn(units) && row.State.IsIn(Open)).ListAsync()).Where(row => resident.MaySee(row.UnitId, row.BegunAtUtc, row.ApplicantId))];
    }
}

/// <summary>Works on the resident's first page. Shapes <c>ResidentWorksQuick</c> and <c>ResidentWorksToday</c>.</summary>
public class ResidentWorks
{
    public IReadOnlyList<PermitIndex> Rows { get; set; } = [];
}
