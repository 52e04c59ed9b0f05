using System.Text;
using System.Text.Json.Nodes;

namespace Sites.Tests.Recipes;

/// <summary>Makes malformed recipes from a good one, knowing what a recipe is made of.</summary>
internal static class MalformedRecipes
{
    public static IEnumerable<MalformedRecipe> Make(int seed, int count)
    {
        var random = new Random(seed);
        var kinds = Kinds(random);
        for (var i = 0; i < count; i++) yield return kinds[i % kinds.Length]();
    }

    private static Func<MalformedRecipe>[] Kinds(Random random) =>
    [
        () => Cut(random),
        () => WrongEncoding(random),
        () => DuplicateName(random),
        () => TooDeep(random),
        .. Wrong.Select(wrong => (Func<MalformedRecipe>)(() => Change(random, wrong))),
    ];

    // Where in the good recipe a value goes wrong: step, path within it, and what stands there instead.
    private static readonly (string Kind, int Step, string Path, string[] Values)[] Wrong =
    [
        ("step name", 1, "name", ["\"featur\"", "\"\"", "5", "null", "[]", "\"feature\\u0000\""]),
        ("feature list", 1, "enable", ["\"Sites.Extra\"", "{}", "5", "true", "[5]", "[null]", "[[\"Sites.Extra\"]]", "[\"\"]"]),
        ("unknown feature", 1, "enable", ["[\"No.Such.Feature\"]", "[\"Sites.Extra\",\"sites extra\"]", "[\"../Sites.Extra\"]"]),
        ("unknown property of a step", 1, "enabel", ["[]", "{}", "null"]),
        ("theme", 2, "site", ["\"No.Such.Theme\"", "5", "[]", "\"OrchardCore.Title\"", "\"Sites.Extra\""]),
        ("unknown property of themes", 2, "sites", ["\"PropertySuite.Office\""]),
        ("site setting", 3, "PageSize", ["\"many\"", "1e400", "99999999999999999999", "null", "{}", "2.5", "[10]"]),
        ("site name", 3, "SiteName", ["5", "{}", "[\"a\"]", "true"]),
        ("unknown setting", 3, "SiteNam", ["\"Alba\"", "5", "[1]", "null"]),
        ("home route", 3, "HomeRoute", ["\"front\"", "5", "[1,2]"]),
        ("roles", 4, "Roles", ["{}", "\"Porter\"", "5", "[\"Porter\"]", "[null]", "[{}]", "[{\"Name\":\"\"}]", "[{\"Name\":5}]"]),
        ("unknown permission", 4, "Roles.0.Permissions", ["[\"NoSuchPermission\"]", "[\"ManageSettings\",\"\"]", "\"ManageSettings\"", "[{}]", "{}"]),
        ("behaviour of permissions", 4, "Roles.0.PermissionBehavior", ["\"Replce\"", "5", "\"1\"", "[]"]),
        ("role twice", 4, "Roles", ["[{\"Name\":\"A\"},{\"Name\":\"a\"}]", "[{\"Name\":\"B\",\"Permissions\":[]},{\"Name\":\"B \"}]"]),
        ("role name", 4, "Roles.0.Name", ["\"a/b\"", "\"a_b\"", "\"a\\u0001\"", "null"]),
        ("type name", 5, "ContentTypes.0.Name", ["\"1Rule\"", "\"House rule\"", "\"Owner\"", "\"\"", "7", "\"Rúle\"", "\"a.b\""]),
        ("type settings", 5, "ContentTypes.0.Settings", ["[]", "\"x\"", "{\"ContentTypeSettings\":{\"Creatable\":\"perhaps\"}}", "{\"ContentTypeSettings\":5}", "{\"Creatable\":true}"]),
        ("part on a type", 5, "ContentTypes.0.ContentTypePartDefinitionRecords.0.PartName", ["\"NoSuchPart\"", "null", "{}", "\"Title Part\""]),
        ("parts of a type", 5, "ContentTypes.0.ContentTypePartDefinitionRecords", ["{}", "\"TitlePart\"", "[\"TitlePart\"]", "[1]"]),
        ("part settings", 5, "ContentTypes.0.ContentTypePartDefinitionRecords.0.Settings", ["{\"TitlePartSettings\":{\"Options\":\"sometimes\"}}", "{\"TitlePartSettings\":{\"RenderTitle\":3}}", "5"]),
        ("kind of field", 5, "ContentParts.0.ContentPartFieldDefinitionRecords.0.FieldName", ["\"NoSuchField\"", "\"\"", "5", "\"TitlePart\""]),
        ("field settings", 5, "ContentParts.0.ContentPartFieldDefinitionRecords.0.Settings", ["{\"NumericFieldSettings\":{\"Minimum\":\"zero\"}}", "{\"NumericFieldSettings\":{\"Scale\":1e30}}", "{\"NumericFieldSettings\":{\"Maximum\":1e99}}", "[1]"]),
        ("field name", 5, "ContentParts.0.ContentPartFieldDefinitionRecords.0.Name", ["\"a b\"", "\"\"", "null", "[]", "\"9\""]),
        ("unknown property of a definition", 5, "ContentParts.0.Fields", ["[]", "5"]),
        ("type twice", 5, "ContentTypes", ["[{\"Name\":\"A\"},{\"Name\":\"a\"}]"]),
        ("items", 6, "data", ["{}", "\"x\"", "[1]", "[null]", "[[]]", "[{}]"]),
        ("type of an item", 6, "data.0.ContentType", ["\"NoSuchType\"", "null", "5", "{}"]),
        ("flag of an item", 6, "data.0.Latest", ["\"yes\"", "1", "{}", "[]"]),
        ("time of an item", 6, "data.0.CreatedUtc", ["\"soon\"", "5", "\"2026-13-45\"", "{}"]),
        ("id of an item", 6, "data.0.ContentItemId", ["5", "{}", "\"" + new string('4', 300) + "\""]),
        ("unknown part of an item", 6, "data.0.TitelPart", ["{}", "{\"Title\":\"x\"}", "[]"]),
        ("part of an item", 6, "data.0.TitlePart", ["5", "\"Quiet\"", "[]", "{\"Titel\":\"x\"}", "{\"Title\":{}}", "{\"Title\":7}", "{\"Title\":\"\"}"]),
        ("field of an item", 6, "data.0.Rule.Fine", ["5", "[]", "{\"Value\":\"fifty\"}", "{\"Value\":1e400}", "{\"Value\":" + new string('9', 5000) + "}", "{\"Value\":-1}", "{\"Value\":1001}", "{\"Value\":0.001}", "{\"Valeu\":5}"]),
        ("unknown field of an item", 6, "data.0.Rule.Fin", ["{\"Value\":5}", "5", "{}"]),
        ("unknown property of an item's step", 6, "items", ["[]"]),
        ("script", 3, "SiteName", ["\"[js: nothing()]\"", "\"[js: while(true){}]\"", "\"[js: variables('none')]\"", "\"[js: configuration('ConnectionStrings:Main')]\"", "\"[file: text('../features.json')]\"", "\"[js: (]\"", "\"[js: ({})]\""]),
    ];

