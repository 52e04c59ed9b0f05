using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OrchardCore.Modules;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>The community's keys for passes.</summary>
public sealed class PassKeys(IStore store, IDataProtectionProvider protection, IClock clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("PropertySuite.Visitors", "PassKeys", "1");

    /// <summary>The public keys by key id; empty before the first pass.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> PublicAsync()
    {
        await using var session = store.CreateSession(withTracking: false);
        return (await session.Query<PassKey, PassKeyIndex>().ListAsync()).ToDictionary(key => key.KeyId, key => key.PublicKey, StringComparer.Ordinal);
    }

    /// <summary>Signs a pass for a window.</summary>
    public async Task<string> SignAsync(string passId, VisitWindow window)
    {
        var stored = await ReadAsync() ?? throw new InvalidOperationException("A pass was made before the community had a key.");
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_protector.Unprotect(Convert.FromBase64String(stored.SealedPrivateKey)), out _);
        return PassSigner.Sign(new PassToken(stored.KeyId, passId, window.FromUtc, window.UntilUtc), key);
    }

    /// <summary>
    /// Makes the community's first key unless it has one. In a transaction of its own, before the request writes
    /// anything else.
    /// </summary>
    public async Task EnsureAsync()
    {
        if (await ReadAsync() is not null)
        {
            return;
        }

        await using var session = store.CreateSession();
        await session.SaveAsync(NewKey());
        try
        {
            await session.SaveChangesAsync();
        }
        catch (DbException)
        {
            // Another request made it first; the unique key let only one through.
            if (await ReadAsync() is null)
            {
                throw;
            }
        }
    }

    /// <summary>Makes the first key in the transaction of an import, which holds the database already.</summary>
    public async Task EnsureAsync(ISession within)
    {
        if (await within.Query<PassKey, PassKeyIndex>(row => row.Signing == "now").CountAsync() == 0)
        {
            await within.SaveAsync(NewKey());
            await within.FlushAsync();
        }
    }

    private PassKey NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = key.ExportSubjectPublicKeyInfo();
        return new PassKey
        {
            KeyId = PassSigner.KeyId(publicKey),
            PublicKey = publicKey,
            SealedPrivateKey = Convert.ToBase64String(_protector.Protect(key.ExportPkcs8PrivateKey())),
            CreatedUtc = clock.UtcNow,
        };
    }

    private async Task<PassKey?> ReadAsync()
    {
        await using var session = store.CreateSession(withTracking: false);
        return await session.Query<PassKey, PassKeyIndex>(row => row.Signing == "now").FirstOrDefaultAsync();
    }
}
