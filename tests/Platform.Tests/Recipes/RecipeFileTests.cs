using System.Text;
using System.Text.Json.Nodes;
using PropertySuite.Platform.Recipes;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace Platform.Tests.Recipes;

public sealed class RecipeFileTests
{
    [Fact]
    public void A_recipe_is_read_with_comments_trailing_commas_and_names_in_any_case()
    {
        var file = Read("""
            {
              // what it is
              "NAME": "Estate", "DisplayName": "Residential estate", "issetuprecipe": true, "tags": ["a", "b",],
              "Variables": { "now": "[js: uuid()]" },
              "Steps": [ { "Name": "feature", "enable": [] }, /* and */ { "name": "content" }, ],
            }
            """);

        var head = file.Describe();
        Assert.Equal("Estate", head.Name);
        Assert.True(head.IsSetupRecipe);
        Assert.Equal(["a", "b"], head.Tags);
        Assert.Equal([("feature", 1, "$.Steps[0]"), ("content", 2, "$.Steps[1]")], file.Steps.Select(step => (step.Name, step.Number, step.Path)));
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() => Assert.Empty(RecipeFile.Read("x.recipe.json", [0xEF, 0xBB, 0xBF, .. "{}"u8]).Steps);

    [Fact]
    public void A_recipe_without_a_name_goes_by_that_of_its_file() => Assert.Equal("estate", RecipeFile.Read("estate.recipe.json", "{}"u8).Describe().Name);

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("[]", "A recipe is a JSON object.")]
    [InlineData("null", "A recipe is a JSON object.")]
    [InlineData("{\n\"steps\": [\n{ \"name\": }\n]}", "line 3, position 11: The file is not valid JSON")]
    [InlineData("{\n\"steps\": [", "line 2")]
    [InlineData("{\n\"a\":1,\n\"a\":2}", "line 3: The file is not valid JSON")]
    [InlineData("{\n\"steps\": {}}", "$.steps (line 2): \"steps\" must be a list, not an object.")]
    [InlineData("{\n\"steps\": [\n1]}", "$.steps[0] (line 3): An object is expected here, not a number.")]
    [InlineData("{\"steps\": [\n{},\n]}", "$.steps[0].name (line 2): \"name\" is needed here")]
    [InlineData("{\"steps\": [\n{\"name\":\"a\"},\n{\n\"name\": 5}]}", "$.steps[1].name (line 4): \"name\" must be text, not a number.")]
    [InlineData("{\"variables\":\n[]}", "$.variables (line 2): \"variables\" must be an object, not a list.")]
    [InlineData("{\n\"stepss\": []}", "$.stepss (line 2): \"stepss\" is not known here")]
    [InlineData("{\"name\":\"a\",\"Name\":\"b\"}", "\"Name\" is here twice.")]
    public void What_is_wrong_is_said_with_its_place(string text, string expected)
    {
        var problem = Assert.Throws<RecipeException>(() => Read(text));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("test.recipe.json", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_another_encoding_is_refused_with_its_line()
    {
        var latin = Encoding.Latin1.GetBytes("{\n\"name\": \"Jardín\"}");

        Assert.Contains("line 2: The file is not UTF-8 text.", Assert.Throws<RecipeException>(() => RecipeFile.Read("x.recipe.json", latin)).Message, StringComparison.Ordinal);
        Assert.Throws<RecipeException>(() => RecipeFile.Read("x.recipe.json", Encoding.Unicode.GetBytes("{}")));
    }

    [Fact]
    public void Nesting_has_an_end() =>
        Assert.Contains("line 1", Assert.Throws<RecipeException>(() => Read("{\"a\":" + new string('[', 5000))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("$.a", 2)]
    [InlineData("$.list[1].x", 4)]
    [InlineData("$.list[1].missing", 4)]
    [InlineData("$['odd name']", 5)]
    [InlineData("$.nothing", 1)]
    public void A_place_has_a_line(string path, int line) =>
        Assert.Equal(line, JsonLines.LineOf("{\n\"a\":1,\"list\":[\n{\"x\":1},\n{\"x\":2}],\n\"odd name\":true}"u8, path));

    private static RecipeFile Read(string text) => RecipeFile.Read("test.recipe.json", Encoding.UTF8.GetBytes(text));
}

public sealed class RecipeScriptTests
{
    [Theory]
    [InlineData("[js: 1 + 2]", "3")]
    [InlineData("[js: 'a' + 'b']", "\"ab\"")]
    [InlineData(" [ js: true ] ", "true")]
    [InlineData("[js: null]", "null")]
    [InlineData("[js: ({ a: [1, 'x'] })]", """{"a":[1,"x"]}""")]
    [InlineData("[js: variables('greeting')]", "\"hello\"")]
    [InlineData("[js: variables('twice')]", "\"hellohello\"")]
    [InlineData("[js: parameters('sitename')]", "\"Alba\"")]
    [InlineData("[js: parameters('Nothing') || 'es']", "\"es\"")]
    [InlineData("[js: configuration('Known', 'x')]", "\"value\"")]
    [InlineData("[js: configuration('Unset', 'x')]", "\"x\"")]
    [InlineData("[js: base64('w6E=')]", "\"á\"")]
    [InlineData("[js: html('&lt;b&gt;')]", "\"<b>\"")]
    [InlineData("[js: gzip('H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==')]", "\"hello\"")]
    [InlineData("plain [js: 1]", "\"plain [js: 1]\"")]
    [InlineData("[1]", "\"[1]\"")]
    public void A_script_is_replaced_by_its_value(string text, string expected)
    {
        using var scripts = Scripts();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), scripts.Evaluate(JsonValue.Create(text), "$")));
    }

