namespace PropertySuite.Community.Units;

/// <summary>How typed text is matched with unit codes.</summary>
public static class UnitSearch
{
    /// <summary>A code or a piece of one without separators and case: <c>B-07</c> becomes <c>b07</c>.</summary>
    public static string Key(string? text) => string.Concat(Words.Folded(text).Where(char.IsLetterOrDigit));

    /// <summary>The keys that a text may mean: as typed, and as the full code it stands for (<c>b7c</c> means <c>b07c</c>).</summary>
    public static IReadOnlyList<string> Keys(string? text)
    {
        var typed = Key(text);
        if (typed.Length == 0) return [];
        return UnitCode.TryParse(text, out var code) && Key(code.Value) != typed ? [typed, Key(code.Value)] : [typed];
    }
}
