using System.Globalization;

namespace PropertySuite.Community.Forms;

/// <summary>Figures as people type them: 96,40 and 96.40 are the same area, whatever the language of the page.</summary>
public static class Figures
{
    /// <summary>Reads a figure; an empty text is null and fine.</summary>
    public static bool TryRead(string? text, out decimal? figure)
    {
        figure = null;
        var typed = (text ?? "").Trim().TrimEnd('%').Trim();
        if (typed.Length == 0) return true;
        if (typed.Count(c => c is ',' or '.') > 1) return false;
        if (!decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)) return false;
        figure = read;
        return true;
    }

    /// <summary>The figure as this reader's language writes it.</summary>
    public static string Write(decimal? figure, string format = "0.##") => figure?.ToString(format, CultureInfo.CurrentCulture) ?? "";
}
