using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>The last number that a series gave.</summary>
public sealed class NumberCounter
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Community, kind and year.</summary>
    public string Series { get; set; } = "";

    /// <summary>The last number given; 0 before the first.</summary>
    public int Last { get; set; }
}

/// <summary>Finds a series; its key is unique, so a series begins once.</summary>
public sealed class NumberCounterIndex : MapIndex
{
    /// <summary>Community, kind and year.</summary>
    public string Series { get; set; } = "";
}

/// <summary>Maps counters to rows.</summary>
public sealed class NumberCounterIndexProvider : IndexProvider<NumberCounter>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<NumberCounter> context) => context.For<NumberCounterIndex>()
        .Map(counter => new NumberCounterIndex { Series = counter.Series });
}
