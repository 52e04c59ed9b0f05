using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace PropertySuite.Visitors;

/// <summary>Draws what makes a pass: random ids, the six digits, the secret of its address.</summary>
public sealed class PassMaker(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("PropertySuite.Visitors", "PassLinks", "1");

    /// <summary>Makes a pass.</summary>
    /// <param name="codeDay">Day that the digits are bound to.</param>
    /// <param name="isTaken">Whether a code is in use on that day or its neighbours; a look only, the unique key decides.</param>
    public async Task<VisitPass> MakeAsync(DateOnly codeDay, Func<string, Task<bool>> isTaken)
    {
        var secret = RandomText();
        var code = RandomCode();
        for (var tries = 0; tries < 20 && await isTaken(code); tries++)
        {
            code = RandomCode();
        }

        return new VisitPass(RandomText(), code, codeDay, Hash(secret), _protector.Protect(secret));
    }

    /// <summary>The secret of the pass page's address, for the host to share again.</summary>
    public string Link(VisitPass pass) => _protector.Unprotect(pass.SealedLink);

    /// <summary>What of the secret is stored in the clear.</summary>
    public static string Hash(string secret) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Key under which a code is unique.</summary>
    public static string CodeKey(DateOnly day, string code) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}:{code}");

    /// <summary>A secret for an address: 128 random bits, base64url.</summary>
    public static string Secret() => RandomText();

    // 128 bits from the system's generator; a Guid would not do.
    private static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    private static string RandomCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
}
