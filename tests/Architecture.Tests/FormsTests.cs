using System.Text.RegularExpressions;

namespace PropertySuite.Architecture.Tests;

/// <summary>A form that names its address itself gets no antiforgery token unless it asks for one, and then cannot be posted.</summary>
public sealed partial class FormsTests
{
    [Fact]
    public void Every_posted_form_carries_its_token() => Verdict.None(
        Directory.EnumerateFiles(Path.Combine(Product.RepositoryRoot, "src"), "*.cshtml", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(file, @"[\\/](bin|obj)[\\/]"))
            .SelectMany(file => WithoutToken(Path.GetRelativePath(Product.RepositoryRoot, file), File.ReadAllText(file))));

    [Fact]
    public void A_form_without_a_token_is_found() =>
        Assert.Single(WithoutToken("Seeded.cshtml", """<form method="post" action="@Url.Action("Save", new { id = a > b })" class="ps-form">"""));

    private static IEnumerable<string> WithoutToken(string file, string view) => Form().Matches(view)
        .Select(match => match.Value)
        .Where(form => form.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase)
            && form.Contains(" action=\"", StringComparison.Ordinal)
            && !form.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal))
        .Select(form => $"{file}: {form}");

    [GeneratedRegex("<form\\b(?:\"[^\"]*\"|[^\">])*>")]
    private static partial Regex Form();
}
