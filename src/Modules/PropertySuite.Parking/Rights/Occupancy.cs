using System.Globalization;
using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace PropertySuite.Parking;

/// <summary>
/// How a unique key holds that two rights to one space never share a day. A right writes a row for each of its days in the weeks which
/// it covers in part, and for Monday and Sunday of the weeks which it covers whole; the space and the day make a unique key.
/// </summary>
/// <remarks>
/// Why that is enough: a right holds its space for seven days at least, so that in a week which it covers in part it covers the Monday
/// or the Sunday. Two rights which share a day share that day's week: both whole share its Monday; one whole and one in part share the
/// Monday or the Sunday; both in part have all their days written, the shared one too. A year is some 110 rows instead of 365.
/// </remarks>
public static class Occupancy
{
    /// <summary>Days that a right holds its space at least, however soon it was ended.</summary>
    public const int LeastDays = 7;

    /// <summary>Days that are written for a right.</summary>
    public static IEnumerable<DateOnly> DaysOf(Period period)
    {
        var until = period.Until < period.From.AddDays(LeastDays) ? period.From.AddDays(LeastDays) : period.Until;
        for (var monday = period.From.AddDays(-(((int)period.From.DayOfWeek + 6) % 7)); monday < until; monday = monday.AddDays(7))
        {
            if (period.From <= monday && monday.AddDays(7) <= until)
            {
                yield return monday;
                yield return monday.AddDays(6);
                continue;
            }

            for (var day = monday; day < monday.AddDays(7); day = day.AddDays(1))
            {
                if (period.From <= day && day < until)
                {
                    yield return day;
                }
            }
        }
    }

    /// <summary>The unique key of a space on a day.</summary>
    public static string Key(string spaceId, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{spaceId}:{day:yyyyMMdd}");

    /// <summary>The keys that a right writes; none while it holds no space.</summary>
    public static IEnumerable<OccupancyIndex> RowsOf(HeldRight? right) =>
        right is null ? [] : DaysOf(right.Period).Select(day => new OccupancyIndex { DayKey = Key(right.SpaceId, day) });
}

/// <summary>What a record holds at this time: a space for some days.</summary>
/// <param name="Kind"><c>offer</c>, <c>lease</c> or <c>use</c>.</param>
public sealed record HeldRight(string SpaceId, Period Period, string Kind, string Number = "", string? UnitId = null, string? UnitCode = null, string? VehicleId = null);

/// <summary>A space on a day; the key is unique, and there is no row while nothing is held.</summary>
public sealed class OccupancyIndex : MapIndex
{
    public string DayKey { get; set; } = "";
}

/// <summary>A right that is held now or later, as it is found.</summary>
public sealed class RightIndex : MapIndex
{
    /// <summary>Content item id of the lease, the application or the space itself.</summary>
    public string RecordId { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Number { get; set; } = "";

    public string SpaceId { get; set; } = "";

    public string? UnitId { get; set; }

    public string? UnitCode { get; set; }

    public string? VehicleId { get; set; }

    /// <summary>First day, midnight UTC by name only.</summary>
    public DateTime FromDay { get; set; }

    /// <summary>Day after the last one.</summary>
    public DateTime UntilDay { get; set; }
}

/// <summary>Maps what holds a space to rows: applications with an offer, leases, and spaces that are not to let.</summary>
public sealed class RightIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<OccupancyIndex>()
            .When(item => item.Latest && IsRight(item))
            .Map(item => Occupancy.RowsOf(Held(item)));
        context.For<RightIndex>()
            .When(item => item.Latest && IsRight(item))
            .Map(item => Held(item) is { } right ? [Row(item.ContentItemId, right)] : Array.Empty<RightIndex>());
    }

    private static bool IsRight(ContentItem item) => item.ContentType is ParkingTypes.Lease or ParkingTypes.Application or ParkingTypes.Space;

    private static HeldRight? Held(ContentItem item) => item.ContentType switch
    {
        ParkingTypes.Lease => item.GetOrCreate<LeasePart>().Held,
        ParkingTypes.Application => item.GetOrCreate<ApplicationPart>().Held,
        _ => item.GetOrCreate<SpacePart>().Held(item.ContentItemId),
    };

    private static RightIndex Row(string recordId, HeldRight right) => new()
    {
        RecordId = recordId,
        Kind = right.Kind,
        Number = right.Number,
        SpaceId = right.SpaceId,
        UnitId = right.UnitId,
        UnitCode = right.UnitCode,
        VehicleId = right.VehicleId,
        FromDay = right.Period.From.AsColumn(),
        UntilDay = right.Period.Until.AsColumn(),
    };
}

/// <summary>Days in columns of indexes.</summary>
public static class DayColumns
{
    /// <summary>A day as it is stored: midnight UTC by name only.</summary>
    public static DateTime AsColumn(this DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>The day that is stored.</summary>
    public static DateOnly AsDay(this DateTime column) => DateOnly.FromDateTime(column);
}
