using System.Globalization;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Ties;

/// <summary>What must hold among all ties of one unit (REG-03).</summary>
public static class TieRules
{
    /// <summary>Refuses a tie that says the same twice, or makes owners of more than the whole on any day.</summary>
    /// <param name="others">The unit's other ties, past ones too.</param>
    public static void Check(TiePart tie, IReadOnlyCollection<TiePart> others)
    {
        if (others.Any(other => other.PersonId == tie.PersonId && other.Kind == tie.Kind && other.Overlaps(tie)))
        {
            throw Refusals.SameTieOverlaps.At(nameof(TiePart.PersonId));
        }

        if (HighestShare(tie, others) is > 100m and var sum) throw Refusals.SharesAboveWhole.At(nameof(TiePart.SharePercent), sum.ToString("0.##", CultureInfo.CurrentCulture));
    }

    // The sum can only rise on a day on which some share begins, so those days are enough.
    private static decimal HighestShare(TiePart tie, IReadOnlyCollection<TiePart> others)
    {
        if (tie.Kind != TieKind.Owner) return 0;
        var rivals = others.Where(other => other.Kind == TieKind.Owner && other.Overlaps(tie)).ToList();
        return rivals.Select(rival => rival.From).Where(tie.HoldsOn).Append(tie.From)
            .Max(day => tie.SharePercent + rivals.Where(rival => rival.HoldsOn(day)).Sum(rival => rival.SharePercent)) ?? 0;
    }
}