    [Fact]
    public void A_variable_is_made_once()
    {
        using var scripts = Scripts();

        var tree = scripts.Evaluate(JsonNode.Parse("""{"a":"[js: variables('id')]","b":["[js: variables('id')]"]}"""), "$")!;

        Assert.Equal(26, tree["a"]!.ToString().Length);
        Assert.Equal(tree["a"]!.ToString(), tree["b"]![0]!.ToString());
    }

    [Theory]
    [InlineData("[js: while (true) {}]")]
    [InlineData("[js: (() => { while (true) {} })()]")]
    [InlineData("[js: (function f() { return f(); })()]")]
    [InlineData("[js: 'x'.repeat(1e9)]")]
    [InlineData("[js: new Array(1e9).fill(1).length]")]
    [InlineData("[js: eval('1')]")]
    [InlineData("[js: new Function('return 1')()]")]
    [InlineData("[js: System.IO.File.ReadAllText('/etc/passwd')]")]
    [InlineData("[js: /(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')]")]
    [InlineData("[js: nothing()]")]
    [InlineData("[js: ]")]
    [InlineData("[js: variables('none')]")]
    [InlineData("[js: variables('circle')]")]
    [InlineData("[js: base64('%')]")]
    [InlineData("[js: gzip('AAAA')]")]
    [InlineData("[js: configuration('Secret')]")]
    [InlineData("[file: text('../secret.txt')]")]
    [InlineData("[file: text('/etc/passwd')]")]
    [InlineData("[file: text('missing.txt')]")]
    [InlineData("[file: delete('x')]")]
    public void A_script_that_fails_or_wants_too_much_is_stopped_at_its_place(string text)
    {
        using var scripts = Scripts();
        var before = TimeProvider.System.GetTimestamp();

        var problem = Assert.Throws<RecipeProblem>(() => scripts.Evaluate(JsonNode.Parse($$"""{"a":[{{JsonValue.Create(text).ToJsonString()}}]}"""), "$.steps[0]"));

        Assert.StartsWith("$.steps[0].a[0]", problem.Place, StringComparison.Ordinal);
        Assert.True(TimeProvider.System.GetElapsedTime(before) < TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void A_recipe_that_a_person_brought_reads_no_configuration()
    {
        using var scripts = new RecipeScripts(new RecipeScriptContext([], new Dictionary<string, object?>(), null, null, ""), CancellationToken.None);

        Assert.Contains("cannot read the configuration", Assert.Throws<RecipeProblem>(() => scripts.Evaluate(JsonValue.Create("[js: configuration('Known')]"), "$")).Message, StringComparison.Ordinal);
    }

    private static RecipeScripts Scripts() => new(
        new RecipeScriptContext(
            (JsonObject)JsonNode.Parse("""{"greeting":"hello","twice":"[js: variables('greeting') + variables('greeting')]","id":"[js: uuid()]","circle":"[js: variables('circle')]"}""")!,
            new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["SiteName"] = "Alba" },
            key => key switch { "Known" => "value", "Unset" => null, _ => throw new RecipeProblem(R["Not allowed."]) },
            null,
            ""),
        CancellationToken.None);
}
