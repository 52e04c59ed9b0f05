using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Community;

/// <summary>What the reader of this request may see of the register.</summary>
public sealed class RegisterAccess(IHttpContextAccessor accessor, IAuthorizationService authorization)
{
    public Task<bool> MayViewAsync() => MayAsync(Permissions.View);

    public Task<bool> MayManageAsync() => MayAsync(Permissions.Manage);

    /// <summary>Whether phones and e-mail addresses are shown in full.</summary>
    public Task<bool> MaySeePersonalDataAsync() => MayAsync(Permissions.Personal);

    private async Task<bool> MayAsync(Permission permission) =>
        accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, permission);
}
