using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Adds the last visits to the page of a unit.</summary>
public sealed class UnitVisitsDriver(VisitBoard board, VisitPrivacy privacy, VisitAccess access, CommunityTimes times, IClock clock) : ContentDisplayDriver
{
    private const string Hub = "Hub";
    private const string Unit = "Unit";

    /// <inheritdoc/>
    public override bool CanHandleModel(ContentItem contentItem) => contentItem.ContentType == Unit;

    /// <inheritdoc/>
    public override IDisplayResult Display(ContentItem contentItem, BuildDisplayContext context) =>
        Initialize<UnitVisits>(nameof(UnitVisits), async shape =>
            {
                shape.UnitCode = contentItem.DisplayText ?? "";
                shape.Rows = await board.OfUnitAsync(contentItem.ContentItemId, 6);
                shape.HidesName = await privacy.MaskAsync();
                shape.Time = await times.GetAsync();
                shape.NowUtc = clock.UtcNow;
                shape.MayRegister = await access.MayAsync(VisitPermissions.Register);
            })
            .Location(Hub, "Main:20")
            .RenderWhen(async () => context.DisplayType == Hub && await access.MayAsync(VisitPermissions.View));
}

/// <summary>The last visits of a unit. Shape <c>UnitVisits</c>.</summary>
public class UnitVisits
{
    public string UnitCode { get; set; } = "";

    public IReadOnlyList<VisitIndex> Rows { get; set; } = [];

    /// <summary>Whether a row's name is masked (VIS-19).</summary>
    public Func<VisitIndex, bool> HidesName { get; set; } = static _ => false;

    public CommunityTime Time { get; set; } = default!;

    public DateTime NowUtc { get; set; }

    public bool MayRegister { get; set; }
}

/// <summary>What the reader may see of visits.</summary>
public sealed class VisitAccess(IHttpContextAccessor accessor, IAuthorizationService authorization, IPermissionService permissions)
{
    /// <summary>Whether the reader has a permission.</summary>
    public async Task<bool> MayAsync(string permission) =>
        accessor.HttpContext?.User is { } reader
        && await permissions.FindByNameAsync(permission) is { } known
        && await authorization.AuthorizeAsync(reader, known);
}
