using System.Security.Cryptography;
using System.Text;

namespace PropertySuite.Platform.Users;

/// <summary>Codes on paper for the day on which the phone is lost. Only a slow hash of each is kept; all of a set share its salt.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    private const int Letters = 10;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>No 0, 1, 8, 9, I, O: nothing that is read for something else.</summary>
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ234567";

    /// <returns>The codes as they are shown, and what is kept of them.</returns>
    public static (IReadOnlyList<string> Shown, string Salt, List<string> Hashes) Make()
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Letters)).ToArray();
        return ([.. codes.Select(code => $"{code[..5]}-{code[5..]}")], Convert.ToBase64String(salt), [.. codes.Select(code => Hash(code, salt))]);
    }

    /// <summary>What was typed without the dash and blanks, in capitals; null when it cannot be such a code.</summary>
    public static string? Read(string typed)
    {
        var code = new string([.. typed.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return code.Length == Letters && code.All(Alphabet.Contains) ? code : null;
    }

    /// <returns>Which of the kept hashes is the code's; null: none.</returns>
    public static string? Find(string code, string salt, IEnumerable<string> hashes)
    {
        var wanted = Encoding.ASCII.GetBytes(Hash(code, Convert.FromBase64String(salt)));
        return hashes.FirstOrDefault(kept => CryptographicOperations.FixedTimeEquals(wanted, Encoding.ASCII.GetBytes(kept)));
    }

    private static string Hash(string code, byte[] salt)
        => Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(code, salt, UsersServices.HashIterations, HashAlgorithmName.SHA512, HashBytes));
}
