#nullable enable
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using OrchardCore.Modules;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Workflows;

/// <summary>Tokens that are encrypted and signed with the site's own keys, and say when they end.</summary>
internal sealed class SecurityTokenService(IDataProtectionProvider protection, IClock clock) : ISecurityTokenService
{
    private readonly IDataProtector _protector = protection.CreateProtector("PropertySuite.Workflows.Tokens");

    public string CreateToken<T>(T payload, TimeSpan lifetime) =>
        WebEncoders.Base64UrlEncode(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Sealed<T>(payload, clock.UtcNow + lifetime))));

    public bool TryDecryptToken<T>(string token, out T payload)
    {
        payload = default!;
        if (string.IsNullOrEmpty(token) || token.Length > 4096)
            return false;
        try
        {
            if (JsonSerializer.Deserialize<Sealed<T>>(_protector.Unprotect(WebEncoders.Base64UrlDecode(token))) is not { } content || content.EndsUtc <= clock.UtcNow)
                return false;
            payload = content.Payload;
            return payload is not null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return false;
        }
    }

    private sealed record Sealed<T>(T Payload, DateTime EndsUtc);
}
