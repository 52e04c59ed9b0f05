using System.Collections.Frozen;
using System.Text;

namespace PropertySuite.Platform.Users;

/// <summary>Passwords that a stranger would try first: a list of words and patterns, and what is no more than a run or a repetition.</summary>
internal static class CommonPasswords
{
    private static readonly string[] Runs =
    [
        "01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "qwertyuiopñlkjhgfdsa", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "azertyuiopqsdfghjklmwxcvbn", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm", "147258369", "741852963",
    ];

    private static readonly Lazy<FrozenSet<string>> Listed = new(Load);

    public static bool Contains(string password)
    {
        var text = password.Trim().ToLowerInvariant();
        return Listed.Value.Contains(text) || IsRun(text) || IsRepetition(text);
    }

    private static bool IsRun(string text) => Runs.Any(run => run.Contains(text, StringComparison.Ordinal) || Reverse(run).Contains(text, StringComparison.Ordinal));

    /// <summary>"aaaaaaaa", "abababab", "12341234": at most four characters, over and over.</summary>
    private static bool IsRepetition(string text)
        => Enumerable.Range(1, 4).Any(period => text.Length > period && Enumerable.Range(period, text.Length - period).All(i => text[i] == text[i - period]));

    private static string Reverse(string text) => new([.. text.Reverse()]);

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#').ToFrozenSet(StringComparer.Ordinal);
    }
}
