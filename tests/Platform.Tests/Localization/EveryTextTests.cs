using System.Runtime.CompilerServices;

namespace Platform.Tests.Localization;

/// <summary>No text is shown in a language that the reader did not choose.</summary>
public sealed class EveryTextTests
{
    private static string Source { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "..", "src"));

    [Theory]
    [InlineData("es")]
    [InlineData("zh-Hans")]
    public void Every_text_has_its_translation(string culture)
    {
        var texts = Folders().SelectMany(folder => SourceTexts.Read(folder.Path, folder.Assembly)).Concat(SourceTexts.Recipes(Path.Combine(Source, "..", "recipes"))).ToList();
        Assert.True(texts.Count > 100, "The texts were not found where they should be.");

        var missing = SourceTexts.Missing(texts, SourceTexts.Translated(Source, culture))
            .Select(text => $"{text.File}: [{text.Context}] \"{text.Text}\"").Distinct(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} texts have no {culture} translation:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void A_text_without_a_translation_is_found()
    {
        const string Translated = "msgctxt \"My.Module.Views.Gate\"\nmsgid \"Let in\"\nmsgstr \"Que pase\"\n";
        var texts = SourceTexts.Of("Views/Gate.cshtml", "<h1>@T[\"Let in\"]</h1><p>@T[\"Not expected\"]</p>@T.Plural(Model.Count, \"{0} visit\", \"{0} visits\")", "My.Module");

        var missing = SourceTexts.Missing(texts, SourceTexts.Entries(Translated).ToHashSet());
        Assert.Equal(["Not expected", "{0} visit"], missing.Select(text => text.Text));
    }

    [Fact]
    public void What_a_feature_and_a_permission_say_of_themselves_is_found()
    {
        const string Manifest = "[assembly: Feature(Id = \"My.Keys\", Name = \"Keys\", Description = \"Who has which.\", Category = \"Desk\")]";
        const string Permissions = "Permission Hand = new(\"HandOutKeys\", \"Hand out keys\");\nPermission Take =\n    new(Names.Take, \"Take keys back\", [Hand]);\nvar p = new Permission(\"Lose\", \"Lose keys\");";

        Assert.Equal(["Keys", "Who has which.", "Desk"], SourceTexts.Of("Manifest.cs", Manifest, "My.Module").Select(text => text.Text));
        Assert.Equal(["Hand out keys", "Take keys back", "Lose keys"], SourceTexts.Of("Permissions.cs", Permissions, "My.Module").Select(text => text.Text));
        Assert.Equal(3, SourceTexts.Missing(SourceTexts.Of("Permissions.cs", Permissions, "My.Module"), new HashSet<(string, string)>()).Count());
    }

    [Fact]
    public void A_translation_of_another_context_does_not_count()
    {
        var texts = SourceTexts.Of("Gate.cs", "namespace My.Module;\nclass Gate(IStringLocalizer<Gate> S) { string A => S[\"Open\"]; }", "My.Module").ToList();
        Assert.Empty(SourceTexts.Missing(texts, SourceTexts.Entries("msgctxt \"My.Module.Gate\"\nmsgid \"Open\"\nmsgstr \"Abierta\"\n").ToHashSet()));
        Assert.Single(SourceTexts.Missing(texts, SourceTexts.Entries("msgctxt \"My.Module.Shop\"\nmsgid \"Open\"\nmsgstr \"Abierta\"\n").ToHashSet()));
    }

    private static IEnumerable<(string Path, string Assembly)> Folders()
        => new[] { "Modules", "Themes", "Platform" }
            .SelectMany(group => Directory.EnumerateDirectories(Path.Combine(Source, group)))
            .Select(path => (path, Path.GetFileName(path) == "Features" ? "PropertySuite.Platform.Features" : Path.GetFileName(path)));

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
