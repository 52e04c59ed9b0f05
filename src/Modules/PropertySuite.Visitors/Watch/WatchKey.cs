using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using YesSql;
using YesSql.Indexes;

namespace PropertySuite.Visitors;

/// <summary>The community's key for hashes of document numbers, sealed. Without it, numbers of eight digits could be tried out.</summary>
public sealed class WatchKey
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>32 random bytes, protected.</summary>
    public string Sealed { get; set; } = "";
}

/// <summary>Finds the key. <see cref="Name"/> is unique, so that there is one.</summary>
public sealed class WatchKeyIndex : MapIndex
{
    /// <summary>Always <c>watch</c>.</summary>
    public string Name { get; set; } = "";
}

/// <summary>Maps the key to its row.</summary>
public sealed class WatchKeyIndexProvider : IndexProvider<WatchKey>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<WatchKey> context) => context.For<WatchKeyIndex>().Map(_ => new WatchKeyIndex { Name = "watch" });
}

/// <summary>Hashes numbers of identity documents, so that one can be recognised and none is kept.</summary>
public sealed class DocumentHashes(IStore store, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("PropertySuite.Visitors", "WatchKey", "1");

    /// <summary>The keyed hash; null when nothing was typed, or no key exists yet and so no entry with a document.</summary>
    public async Task<string?> FindAsync(string? number) => Clean(number) is { } clean && await ReadAsync() is { } key ? Hash(key, clean) : null;

    /// <summary>The keyed hash; makes the key in a transaction of its own when there is none. Null when nothing was typed.</summary>
    public async Task<string?> MakeAsync(string? number)
    {
        if (Clean(number) is not { } clean)
        {
            return null;
        }

        if (await ReadAsync() is null)
        {
            await using var session = store.CreateSession();
            await session.SaveAsync(new WatchKey { Sealed = Convert.ToBase64String(_protector.Protect(RandomNumberGenerator.GetBytes(32))) });
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

        return Hash((await ReadAsync())!, clean);
    }

    private static string? Clean(string? number) =>
        string.Concat((number ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: >= 4 } clean ? clean : null;

    private static string Hash(byte[] key, string clean) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(clean)));

    private async Task<byte[]?> ReadAsync()
    {
        await using var session = store.CreateSession(withTracking: false);
        return await session.Query<WatchKey, WatchKeyIndex>(row => row.Name == "watch").FirstOrDefaultAsync() is { } stored
            ? _protector.Unprotect(Convert.FromBase64String(stored.Sealed))
            : null;
    }
}
