using System.Globalization;

namespace PropertySuite.Office.Frame;

/// <summary>How the languages call themselves.</summary>
public static class Languages
{
    /// <returns>The name in its own language and without its region: <c>español</c> as <c>Español</c>, <c>中文（简体）</c> as <c>简体中文</c>.</returns>
    public static string NameOf(string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        if (culture.StartsWith("zh-Hans", StringComparison.OrdinalIgnoreCase))
        {
            return "简体中文";
        }

        var info = CultureInfo.GetCultureInfo(culture);
        var name = (info.IsNeutralCulture || info.Parent.Equals(CultureInfo.InvariantCulture) ? info : info.Parent).NativeName;
        return name.Length == 0 ? culture : char.ToUpper(name[0], info) + name[1..];
    }
}
