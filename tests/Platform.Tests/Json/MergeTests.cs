using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Settings;

namespace Platform.Tests.Json;

public sealed class MergeTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":2,"b":3}""", """{"a":2,"b":3}""")]
    [InlineData("""{"a":{"x":1}}""", """{"a":{"y":2}}""", """{"a":{"x":1,"y":2}}""")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", """{"a":[1,1,2]}""")]
    [InlineData("""{"a":1}""", """{"a":null}""", """{"a":null}""")]
    [InlineData("""{"a":{"x":1}}""", """{"a":"text"}""", """{"a":"text"}""")]
    public void Objects_are_merged_deeply_and_arrays_appended_unless_said_otherwise(string target, string added, string expected) =>
        Assert.Equal(expected, JObject.Parse(target)!.Merge(JObject.Parse(added))!.ToJsonString());

    [Theory]
    [InlineData(MergeArrayHandling.Union, "[1,2,3]")]
    [InlineData(MergeArrayHandling.Replace, "[2,3]")]
    [InlineData(MergeArrayHandling.Merge, "[2,3]")]
    [InlineData(MergeArrayHandling.Concat, "[1,2,2,3]")]
    public void Arrays_are_treated_as_the_settings_say(MergeArrayHandling handling, string expected)
    {
        var merged = JObject.Parse("""{"a":[1,2]}""").Merge(JObject.Parse("""{"a":[2,3]}"""), new JsonMergeSettings { MergeArrayHandling = handling });

        Assert.Equal(expected, merged!["a"]!.ToJsonString());
    }

    [Fact]
    public void A_null_can_be_told_to_leave_the_old_value()
    {
        var settings = new JsonMergeSettings { MergeNullValueHandling = MergeNullValueHandling.Ignore };

        Assert.Equal("""{"a":1}""", JObject.Parse("""{"a":1}""").Merge(JObject.Parse("""{"a":null}"""), settings)!.ToJsonString());
    }

    [Fact]
    public void Names_can_be_told_to_compare_without_case()
    {
        var settings = new JsonMergeSettings { PropertyNameComparison = StringComparison.OrdinalIgnoreCase };

        Assert.Equal("""{"Name":2}""", JObject.Parse("""{"Name":1}""").Merge(JObject.Parse("""{"name":2}"""), settings)!.ToJsonString());
    }

    [Fact]
    public void What_is_merged_stays_whole_and_can_be_changed_on_its_own()
    {
        var added = JObject.Parse("""{"a":{"x":1}}""")!;
        var target = new JsonObject().Merge(added)!;

        added["a"]!["x"] = 2;

        Assert.Equal(1, target["a"]!["x"]!.GetValue<int>());
    }
}

public sealed class NodeTests
{
    private static readonly JsonNode Tree = JNode.Parse("""{"Part":{"Items":[{"Name":"one"},{"Name":"two","odd.name":7}]},}""")!;

    [Theory]
    [InlineData("$.Part.Items[1].Name", "two")]
    [InlineData("Part.Items[0].Name", "one")]
    [InlineData("$.Part.Items[1]['odd.name']", "7")]
    public void A_node_is_found_by_its_path(string path, string expected) => Assert.Equal(expected, Tree.SelectNode(path)!.ToString());

    [Theory]
    [InlineData("$.Part.Items[9]")]
    [InlineData("$.Part.Nothing.Name")]
    [InlineData("$.Part.Items[")]
    [InlineData("$.Part.Items['a")]
    public void A_path_that_leads_nowhere_finds_nothing(string path) => Assert.Null(Tree.SelectNode(path));

    [Theory]
    [InlineData("$.A.B", "A.B")]
    [InlineData("$", "")]
    [InlineData("A.B", "A.B")]
    public void A_normalised_path_has_no_root(string path, string expected) => Assert.Equal(expected, path.GetNormalizedPath());

    [Fact]
    public void Simple_values_are_converted_where_that_is_exact()
    {
        var node = JNode.Parse("""{"n":"12","d":1.5,"b":"true","t":"text","when":"2026-03-01T10:00:00Z","list":[1,"2"]}""");

        Assert.Equal(12, node.Value<int>("n"));
        Assert.Equal(1.5m, node.Value<decimal>("d"));
        Assert.True(node.Value<bool>("b"));
        Assert.Equal("1.5", node.Value<string>("d"));
        Assert.Equal(0, node.Value<int>("t"));
        Assert.Equal(7, node.ValueOrDefault("missing", 7));
        Assert.Equal(DateTimeKind.Utc, node.Value<DateTime>("when").Kind);
        Assert.Equal([1, 2], node!["list"].Values<int>());
    }

    [Fact]
    public void Text_that_is_not_json_is_told_from_text_that_is()
    {
        Assert.False(JObject.TryParse("{", out _));
        Assert.False(JObject.TryParse("[1]", out _));
        Assert.True(JObject.TryParse("{/* a comment */\"a\":1,}", out var parsed));
        Assert.Equal(1, parsed!["a"]!.GetValue<int>());
    }

    [Fact]
    public void Enumerations_are_read_by_name_and_by_number()
    {
        Assert.Equal(DayOfWeek.Monday, JNode.Parse("\"monday\"")!.GetEnumValue<DayOfWeek>());
        Assert.Equal(DayOfWeek.Monday, JNode.Parse("1")!.GetEnumValue<DayOfWeek>());
        Assert.Null(JNode.Parse("\"someday\"")!.GetEnumValue<DayOfWeek>());
    }
}
