namespace OrchardCore.ContentManagement.Metadata.Builders;

/// <summary>Which names types, parts and fields may have: they become keys of JSON, classes of markup and parts of file names.</summary>
internal static class DefinitionName
{
    public const int MaxLength = 255;

    /// <exception cref="ArgumentException">The name cannot be used; the message says why.</exception>
    public static void Check(string? name, string what)
    {
        if (Problem(name) is { } problem) throw new ArgumentException($"{what} cannot be called \"{name}\": {problem}");
    }

    /// <summary>What is wrong with a name; null if nothing.</summary>
    public static string? Problem(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "a name is needed.";
        if (name.Length > MaxLength) return $"a name has at most {MaxLength} characters.";
        if (!char.IsAsciiLetter(name[0])) return "a name starts with a letter from A to Z.";
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')) return "a name holds letters, digits, hyphens and underscores only.";
        return null;
    }
}
