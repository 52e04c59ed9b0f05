using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>Lets a contractor read the files of the own company's findings and inspections, and nobody else's.</summary>
public sealed class ContractorFiles(string kind, ServiceRecords records, IAuthorizationService authorization, IPermissionService permissions) : IAttachmentGate
{
    /// <inheritdoc/>
    public string Kind => kind;

    /// <inheritdoc/>
    public async Task<bool> MayReadAsync(Attachment file, ClaimsPrincipal reader) =>
        reader.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } user
        && await permissions.FindByNameAsync(ServicePermissions.Serve) is { } permission && await authorization.AuthorizeAsync(reader, permission)
        && await records.CompanyOfAsync(user) is { } company
        && await records.ReadAsync(file.RecordId) is InspectionPart { State: not InspectionState.InProgress } or FindingPart { State: not FindingState.Open }
        && (await records.ReadAsync(file.RecordId))!.CompanyId == company;
}
