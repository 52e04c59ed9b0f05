using PropertySuite.Community.Units;

namespace Modules.Tests.Community;

public sealed class UnitCodeTests
{
    [Theory]
    [InlineData("B-07-C", "B-07-C")]
    [InlineData("b-7-c", "B-07-C")]
    [InlineData("B7C", "B-07-C")]
    [InlineData(" b 07 c ", "B-07-C")]
    [InlineData("b/7/c", "B-07-C")]
    [InlineData("LC-1", "LC-01")]
    [InlineData("lc12", "LC-12")]
    [InlineData("P1-118", "P1-118")]
    [InlineData("A-0-B", "A-00-B")]
    [InlineData("B-007-C", "B-07-C")]
    public void However_it_is_typed_a_door_has_one_code(string typed, string code)
    {
        Assert.True(UnitCode.TryParse(typed, out var parsed));
        Assert.Equal(code, parsed.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("C")]
    [InlineData("7")]
    [InlineData("B-07-C-2")]
    [InlineData("B-0七-C")]
    [InlineData("B-07-Ñ")]
    [InlineData("B-07-C'; drop table")]
    [InlineData("ABCDE-07")]
    [InlineData("B-12345-C")]
    public void What_is_no_code_is_refused(string? typed) => Assert.False(UnitCode.TryParse(typed, out _));

    [Fact]
    public void A_code_is_made_of_building_floor_and_door() => Assert.Equal("B-07-C", UnitCode.Of("B", 7, "c").Value);

    [Theory]
    [InlineData("b07", new[] { "b07" })]
    [InlineData("B-07", new[] { "b07" })]
    [InlineData("b7c", new[] { "b7c", "b07c" })]
    [InlineData("B-07-C", new[] { "b07c" })]
    [InlineData("-", new string[0])]
    public void Text_is_matched_as_typed_and_as_the_code_it_stands_for(string typed, string[] keys) =>
        Assert.Equal(keys, UnitSearch.Keys(typed));
}
