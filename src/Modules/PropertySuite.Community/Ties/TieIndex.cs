using OrchardCore.ContentManagement;
using PropertySuite.Community.Contracts;
using YesSql.Indexes;

namespace PropertySuite.Community.Ties;

/// <summary>A row for each tie. Days are kept as day numbers, which every database compares alike.</summary>
public sealed class TieIndex : MapIndex
{
    /// <summary>The <see cref="UntilDay"/> of an open tie, after every day there is.</summary>
    public const int Open = int.MaxValue;

    public string TieId { get; set; } = "";

    public string UnitId { get; set; } = "";

    public string PersonId { get; set; } = "";

    public string Kind { get; set; } = "";

    public decimal? SharePercent { get; set; }

    /// <summary>First day, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int FromDay { get; set; }

    /// <summary>First day without the tie, as <see cref="DateOnly.DayNumber"/>; <see cref="Open"/> while there is none.</summary>
    public int UntilDay { get; set; }

    public bool AtHome { get; set; }

    public bool PaysBills { get; set; }

    /// <summary>Unit, person and kind while the tie is open, else null; unique, by the database, so that two desks cannot register the same.</summary>
    public string? LiveKey { get; set; }

    internal TieSummary ToSummary() => new(
        TieId,
        UnitId,
        PersonId,
        Enum.Parse<TieKind>(Kind),
        SharePercent,
        DateOnly.FromDayNumber(FromDay),
        UntilDay == Open ? null : DateOnly.FromDayNumber(UntilDay),
        AtHome,
        PaysBills);
}

public sealed class TieIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) =>
        context.For<TieIndex>().When(item => item.Latest && item.Has<TiePart>()).Map(Row);

    internal static TieIndex Row(ContentItem item)
    {
        var tie = item.As<TiePart>()!;
        return new TieIndex
        {
            TieId = item.ContentItemId,
            UnitId = tie.UnitId,
            PersonId = tie.PersonId,
            Kind = tie.Kind.ToString(),
            SharePercent = tie.SharePercent,
            FromDay = tie.From.DayNumber,
            UntilDay = tie.Until?.DayNumber ?? TieIndex.Open,
            AtHome = tie.AtHome,
            PaysBills = tie.PaysBills,
            LiveKey = tie.Until is null ? $"{tie.UnitId}|{tie.PersonId}|{tie.Kind}" : null,
        };
    }
}
