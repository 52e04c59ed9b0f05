#nullable enable
using YesSql.Indexes;

namespace PropertySuite.Platform.Workflows;

/// <summary>A signal's link that was followed and serves no more.</summary>
internal sealed class UsedSignal
{
    public long Id { get; set; }

    public string TokenHash { get; set; } = string.Empty;

    public DateTime UsedUtc { get; set; }
}

/// <summary>One row per used link.</summary>
public class UsedSignalIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string TokenHash { get; set; } = string.Empty;
}

internal sealed class UsedSignalIndexProvider : IndexProvider<UsedSignal>
{
    public override void Describe(DescribeContext<UsedSignal> context) => context.For<UsedSignalIndex>().Map(used => new UsedSignalIndex { TokenHash = used.TokenHash });
}
