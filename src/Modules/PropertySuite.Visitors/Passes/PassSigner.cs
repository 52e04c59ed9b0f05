using System.Buffers.Text;
using System.Security.Cryptography;

namespace PropertySuite.Visitors;

/// <summary>Signs passes with the community's private key, and reads them with public ones: a gate needs no connection for that.</summary>
public static class PassSigner
{
    /// <summary>Names a public key.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo.</param>
    public static string KeyId(byte[] publicKey) => Base64Url.EncodeToString(SHA256.HashData(publicKey).AsSpan(0, 8));

    /// <summary>Signs a pass.</summary>
    /// <param name="token">The pass; its key id must be this key's.</param>
    /// <param name="key">Private key, P-256.</param>
    public static string Sign(PassToken token, ECDsa key)
    {
        var payload = token.ToPayload();
        var signature = key.SignData(payload, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return PassToken.Prefix + Base64Url.EncodeToString([.. payload, .. signature]);
    }

    /// <summary>Reads a pass as it was scanned.</summary>
    /// <param name="scanned">Text of the QR code; anything may stand in it.</param>
    /// <param name="publicKeys">The community's public keys by key id.</param>
    public static PassReading Read(string? scanned, IReadOnlyDictionary<string, byte[]> publicKeys)
    {
        if (Decode(scanned) is not { } bytes || PassToken.FromPayload(bytes.AsSpan(0, PassToken.PayloadLength)) is not { } token)
        {
            return PassReading.Damaged;
        }

        if (!publicKeys.TryGetValue(token.KeyId, out var publicKey))
        {
            return PassReading.Foreign;
        }

        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(
            bytes.AsSpan(0, PassToken.PayloadLength),
            bytes.AsSpan(PassToken.PayloadLength),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ? new PassReading(PassVerdict.Genuine, token)
            : PassReading.Forged;
    }

    private static byte[]? Decode(string? scanned)
    {
        var text = scanned?.Trim() ?? "";
        if (!text.StartsWith(PassToken.Prefix, StringComparison.Ordinal) || !Base64Url.IsValid(text.AsSpan(PassToken.Prefix.Length), out var length))
        {
            return null;
        }

        return length == PassToken.PayloadLength + PassToken.SignatureLength ? Base64Url.DecodeFromChars(text.AsSpan(PassToken.Prefix.Length)) : null;
    }
}

/// <summary>What a scanned text turned out to be.</summary>
public enum PassVerdict
{
    /// <summary>No pass, or a part of one.</summary>
    Damaged,

    /// <summary>Signed with a key that is not this community's.</summary>
    Foreign,

    /// <summary>Names this community's key, but its signature does not fit.</summary>
    Forged,

    /// <summary>Signed by this community.</summary>
    Genuine,
}

/// <summary>A reading.</summary>
/// <param name="Verdict">What it is.</param>
/// <param name="Token">The pass; null unless genuine.</param>
public sealed record PassReading(PassVerdict Verdict, PassToken? Token = null)
{
    internal static readonly PassReading Damaged = new(PassVerdict.Damaged);
    internal static readonly PassReading Foreign = new(PassVerdict.Foreign);
    internal static readonly PassReading Forged = new(PassVerdict.Forged);
}
