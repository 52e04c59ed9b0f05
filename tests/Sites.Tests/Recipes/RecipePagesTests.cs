using System.Net;
using Sites.Tests.Hosting;
using Sites.Tests.People;

namespace Sites.Tests.Recipes;

/// <summary>The pages on which an administrator rehearses and runs recipes.</summary>
public sealed class RecipePagesTests(TwoSites two) : IClassFixture<TwoSites>
{
    private const string Good = """
        { "name": "two-roles", "displayName": "Two roles", "steps": [
          { "name": "Roles", "Roles": [ { "Name": "Gardener", "Description": "Keeps the green", "Permissions": [] } ] },
          { "name": "settings", "PageSize": 25 } ] }
        """;

    private const string Bad = """
        { "name": "bad", "displayName": "Bad one", "steps": [
          { "name": "nonsense" },
          { "name": "settings", "PageSize": 30 },
          { "name": "content", "data": [ { "ContentType": "Castle" } ] } ] }
        """;

    [Fact]
    public async Task A_rehearsal_says_what_would_change_and_changes_nothing()
    {
        using var admin = await two.SignInAsync("admin");
        using var response = await UploadAsync(admin, Good);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Two roles", page, StringComparison.Ordinal);
        Assert.Contains("Ejecutarla ahora", page, StringComparison.Ordinal);
        Assert.Contains("<td>Ajustes del sitio</td><td class=\"text-end\">0</td><td class=\"text-end\">1</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>Roles</td><td class=\"text-end\">0</td><td class=\"text-end\">1</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Gardener", await admin.ReadAsync("/Admin/Roles/Index"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_step_that_fails_is_named_with_its_place_and_nothing_can_be_run()
    {
        using var admin = await two.SignInAsync("admin");
        using var response = await UploadAsync(admin, Bad);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Contains("nonsense", page, StringComparison.Ordinal);
        Assert.Contains("paso 1 (nonsense)", page, StringComparison.Ordinal);
        Assert.Contains("No existe el tipo de contenido «Castle».", page, StringComparison.Ordinal);
        Assert.Contains("paso 3 (content)", page, StringComparison.Ordinal);
        Assert.Contains("$.steps[2].data[0].ContentType (línea 4)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ejecutarla ahora", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rehearsed_is_run_and_written_down()
    {
        using var admin = await two.SignInAsync("admin");
        using var run = await admin.SubmitAsync("/Admin/Recipes", "/Admin/Recipes/Run", ("Text", Good.Replace("Gardener", "Porter", StringComparison.Ordinal)), ("FileName", "two.recipe.json"));
        Assert.Equal(HttpStatusCode.Redirect, run.StatusCode);
        Assert.Contains("Porter", await admin.ReadAsync("/Admin/Roles/Index"), StringComparison.Ordinal);

        using var failed = await admin.SubmitAsync("/Admin/Recipes", "/Admin/Recipes/Run", ("Text", Bad), ("FileName", "bad.recipe.json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, failed.StatusCode);
        var page = WebUtility.HtmlDecode(await admin.ReadAsync("/Admin/Recipes"));
        Assert.Contains("Two roles", page, StringComparison.Ordinal);
        Assert.Contains("por admin", page, StringComparison.Ordinal);
        Assert.Contains("Falló, nada cambió", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[js: configuration('OrchardCore_Admin:AdminUrlPrefix')]")]
    [InlineData("[js: configuration('ConnectionString')]")]
    public async Task A_file_that_somebody_brings_reads_no_configuration(string script)
    {
        using var admin = await two.SignInAsync("admin");
        using var response = await UploadAsync(admin, $$"""{ "name": "spy", "steps": [ { "name": "settings", "SiteName": "{{script}}" } ] }""");
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("paso 1 (settings)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ejecutarla ahora", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Elija primero un archivo")]
    [InlineData("not json", "El archivo no es JSON válido")]
    [InlineData("{ \"name\": \"x\", \"issetuprecipe\": true, \"steps\": [] }", "configura un sitio nuevo")]
    public async Task What_is_no_recipe_for_a_running_site_is_refused_with_the_reason(string content, string words)
    {
        using var admin = await two.SignInAsync("admin");
        using var response = await UploadAsync(admin, content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_runs_no_recipes()
    {
        await two.AddPersonAsync("manager0", TwoSites.Password, "Manager");
        using var manager = await two.SignInAsync("manager0");
        using var response = await manager.GetAsync("/Admin/Recipes");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> UploadAsync(TestBrowser browser, string content)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(TestBrowser.TokenOf(await browser.ReadAsync("/Admin/Recipes"))), "__RequestVerificationToken" },
            { new StringContent(content), "File", "own.recipe.json" },
        };
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/Admin/Recipes/Rehearse") { Content = form });
    }
}
