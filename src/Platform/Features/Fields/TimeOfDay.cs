using System.Globalization;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>Reads a time as people type it: <c>14:30</c>, <c>14.30</c>, <c>1430</c>, <c>9</c>.</summary>
internal static class TimeOfDay
{
    private static readonly string[] _formats = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "HHmm", "Hmm", "%H", "HH"];

    public static bool TryRead(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text.Trim().Replace('.', ':').Replace('h', ':').TrimEnd(':'), _formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time)
        || TimeOnly.TryParse(text, CultureInfo.CurrentCulture, DateTimeStyles.None, out time);
}
