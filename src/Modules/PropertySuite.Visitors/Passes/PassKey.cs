using YesSql.Indexes;

namespace PropertySuite.Visitors;

/// <summary>A key pair of the community. The private half is protected with the community's own data protection keys.</summary>
public sealed class PassKey
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Name of the key (<see cref="PassSigner.KeyId"/>).</summary>
    public string KeyId { get; set; } = "";

    /// <summary>SubjectPublicKeyInfo.</summary>
    public byte[] PublicKey { get; set; } = [];

    /// <summary>PKCS#8, protected.</summary>
    public string SealedPrivateKey { get; set; } = "";

    /// <summary>Since when it signs no more, UTC; null while it signs. It goes on verifying passes that are out.</summary>
    public DateTime? RetiredUtc { get; set; }

    /// <summary>Since when it exists, UTC.</summary>
    public DateTime CreatedUtc { get; set; }
}

/// <summary>Finds keys. <see cref="Signing"/> is unique, so that two requests do not make two first keys.</summary>
public sealed class PassKeyIndex : MapIndex
{
    /// <summary>Name of the key.</summary>
    public string KeyId { get; set; } = "";

    /// <summary><c>now</c> for the key that signs; null for those that only verify.</summary>
    public string? Signing { get; set; }
}

/// <summary>Maps keys to rows.</summary>
public sealed class PassKeyIndexProvider : IndexProvider<PassKey>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<PassKey> context) => context.For<PassKeyIndex>()
        .Map(key => new PassKeyIndex { KeyId = key.KeyId, Signing = key.RetiredUtc is null ? "now" : null });
}
