using System.Buffers.Binary;
using System.Security.Cryptography;

namespace OrchardCore;

/// <summary>Makes the ids of content items and other records.</summary>
public static class IdGenerator
{
    // Crockford's lower-case base 32, without i, l, o and u, so that an id can be read out.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>
    /// 26 lower-case characters that sort by the millisecond they were made in, with 77 random bits.
    /// It names a record and authorises nothing.
    /// </summary>
    public static string GenerateId() => string.Create(26, 0, static (text, _) =>
    {
        // 3 bits that keep the first character at '4', 48 bits of time, and random bits for the rest.
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        var value = BinaryPrimitives.ReadUInt128BigEndian(bytes) >> 3;

        for (var i = text.Length - 1; i > 0; i--, value >>= 5)
            text[i] = Alphabet[(int)(value & 31)];
        text[0] = '4';
    });
}
