using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;
using PropertySuite.Core.Search;

namespace PropertySuite.Parking;

/// <summary>Vehicles by plate, unit or person (REG-12).</summary>
public sealed class PlateSearchSource(Vehicles vehicles, IAuthorizationService authorization, IPermissionService permissions, LinkGenerator links, IHttpContextAccessor accessor, IStringLocalizer<ParkingTexts> S) : ISearchSource
{
    /// <inheritdoc/>
    public LocalizedString Heading => S["Vehicles"];

    /// <inheritdoc/>
    public string Icon => "car";

    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take)
    {
        if (await permissions.FindByNameAsync(ParkingPermissions.View) is not { } view || !await authorization.AuthorizeAsync(reader, view) || accessor.HttpContext is not { } http) return [];
        var plate = Plate.Normal(text);
        return [.. (await vehicles.SearchAsync(text, take)).Select(row => new SearchHit(
            row.Written,
            string.Join(" · ", new[] { row.UnitCode, row.PersonName, row.Make, S[VehicleLifecycle.Name(Enum.Parse<VehicleState>(row.State))].Value }.OfType<string>()),
            links.GetPathByAction(http, "Vehicle", "ParkingRecord", new { area = "PropertySuite.Parking", vehicleId = row.VehicleId }) ?? "",
            row.Plate == plate ? 100 : 0))];
    }
}
