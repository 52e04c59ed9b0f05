using System.Globalization;

namespace PropertySuite.Core;

/// <summary>How moments are said: <c>Wed 11, 11:02</c>, <c>mié 11, 11:02</c>, <c>11 日（周三）11:02</c>. Times are 24 h.</summary>
public static class Moments
{
    /// <summary>Day of the week, day and time.</summary>
    /// <param name="wall">Date and time on the community's wall.</param>
    public static string Short(DateTime wall) =>
        IsChinese ? wall.ToString("d 日（ddd）HH:mm", CultureInfo.CurrentCulture) : wall.ToString("ddd d, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>Time alone when it is today, else with its day.</summary>
    public static string Near(DateTime wall, DateOnly today) =>
        DateOnly.FromDateTime(wall) == today ? Time(wall) : Short(wall);

    /// <summary>Time of day.</summary>
    public static string Time(DateTime wall) => wall.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day of the week, day and month: <c>Fri 13 Nov</c>, <c>11 月 13 日（周五）</c>.</summary>
    public static string Day(DateOnly day) =>
        IsChinese ? day.ToString("M 月 d 日（ddd）", CultureInfo.CurrentCulture) : day.ToString("ddd d MMM", CultureInfo.CurrentCulture);

    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
}
