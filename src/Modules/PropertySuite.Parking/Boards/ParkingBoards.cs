using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Security.Permissions;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Today;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Parking;

/// <summary>What the reader may see of parking.</summary>
public sealed class ParkingAccess(IHttpContextAccessor accessor, IAuthorizationService authorization, IPermissionService permissions)
{
    /// <summary>Whether the reader has a permission.</summary>
    public async Task<bool> MayAsync(string permission) =>
        accessor.HttpContext?.User is { } reader && await permissions.FindByNameAsync(permission) is { } known && await authorization.AuthorizeAsync(reader, known);
}

/// <summary>Adds spaces and vehicles to the page of a unit.</summary>
public sealed class UnitParkingDriver(Leases leases, Vehicles vehicles, Applications applications, ParkingAccess access) : ContentDisplayDriver
{
    private const string Hub = "Hub";

    /// <inheritdoc/>
    public override bool CanHandleModel(ContentItem contentItem) => contentItem.ContentType == "Unit";

    /// <inheritdoc/>
    public override IDisplayResult Display(ContentItem contentItem, BuildDisplayContext context) =>
        Initialize<ParkingCard>("ParkingCard", async shape =>
            {
                shape.Leases = await leases.OfUnitAsync(contentItem.ContentItemId);
                shape.Vehicles = await vehicles.OfUnitAsync(contentItem.ContentItemId);
                shape.Applications = await applications.OfUnitAsync(contentItem.ContentItemId);
            })
            .Location(Hub, "Main:30")
            .RenderWhen(async () => context.DisplayType == Hub && await access.MayAsync(ParkingPermissions.View));
}

/// <summary>Adds spaces and vehicles to the page of a person.</summary>
public sealed class PersonParkingDriver(Leases leases, Vehicles vehicles, ParkingAccess access) : DisplayDriver<PersonHub>
{
    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(PersonHub model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(ParkingPermissions.View)) return Combine();
        var (held, driven) = (await leases.OfPersonAsync(model.Person.Id), await vehicles.OfPersonAsync(model.Person.Id));
        return Initialize<ParkingCard>("ParkingCard", shape => (shape.Leases, shape.Vehicles) = (held, driven)).Location(held.Count + driven.Count > 0 ? "Main:30" : "-");
    }
}

/// <summary>Spaces and vehicles of a unit or a person. Shape <c>ParkingCard</c>.</summary>
public class ParkingCard
{
    public IReadOnlyList<LeaseIndex> Leases { get; set; } = [];

    public IReadOnlyList<VehicleIndex> Vehicles { get; set; } = [];

    public IReadOnlyList<ApplicationIndex> Applications { get; set; } = [];
}

/// <summary>Adds parking to the staff's page of the day: what waits for a decision, and what ends soon.</summary>
public sealed class TodayParkingDriver(YesSql.ISession session, ParkingAccess access) : DisplayDriver<TodayBoard>
{
    private static readonly string[] ToDecide = [nameof(ApplicationState.Submitted), nameof(ApplicationState.Verified), nameof(ApplicationState.ContractToSign)];

    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(ParkingPermissions.View)) return Combine();
        var decide = (await session.QueryIndex<ApplicationIndex>(row => row.State.IsIn(ToDecide)).OrderBy(row => row.AppliedAtUtc).Take(6).ListAsync()).ToList();
        var soon = model.Day.AddDays(31).AsColumn();
        var ending = await session.QueryIndex<LeaseIndex>(row => row.Live && row.UntilDay <= soon).CountAsync();
        return Combine(
            Initialize<TodayParking>("TodayParkingFigures", shape => shape.Ending = ending).Location("Figures:40"),
            Initialize<TodayParking>("TodayParkingDecide", shape => shape.ToDecide = decide).Location(decide.Count > 0 ? "Third:40" : "-"));
    }
}

/// <summary>Parking on the page of the day. Shapes <c>TodayParkingFigures</c> and <c>TodayParkingDecide</c>.</summary>
public class TodayParking
{
    public IReadOnlyList<ApplicationIndex> ToDecide { get; set; } = [];

    /// <summary>Leases that end within 30 days.</summary>
    public int Ending { get; set; }
}

/// <summary>Adds parking to the resident's first page: an offer that waits for an answer, and the spaces.</summary>
public sealed class ResidentParkingDriver(ParkingHousehold household, MyParkingReader reader, ParkingAccess access) : DisplayDriver<ResidentHome>
{
    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(ResidentHome model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(ParkingPermissions.Apply)) return Combine();
        var mine = await reader.ReadAsync(await household.GetAsync());
        var offered = mine.Applications.Any(row => row.Application.State == ApplicationState.Offered);
        var told = mine.Leases.Any(row => row.Lease.State is LeaseState.Expiring or LeaseState.Grace) || mine.Applications.Any(row => row.Application.State is ApplicationState.AwaitingPayment or ApplicationState.ContractToSign);
        return Combine(
            Initialize<ResidentParking>("ResidentParkingDoor", shape => shape.Mine = mine).Location(offered ? "Door:40" : "-"),
            Initialize<ResidentParking>("ResidentParkingToday", shape => shape.Mine = mine).Location(told ? "Today:40" : "-"));
    }
}

/// <summary>Parking on the resident's first page. Shapes <c>ResidentParkingDoor</c> and <c>ResidentParkingToday</c>.</summary>
public class ResidentParking
{
    public MyParking Mine { get; set; } = default!;
}
