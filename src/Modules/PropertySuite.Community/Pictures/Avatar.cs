using System.Globalization;

namespace PropertySuite.Community.Pictures;

/// <summary>Initials on a colour, beside a name that is always written out.</summary>
/// <param name="Hue">1 to 4; the same for a name at all times. 0 is the look of nobody.</param>
public sealed record Avatar(string Initials, int Hue)
{
    public static Avatar Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var initials = string.Concat(words.Take(2).Select(word => StringInfo.GetNextTextElement(word)));
        return new Avatar(initials.ToUpper(CultureInfo.CurrentCulture), 1 + name.Sum(letter => letter) % 4);
    }
}
