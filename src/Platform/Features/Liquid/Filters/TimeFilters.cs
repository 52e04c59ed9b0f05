using System.Globalization;

namespace PropertySuite.Platform.Features.Liquid.Filters;

internal static class TimeFilters
{
    public static void Add(IDictionary<string, Func<LiquidCall, object?>> filters)
    {
        // Already in the community's time, whatever the filters say in which order.
        filters["local"] = call => LiquidTimes.Local(call.Input, call.At) is { } moment ? moment : null;
        filters["utc"] = call => LiquidTimes.Local(call.Input, call.At) is { } moment ? moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null;
        filters["date"] = call => Format(call, "g");
        filters["format_date"] = call => Format(call, "g");
        filters["day"] = call => Format(call, "D");
        filters["time"] = call => Format(call, "t");
    }

    private static string Format(LiquidCall call, string otherwise) =>
        LiquidTimes.Local(call.Input, call.At) is { } moment ? LiquidTimes.Format(moment, call.TextOf(0, otherwise), call.At) : call.Text;
}
