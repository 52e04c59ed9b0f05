using System.Security.Claims;
using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>Files of works: read by the staff who see works, and by whoever may see these works as a resident.</summary>
public sealed class PermitAttachmentGate(WorksAccess access, Applicants applicants, Permits permits) : IAttachmentGate
{
    /// <inheritdoc/>
    public string Kind => PermitPart.Record;

    /// <inheritdoc/>
    public async Task<bool> MayReadAsync(Attachment file, ClaimsPrincipal reader) =>
        await access.MayAsync(DecorationPermissions.View)
        || (reader.Identity?.IsAuthenticated == true
            && await access.MayAsync(DecorationPermissions.Apply)
            && await permits.FindAsync(file.RecordId) is { } permit
            && (await applicants.GetAsync()).MaySee(permit.Unit.Id, permit.BegunAtUtc, permit.Applicant.PersonId));
}
