using System.Globalization;

namespace PropertySuite.Platform.Recipes;

/// <summary>
/// What is wrong in a recipe or a workflow's JSON: a sentence with its values. English in logs and on the command line, in the
/// reader's language on a page.
/// </summary>
/// <param name="format">The English sentence with places <c>{0}</c> for the values; also what its translation is found by.</param>
/// <param name="values">The values; one may be a sentence itself, and is translated with it.</param>
public sealed class RecipeText(string format, params object?[] values)
{
    /// <summary>A sentence that somebody else has worded: it is shown as it is.</summary>
    public static RecipeText As(string words) => new("{0}", words);

    /// <summary>Says it.</summary>
    /// <param name="translate">Gives the sentence in the reader's language, with the same places.</param>
    public string Say(Func<string, string> translate) => string.Format(
        CultureInfo.CurrentCulture,
        format == "{0}" ? format : translate(format),
        [.. values.Select(value => value is RecipeText inner ? inner.Say(translate) : value)]);

    /// <summary>The sentence in English.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, format, values);
}

/// <summary>Words sentences about recipes; a test asks for a translation of each.</summary>
public sealed class RecipeTexts
{
    /// <summary>The one there is.</summary>
    public static RecipeTexts R { get; } = new();

    private RecipeTexts()
    {
    }

    /// <summary>A sentence with its values.</summary>
    public RecipeText this[string format, params object?[] values] => new(format, values);
}
