using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Core;

/// <summary>
/// Who may read and remove the files of a kind of record. Several may stand for one kind: whoever one of them lets through
/// may. A kind without a gate is read by nobody. Register with <c>services.AddScoped&lt;IAttachmentGate, …&gt;()</c>, or with
/// <see cref="AttachmentServices.AddAttachmentGate"/> where a permission says it all.
/// </summary>
public interface IAttachmentGate
{
    /// <summary>Kind of record, as in its history: <c>CMP</c>.</summary>
    string Kind { get; }

    /// <summary>Whether the reader may open the file; the reader may be nobody who is signed in.</summary>
    Task<bool> MayReadAsync(Attachment file, ClaimsPrincipal reader);

    /// <summary>Whether the reader may take the file away.</summary>
    Task<bool> MayRemoveAsync(Attachment file, ClaimsPrincipal reader) => Task.FromResult(false);
}

/// <summary>Registers gates.</summary>
public static class AttachmentServices
{
    /// <summary>Lets whoever has a permission read the files of a kind of record.</summary>
    /// <param name="kind">Kind of record, as in its history.</param>
    /// <param name="read">Name of the permission to read.</param>
    /// <param name="remove">Name of the permission to take files away; null for nobody.</param>
    public static IServiceCollection AddAttachmentGate(this IServiceCollection services, string kind, string read, string? remove = null) =>
        services.AddScoped<IAttachmentGate>(provider => new PermissionAttachmentGate(kind, read, remove, provider.GetRequiredService<IAuthorizationService>(), provider.GetRequiredService<IPermissionService>()));
}

internal sealed class PermissionAttachmentGate(string kind, string read, string? remove, IAuthorizationService authorization, IPermissionService permissions) : IAttachmentGate
{
    public string Kind => kind;

    public Task<bool> MayReadAsync(Attachment file, ClaimsPrincipal reader) => MayAsync(read, reader);

    public Task<bool> MayRemoveAsync(Attachment file, ClaimsPrincipal reader) => MayAsync(remove, reader);

    private async Task<bool> MayAsync(string? name, ClaimsPrincipal reader) =>
        name is not null && await permissions.FindByNameAsync(name) is { } permission && await authorization.AuthorizeAsync(reader, permission);
}
