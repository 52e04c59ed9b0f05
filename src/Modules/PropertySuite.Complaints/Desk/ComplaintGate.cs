using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>Who reads the files of cases: the staff, and of the shared ones the resident whose case it is.</summary>
public sealed class ComplaintGate(ComplaintBook book, Matters matters, IPermissionService permissions, IAuthorizationService authorization) : IAttachmentGate
{
    /// <summary>Slot of files that the resident sees.</summary>
    public const string Shared = "shared";

    /// <summary>Slot of files of the staff alone.</summary>
    public const string Internal = "internal";

    /// <inheritdoc/>
    public string Kind => ComplaintTypes.ComplaintNumber;

    /// <inheritdoc/>
    public async Task<bool> MayReadAsync(Attachment file, ClaimsPrincipal reader)
    {
        if (await MayAsync(reader, ComplaintPermissions.View))
        {
            return true;
        }

        return file.Slot == Shared && await MayAsync(reader, ComplaintPermissions.Raise)
            && await book.FindAsync(file.RecordId) is { } complaint && complaint.IsOf((await matters.GetAsync()).Actor);
    }

    /// <inheritdoc/>
    public Task<bool> MayRemoveAsync(Attachment file, ClaimsPrincipal reader) => MayAsync(reader, ComplaintPermissions.Lead);

    private async Task<bool> MayAsync(ClaimsPrincipal reader, string name) =>
        await permissions.FindByNameAsync(name) is { } permission && await authorization.AuthorizeAsync(reader, permission);
}
