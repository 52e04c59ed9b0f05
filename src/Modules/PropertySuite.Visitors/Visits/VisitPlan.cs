using System.Globalization;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>What is said about a visit before it happens. Checked by itself, the same at the desk and at the owner's.</summary>
public sealed record VisitPlan(VisitKind Kind, VisitGuest Guest, VisitHost Host, VisitWindow Window, string? Reason = null)
{
    /// <summary>How far ahead visits may be announced.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(60);

    /// <summary>Minutes of tolerance before and after the window.</summary>
    public int ToleranceMinutes { get; init; } = VisitPart.UsualToleranceMinutes;

    /// <summary>What the office's settings say about it.</summary>
    public VisitRules Rules { get; init; } = VisitRules.Usual;

    /// <summary>Entries of the watch list that this may be (VIS-10).</summary>
    public IReadOnlyList<WatchHit> Hits { get; init; } = [];

    /// <summary>The recurring pass that it comes by (VIS-09); null for none.</summary>
    public string? RecurringId { get; init; }

    /// <summary>Number of the permit that a worker works by (VIS-17); null for none.</summary>
    public string? PermitNumber { get; init; }

    /// <summary>Whether the watch list keeps the visitor out.</summary>
    public bool IsStopped => Hits.Any(hit => hit.Level == WatchLevel.Stop);

    /// <summary>Refuses what makes no sense, at the field that is to blame.</summary>
    /// <exception cref="RefusedException">Something does not fit.</exception>
    public void Check(DateTime atUtc)
    {
        CheckGuest(Guest);
        if (Host.UnitId.Length == 0) throw VisitRefusals.UnitMissing.At("UnitId");
        if (Window.UntilUtc <= Window.FromUtc) throw VisitRefusals.WindowReversed.At("Until");
        if (Window.UntilUtc <= atUtc) throw VisitRefusals.WindowOver.At("Until");
        if (Window.UntilUtc - Window.FromUtc > VisitWindow.Longest) throw VisitRefusals.WindowTooLong.At("Until");
        if (Window.FromUtc - atUtc > Ahead) throw VisitRefusals.WindowTooFar.At("Day");
    }

    /// <summary>Refuses who makes no sense.</summary>
    /// <exception cref="RefusedException">Something does not fit.</exception>
    public static void CheckGuest(VisitGuest guest)
    {
        if (string.IsNullOrWhiteSpace(guest.Name)) throw VisitRefusals.NameMissing.At("Name");
        if (guest.Name.Length > 120) throw VisitRefusals.NameTooLong.At("Name");
        if (guest.Persons is < 1 or > 50) throw VisitRefusals.PersonsOutOfRange.At("Persons");
        if (guest.Phone is { } phone && !IsPhone(phone)) throw VisitRefusals.PhoneMalformed.At("Phone");
        if (guest.Plate is { } plate && !IsPlate(plate)) throw VisitRefusals.PlateMalformed.At("Plate");
    }

    /// <summary>A plate as it is stored and searched: letters and digits in capitals, with single hyphens.</summary>
    /// <returns>Null when nothing was typed.</returns>
    public static string? Plate(string? typed) =>
        OrNull(typed) is { } text ? string.Join('-', text.ToUpperInvariant().Split([' ', '-', '·', '.'], StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>A number of persons as it was typed; 0, which is refused, when it is none.</summary>
    public static int Count(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    /// <summary>A number of persons as it is typed.</summary>
    public static string Write(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Trimmed text; null when nothing is left.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // Chinese plates begin with a character, so letters are those of Unicode.
    private static bool IsPlate(string plate) => plate.Count(char.IsLetterOrDigit) is >= 2 and <= 12 && plate.All(c => char.IsLetterOrDigit(c) || c == '-');

    private static bool IsPhone(string phone) => phone.Count(char.IsAsciiDigit) is >= 6 and <= 15 && phone.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')');
}
