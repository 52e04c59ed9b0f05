using YesSql.Indexes;

namespace PropertySuite.Platform.Users;

/// <summary>Somebody signed in on one device; the cookie is worth nothing without it.</summary>
/// <remarks>Public because the data layer makes documents.</remarks>
public class SignInSession
{
    public long Id { get; set; }

    public string SessionId { get; set; } = string.Empty;

    public string UserId { get; set; } = string.Empty;

    /// <summary>What the account looked like at sign-in.</summary>
    public string Fingerprint { get; set; } = string.Empty;

    public DateTime CreatedUtc { get; set; }

    /// <summary>When the session ends however much it is used.</summary>
    public DateTime EndsUtc { get; set; }

    /// <summary>The browser's own description, shortened, so that a person can tell their devices apart.</summary>
    public string? Device { get; set; }
}

/// <summary>One row per session.</summary>
public class SignInSessionIndex : MapIndex
{
    public string SessionId { get; set; } = string.Empty;

    public string UserId { get; set; } = string.Empty;

    public string Fingerprint { get; set; } = string.Empty;

    public DateTime EndsUtc { get; set; }
}

internal sealed class SignInSessionIndexProvider : IndexProvider<SignInSession>
{
    public override void Describe(DescribeContext<SignInSession> context)
        => context.For<SignInSessionIndex>().Map(signIn => new SignInSessionIndex
        {
            SessionId = signIn.SessionId,
            UserId = signIn.UserId,
            Fingerprint = signIn.Fingerprint,
            EndsUtc = signIn.EndsUtc,
        });
}
