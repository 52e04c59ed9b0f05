using System.Security.Cryptography;
using System.Text;
using YesSql.Indexes;

namespace PropertySuite.Community.Joining;

/// <summary>A code by which a person of the register makes an account (D14). The code itself is nowhere kept; it works once.</summary>
public sealed class JoinCode
{
    // Without letters and digits that are taken for one another: I, L, O, U, 0 and 1 are missing.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int Group = 4;

    /// <summary>How long it works: a letter takes its time.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    public long Id { get; set; }

    public long Version { get; set; }

    /// <summary>SHA-256 of the code.</summary>
    public string CodeHash { get; set; } = "";

    /// <summary>Whose it is.</summary>
    public string PersonId { get; set; } = "";

    public string MadeByName { get; set; } = "";

    public DateTime MadeAtUtc { get; set; }

    public DateTime ExpiresUtc { get; set; }

    /// <summary>When an account was made with it; null before.</summary>
    public DateTime? UsedUtc { get; set; }

    /// <summary>A new code: sixteen letters and digits of thirty, some 78 bits, in groups as they are read aloud.</summary>
    public static string Make() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(group => new string(group)));

    /// <summary>The code as it is compared: spaces, dashes and case do not matter. Null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var code = new string([.. (typed ?? "").Take(100).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
        return code.Length == Length && code.All(c => Letters.Contains(c, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>What is kept of a code.</summary>
    /// <param name="code">As <see cref="Read"/> gives it.</param>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

/// <summary>Finds codes.</summary>
public sealed class JoinCodeIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string CodeHash { get; set; } = "";

    public string PersonId { get; set; } = "";
}

/// <summary>Maps codes to rows.</summary>
public sealed class JoinCodeIndexProvider : IndexProvider<JoinCode>
{
    public override void Describe(DescribeContext<JoinCode> context) => context.For<JoinCodeIndex>()
        .Map(code => new JoinCodeIndex { CodeHash = code.CodeHash, PersonId = code.PersonId });
}
