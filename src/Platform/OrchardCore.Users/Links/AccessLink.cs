using YesSql.Indexes;

namespace PropertySuite.Platform.Users;

/// <summary>What a link lets its bearer do.</summary>
public enum AccessLinkKind
{
    /// <summary>Set a credential; nothing else.</summary>
    Invitation,

    /// <summary>Sign in, in a demonstration community of a developer's machine only.</summary>
    SignIn,
}

/// <summary>A link that carries a right. Only the hash of its token is kept.</summary>
/// <remarks>Public because the data layer makes documents.</remarks>
public class AccessLink
{
    public long Id { get; set; }

    public string TokenHash { get; set; } = string.Empty;

    public AccessLinkKind Kind { get; set; }

    public string UserId { get; set; } = string.Empty;

    public DateTime CreatedUtc { get; set; }

    public DateTime ExpiresUtc { get; set; }

    /// <summary>Null until it was used; it serves once.</summary>
    public DateTime? UsedUtc { get; set; }
}

/// <summary>One row per link.</summary>
public class AccessLinkIndex : MapIndex
{
    public string TokenHash { get; set; } = string.Empty;

    public string UserId { get; set; } = string.Empty;

    public DateTime ExpiresUtc { get; set; }
}

internal sealed class AccessLinkIndexProvider : IndexProvider<AccessLink>
{
    public override void Describe(DescribeContext<AccessLink> context)
        => context.For<AccessLinkIndex>().Map(link => new AccessLinkIndex
        {
            TokenHash = link.TokenHash,
            UserId = link.UserId,
            ExpiresUtc = link.ExpiresUtc,
        });
}
