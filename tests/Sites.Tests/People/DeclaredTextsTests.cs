using System.Net;

namespace Sites.Tests.People;

/// <summary>What modules declare without a localizer reaches the reader in the reader's language all the same.</summary>
public sealed class DeclaredTextsTests(TwoSites two) : IClassFixture<TwoSites>
{
    [Fact]
    public async Task Permissions_and_their_features_are_named_in_the_language_of_the_reader()
    {
        var page = await ReadAsync("/Admin/Roles/Edit/Guard");
        Assert.Contains("Comprobar pases, dar entrada y salida a las visitas", page, StringComparison.Ordinal);
        Assert.Contains(">Visitas</legend>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Check passes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Manage ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permission_of_one_content_type_is_named_with_its_type()
        => Assert.Contains("Editar Unit de otros", await ReadAsync("/Admin/Roles/Edit/Guard"), StringComparison.Ordinal);

    [Fact]
    public async Task Features_are_named_in_the_language_of_the_reader()
    {
        var page = await ReadAsync("/Admin/Features");
        Assert.Contains("Los ajustes del sitio.", page, StringComparison.Ordinal);
        Assert.Contains("Gestión de inmuebles", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The settings of the site.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_zones_are_listed_by_city_with_what_they_are_ahead()
    {
        var page = await ReadAsync("/Admin/Settings/general");
        Assert.Contains("<optgroup label=\"Europa\">", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Europe/Madrid\" selected=\"selected\">Madrid (UTC+1)</option>", page, StringComparison.Ordinal);
        Assert.Contains("Nueva York (UTC−5)", page, StringComparison.Ordinal);
        Assert.Contains("Calcuta (UTC+5:30)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Etc/GMT", page, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string path)
    {
        using var admin = await two.SignInAsync("admin");
        return WebUtility.HtmlDecode(await admin.ReadAsync(path));
    }
}
