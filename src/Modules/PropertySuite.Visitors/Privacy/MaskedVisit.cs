using PropertySuite.Core;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Visitors;

/// <summary>
/// What of a visitor is shown to whom (VIS-19): names while somebody needs them, then only their initials; phone and plate masked always, but at
/// the gate, where the car stands. Whoever needs more says why, and that is kept.
/// </summary>
public static class MaskedVisit
{
    /// <summary>Whether the name is masked.</summary>
    /// <param name="endedUtc">When the visit was over, UTC.</param>
    /// <param name="isOnSite">Whether the visitor is inside: then never.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="afterHours">Hours after the end, as the settings say.</param>
    /// <param name="isPrivate">Whether the unit wants its visits private: then as soon as the visit is over.</param>
    public static bool HidesName(DateTime endedUtc, bool isOnSite, DateTime nowUtc, int afterHours, bool isPrivate) =>
        !isOnSite && nowUtc >= endedUtc.AddHours(isPrivate ? 0 : afterHours);

    /// <summary>A name by its initials: <c>N. S. P.</c>; of a Chinese name the first character: <c>王**</c>.</summary>
    public static string Name(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words is [{ Length: > 0 } only] && only[0] is >= '\u4E00' and <= '\u9FFF'
            ? only[0] + new string('*', only.Length - 1)
            : string.Join(' ', words.Select(word => word[0] + "."));
    }

    /// <summary>A phone with its last two digits.</summary>
    public static string Phone(string? phone) => Masked.Phone(phone);

    /// <summary>A plate with its last two signs.</summary>
    public static string Plate(string? plate) => string.IsNullOrEmpty(plate) ? "" : new string('•', Math.Max(0, plate.Length - 2)) + plate[^Math.Min(2, plate.Length)..];

    /// <summary>When a visit was over: at the departure, or at the end of a window that nobody used.</summary>
    public static DateTime EndOf(VisitIndex row) => row.LeftAtUtc ?? row.UntilUtc;

    /// <summary>When a visit was over.</summary>
    public static DateTime EndOf(VisitPart visit) => visit.Departure?.AtUtc ?? visit.Window.UntilUtc;
}
