using PropertySuite.Core;

namespace Modules.Tests.Core;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Inés Cabrera Núñez", "ines cabrera nunez")]
    [InlineData("  ÀÉÎÕÜ ", "aeiou")]
    [InlineData("王小明", "王小明")]
    public void Text_is_found_without_its_accents_and_capitals(string text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void Parts_that_say_nothing_leave_no_gap() => Assert.Equal("b-07-c 7720-dmo", SearchText.Fold("B-07-C", null, " ", "7720-DMO"));
}
