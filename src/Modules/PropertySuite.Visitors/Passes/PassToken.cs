using System.Buffers.Binary;
using System.Buffers.Text;

namespace PropertySuite.Visitors;

/// <summary>
/// What stands in the QR code: which pass, of which community, from when until when. No name, no unit, no plate.
/// </summary>
/// <remarks>
/// Text: <c>PS1.</c> and base64url of 33 bytes and a signature of 64 (ECDSA P-256, r and s). Bytes: version, eight bytes
/// that name the key, sixteen of the pass, four each for the window in minutes since 2020.
/// </remarks>
/// <param name="KeyId">First eight bytes of the SHA-256 of the public key.</param>
/// <param name="PassId">128 random bits, base64url.</param>
/// <param name="FromUtc">First moment, whole minutes; UTC, inclusive.</param>
/// <param name="UntilUtc">End, whole minutes; UTC, exclusive.</param>
public sealed record PassToken(string KeyId, string PassId, DateTime FromUtc, DateTime UntilUtc)
{
    /// <summary>How every pass begins.</summary>
    public const string Prefix = "PS1.";

    internal const int PayloadLength = 33;
    internal const int SignatureLength = 64;
    private const byte Version = 1;
    private static readonly DateTime Epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    internal byte[] ToPayload()
    {
        var bytes = new byte[PayloadLength];
        bytes[0] = Version;
        Base64Url.DecodeFromChars(KeyId).CopyTo(bytes, 1);
        Base64Url.DecodeFromChars(PassId).CopyTo(bytes, 9);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(25), Minutes(FromUtc));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(29), Minutes(UntilUtc));
        return bytes;
    }

    internal static PassToken? FromPayload(ReadOnlySpan<byte> bytes) => bytes.Length != PayloadLength || bytes[0] != Version
        ? null
        : new(
            Base64Url.EncodeToString(bytes[1..9]),
            Base64Url.EncodeToString(bytes[9..25]),
            Epoch.AddMinutes(BinaryPrimitives.ReadUInt32BigEndian(bytes[25..29])),
            Epoch.AddMinutes(BinaryPrimitives.ReadUInt32BigEndian(bytes[29..33])));

    private static uint Minutes(DateTime utc) => (uint)((utc - Epoch).Ticks / TimeSpan.TicksPerMinute);
}
