using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;
using PropertySuite.Core.Today;
using YesSql;

namespace PropertySuite.Subcontractors;

/// <summary>Adds services to the staff's page of the day: findings to look after, inspections disputed, documents and contracts that end.</summary>
public sealed class TodayServicesDriver(YesSql.ISession session, CommunityTimes times, IHttpContextAccessor accessor, IAuthorizationService authorization, IPermissionService permissions) : DisplayDriver<TodayBoard>
{
    /// <inheritdoc/>
    public override IDisplayResult Display(TodayBoard model, BuildDisplayContext context) => Combine(
        Initialize<TodayServices>("TodayServicesFigures", shape => FillAsync(shape, model)).Location("Figures:50").RenderWhen(() => MayAsync(ServicePermissions.Inspect)),
        Initialize<TodayServices>("TodayServicesDue", shape => FillAsync(shape, model)).Location("Third:50").RenderWhen(() => MayAsync(ServicePermissions.Inspect)));

    private async Task<bool> MayAsync(string name) =>
        accessor.HttpContext?.User is { } reader && await permissions.FindByNameAsync(name) is { } permission && await authorization.AuthorizeAsync(reader, permission);

    private async ValueTask FillAsync(TodayServices shape, TodayBoard model)
    {
        var (finding, company) = (ServiceKinds.Finding.Code, ServiceKinds.Company.Code);
        const string Overdue = nameof(FindingState.Overdue);
        const string Answered = nameof(FindingState.Answered);
        const string Active = nameof(CompanyState.Active);
        var soon = model.AtUtc.AddDays(31);
        shape.Overdue = [.. await session.QueryIndex<ServiceIndex>(row => row.Kind == finding && row.State == Overdue).OrderBy(row => row.DueUtc).Take(50).ListAsync()];
        shape.Answered = [.. await session.QueryIndex<ServiceIndex>(row => row.Kind == finding && row.State == Answered).OrderBy(row => row.AtUtc).Take(50).ListAsync()];
        shape.Expiring = [.. await session.QueryIndex<ServiceIndex>(row => row.Kind == company && row.State == Active && row.DueUtc != null && row.DueUtc <= soon).OrderBy(row => row.DueUtc).Take(20).ListAsync()];
        shape.Time = await times.GetAsync();
        shape.Day = model.Day;
    }
}

/// <summary>Services on the page of the day. Shapes <c>TodayServicesFigures</c>, <c>TodayServicesDue</c>.</summary>
public class TodayServices
{
    public IReadOnlyList<ServiceIndex> Overdue { get; set; } = [];

    public IReadOnlyList<ServiceIndex> Answered { get; set; } = [];

    public IReadOnlyList<ServiceIndex> Expiring { get; set; } = [];

    public CommunityTime Time { get; set; } = default!;

    public DateOnly Day { get; set; }
}
