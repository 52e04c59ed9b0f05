using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PropertySuite.Platform.Users;

/// <summary>Codes that an authenticator app shows for thirty seconds (RFC 6238 with SHA-1 and six digits, which every app knows).</summary>
public static class OneTimeCode
{
    public const int Digits = 6;

    /// <summary>How many steps a phone's clock may be off, in either direction.</summary>
    public const int Drift = 1;

    private const int KeyBytes = 20;
    private const int StepSeconds = 30;
    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>Number of the thirty seconds that a moment lies in.</summary>
    public static long StepAt(DateTime utc) => (long)Math.Floor((utc - DateTime.UnixEpoch).TotalSeconds / StepSeconds);

    /// <summary>The code of a step.</summary>
    public static string At(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard names SHA-1; as a keyed hash it is sound, and apps know no other.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code belongs to, among those that count now.</summary>
    /// <param name="usedStep">The last step whose code was used; it and earlier ones count no more.</param>
    /// <returns>Null when the code is of none of them.</returns>
    public static long? StepOf(byte[] key, string code, DateTime utc, long usedStep)
    {
        long? found = null;
        var typed = Encoding.UTF8.GetBytes(code);
        var now = StepAt(utc);
        for (var step = now - Drift; step <= now + Drift; step++)
        {
            // Every candidate is compared, so that the time taken tells nothing.
            var same = CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(At(key, step)));
            if (same && step > usedStep)
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>What an app reads from the QR code.</summary>
    /// <param name="issuer">Name of the community.</param>
    /// <param name="account">User name.</param>
    public static string Address(string issuer, string account, byte[] key)
    {
        // A colon would end the issuer's name in the label.
        var name = Uri.EscapeDataString(issuer.Replace(':', ' '));
        return $"otpauth://totp/{name}:{Uri.EscapeDataString(account.Replace(':', ' '))}?secret={Written(key)}&issuer={name}&digits={Digits}&period={StepSeconds}";
    }

    /// <summary>The key in the letters that apps take (base 32).</summary>
    public static string Written(byte[] bytes)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var next in bytes)
        {
            (bits, count) = ((bits << 8) | next, count + 8);
            while (count >= 5)
            {
                count -= 5;
                text.Append(Base32Letters[(bits >> count) & 31]);
            }

            bits &= (1 << count) - 1;
        }

        return count > 0 ? text.Append(Base32Letters[(bits << (5 - count)) & 31]).ToString() : text.ToString();
    }
}
