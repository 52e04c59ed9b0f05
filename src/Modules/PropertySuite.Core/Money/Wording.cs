using Microsoft.Extensions.Localization;

namespace PropertySuite.Core;

/// <summary>A text that is kept with a record and said in the reader's language: what a sum is for, what a paper is.</summary>
/// <param name="Context">Context of its translations: full name of the class that declares it.</param>
/// <param name="Text">English text; may hold places such as <c>{0}</c>.</param>
/// <param name="Arguments">Values for the places: a code, a number. Not translated.</param>
public sealed record Wording(string Context, string Text, string[] Arguments)
{
    /// <summary>Declares a text.</summary>
    /// <param name="texts">Class in whose context it is translated.</param>
    public static Wording Of(Type texts, string text, params string[] arguments) => new(texts.FullName!, text, arguments);
}

/// <summary>Says kept texts.</summary>
public static class WordingExtensions
{
    /// <summary>The text in the reader's language.</summary>
    public static string Say(this IStringLocalizerFactory localizers, Wording wording) =>
        localizers.Create(wording.Context, "")[wording.Text, [.. wording.Arguments]].Value;
}
