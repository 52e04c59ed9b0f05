using System.Text.RegularExpressions;
using PropertySuite.Platform.Localization;

namespace Platform.Tests.Localization;

/// <summary>A text that people see, where it stands, and the contexts under which a translation is looked for.</summary>
public sealed record SourceText(string File, string Context, string Text);

/// <summary>Finds the texts of source files, and those that have no translation.</summary>
public static partial class SourceTexts
{
    /// <param name="root">Folder of a module, a theme or a platform project; its name is the assembly's unless told otherwise.</param>
    public static IEnumerable<SourceText> Read(string root, string assembly)
        => Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(path => !Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(path => Of(Path.GetRelativePath(root, path), File.ReadAllText(path), assembly));

    /// <summary>What recipes call themselves: shown where one is chosen.</summary>
    public static IEnumerable<SourceText> Recipes(string folder)
        => Directory.EnumerateFiles(folder, "*.recipe.json", SearchOption.AllDirectories)
            .SelectMany(path => Matches(RecipeHead(), File.ReadAllText(path)).Select(text => new SourceText(Path.GetFileName(path), "Recipe", text)));

    public static IEnumerable<SourceText> Of(string file, string source, string assembly)
    {
        if (file.EndsWith(".cshtml", StringComparison.Ordinal))
        {
            var view = assembly + "." + Path.ChangeExtension(file, null).Replace('/', '.').Replace('\\', '.');
            return Matches(ViewText(), source).Concat(Matches(ViewPlural(), source)).Select(text => new SourceText(file, view, text));
        }

        var declared = Matches(DeclaredPermission(), source).Select(text => new SourceText(file, "Permission", text));
        if (Path.GetFileName(file) == "Manifest.cs")
        {
            declared = declared.Concat(Matches(DeclaredFeature(), source).Select(text => new SourceText(file, "Manifest", text)));
        }

        return declared.Concat(Matches(RecipeText(), source).Select(text => new SourceText(file, "PropertySuite.Platform.Recipes.RecipeText", text))).Concat(Localized(file, source));
    }

    private static IEnumerable<SourceText> Localized(string file, string source)
    {
        if (Localizer().Matches(source) is not { Count: > 0 } localizers || Namespace().Match(source) is not { Success: true } space)
        {
            return [];
        }

        // A file with two localizers may mean either; then a text is translated when it is under one of them.
        var contexts = string.Join('|', localizers.Select(match => $"{space.Groups[1].Value}.{match.Groups[1].Value}").Distinct(StringComparer.Ordinal));
        return Matches(CodeText(), source).Concat(Matches(CodePlural(), source)).Select(text => new SourceText(file, contexts, text));
    }

    /// <summary>Entries of all .po files of a culture below a folder, by context (empty: any) and text.</summary>
    public static HashSet<(string Context, string Text)> Translated(string root, string culture)
        => [.. Directory.EnumerateFiles(root, "*.po", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => SharedTranslations.IsOf("Localization/" + path[(path.LastIndexOf("Localization" + Path.DirectorySeparatorChar, StringComparison.Ordinal) + 13)..].Replace('\\', '/'), culture))
            .SelectMany(path => Entries(File.ReadAllText(path)))];

    public static IEnumerable<(string Context, string Text)> Entries(string file)
        => PoParser.Parse(new StringReader(file)).Select(record => (record.Key.Context ?? string.Empty, record.Key.MessageId));

    public static IEnumerable<SourceText> Missing(IEnumerable<SourceText> texts, IReadOnlySet<(string Context, string Text)> translated)
        => texts.Where(text => !translated.Contains((string.Empty, text.Text))
            && !text.Context.Split('|').Any(context => translated.Contains((context.ToLowerInvariant(), text.Text))));

    private static IEnumerable<string> Matches(Regex pattern, string source)
        => pattern.Matches(source).Select(match => Regex.Unescape(match.Groups["text"].Value)).Distinct(StringComparer.Ordinal);

    [GeneratedRegex("""\bT\[\s*"(?<text>(?:[^"\\]|\\.)*)""")]
    private static partial Regex ViewText();

    [GeneratedRegex("""\bT\.Plural\([^"]*?,\s*"(?<text>(?:[^"\\]|\\.)*)""")]
    private static partial Regex ViewPlural();

    [GeneratedRegex("""\b[STH]\[\s*"(?<text>(?:[^"\\]|\\.)*)""")]
    private static partial Regex CodeText();

    [GeneratedRegex("""\b[SH]\.Plural\([^"]*?,\s*"(?<text>(?:[^"\\]|\\.)*)""")]
    private static partial Regex CodePlural();

    [GeneratedRegex("""\b(?:Name|Description|Category)\s*=\s*"(?<text>(?:[^"\\]|\\.)*)["]""")]
    private static partial Regex DeclaredFeature();

    [GeneratedRegex("""(?:\bPermission\s+\w+\s*=\s*new|\bnew\s+Permission)\(\s*[^",]*(?:"[^"]*")?\s*,\s*"(?<text>(?:[^"\\]|\\.)*)["]""")]
    private static partial Regex DeclaredPermission();

    [GeneratedRegex("""\bR\[\s*"(?<text>(?:[^"\\]|\\.)*)""")]
    private static partial Regex RecipeText();

    [GeneratedRegex("""["](?:displayName|description)["]\s*:\s*"(?<text>(?:[^"\\]|\\.)*)["]""")]
    private static partial Regex RecipeHead();

    [GeneratedRegex(@"I(?:String|Html)Localizer<(\w+)>")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
