using YesSql.Indexes;

namespace PropertySuite.Visitors;

/// <summary>A question to one person of the household, sent by mail (VIS-03). Its link is used once and not after its time.</summary>
public sealed class HostAsk
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Content item id of the visit.</summary>
    public string VisitId { get; set; } = "";

    /// <summary>Which call of the visit it goes with, from 1.</summary>
    public int Attempt { get; set; }

    /// <summary>Who is asked.</summary>
    public string PersonId { get; set; } = "";

    /// <summary>Name as it was then.</summary>
    public string PersonName { get; set; } = "";

    /// <summary>SHA-256 of the secret in the link, base64url.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>Until when the answer is awaited, UTC.</summary>
    public DateTime DueAtUtc { get; set; }

    /// <summary>When the link was used, UTC; null until then.</summary>
    public DateTime? UsedAtUtc { get; set; }
}

/// <summary>Finds questions.</summary>
public sealed class HostAskIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string TokenHash { get; set; } = "";

    public string VisitId { get; set; } = "";

    public DateTime DueAtUtc { get; set; }
}

/// <summary>Maps questions to rows.</summary>
public sealed class HostAskIndexProvider : IndexProvider<HostAsk>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<HostAsk> context) => context.For<HostAskIndex>()
        .Map(ask => new HostAskIndex { TokenHash = ask.TokenHash, VisitId = ask.VisitId, DueAtUtc = ask.DueAtUtc });
}