    private static MalformedRecipe Change(Random random, (string Kind, int Step, string Path, string[] Values) wrong)
    {
        var root = Good();
        var steps = root["steps"]!.AsArray();
        // The steps before take effect first, so that there is something to undo; building the site anew for a feature is the slowest and done by one in eight.
        var number = wrong.Step;
        if (wrong.Step > 1 && random.Next(8) > 0)
        {
            steps.RemoveAt(0);
            number--;
        }
        var value = wrong.Values[random.Next(wrong.Values.Length)];
        var marker = $"\"\u00a7{random.Next()}\"";
        Set(steps[number - 1]!, wrong.Path.Split('.'), JsonNode.Parse(marker));
        // As text, since some values are not what a tree could hold.
        return Of($"{wrong.Kind} {wrong.Path} = {(value.Length > 60 ? value[..60] : value)}", root.ToJsonString(Indented).Replace(marker, value, StringComparison.Ordinal), number);
    }

    private static MalformedRecipe Cut(Random random)
    {
        var text = Good().ToJsonString(Indented);
        return Of("cut", text[..random.Next(1, text.Length - 1)], null);
    }

    private static MalformedRecipe WrongEncoding(Random random)
    {
        var text = Good().ToJsonString(Indented);
        if (random.Next(4) == 0) return new MalformedRecipe("UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)], null, "");
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[random.Next(bytes.Length)] = (byte)random.Next(0x80, 0x100);
        return new MalformedRecipe("invalid UTF-8", bytes, null, "");
    }

    private static MalformedRecipe DuplicateName(Random random)
    {
        var text = Good().ToJsonString(Indented);
        string[] names = ["\"SiteName\":", "\"Name\": \"Porter\"", "\"PartName\": \"Rule\"", "\"ContentType\":", "\"Title\": \"Quiet hours\"", "\"steps\":"];
        var at = text.IndexOf(names[random.Next(names.Length)], StringComparison.Ordinal);
        var name = text[at..text.IndexOf(':', at)];
        return Of("name twice: " + name, text.Insert(at, name + ": 5,\n"), null);
    }

    private static MalformedRecipe TooDeep(Random random)
    {
        var deep = random.Next(70, 20_000);
        return Of("too deep", Good().ToJsonString(Indented).Replace("\"Jardines del Alba\"", new string('[', deep) + new string(']', deep), StringComparison.Ordinal), null);
    }

    private static void Set(JsonNode node, string[] path, JsonNode? value)
    {
        foreach (var name in path[..^1]) node = node is JsonArray array ? array[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!;
        if (node is JsonArray list) list[int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        else node[path[^1]] = value;
    }

    private static JsonNode Good() => JsonNode.Parse(RecipeStepTests.Whole)!;

    private static MalformedRecipe Of(string kind, string text, int? step) => new(kind, Encoding.UTF8.GetBytes(text), step, "");

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
