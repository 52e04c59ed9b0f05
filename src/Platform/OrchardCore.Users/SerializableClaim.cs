using System.Security.Claims;

namespace OrchardCore.Users;

/// <summary>A claim in a form that can be stored.</summary>
public class SerializableClaim
{
    public string? Subject { get; set; }

    public string? Issuer { get; set; }

    public string? OriginalIssuer { get; set; }

    public KeyValuePair<string, string>[] Properties { get; set; } = [];

    public string Type { get; set; } = string.Empty;

    public string Value { get; set; } = string.Empty;

    public string? ValueType { get; set; }
}

public static class ClaimsPrincipalExtensions
{
    public static IEnumerable<SerializableClaim> GetSerializableClaims(this ClaimsPrincipal principal)
        => principal.Claims.Select(claim => new SerializableClaim
        {
            Subject = claim.Subject?.Name,
            Issuer = claim.Issuer,
            OriginalIssuer = claim.OriginalIssuer,
            Properties = [.. claim.Properties],
            Type = claim.Type,
            Value = claim.Value,
            ValueType = claim.ValueType,
        });
}
