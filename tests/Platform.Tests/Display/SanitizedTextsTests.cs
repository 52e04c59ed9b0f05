using PropertySuite.Platform.Display;

namespace PropertySuite.Platform.Tests.Display;

public sealed class SanitizedTextsTests
{
    [Fact]
    public void A_text_shown_again_is_not_cleaned_again()
    {
        var cleaned = new List<string>();
        var texts = Of(cleaned, capacity: 1000);

        Assert.Equal("clean a", texts.Get("a"));
        Assert.Equal("clean a", texts.Get("a"));
        Assert.Equal("clean b", texts.Get("b"));

        Assert.Equal(["a", "b"], cleaned);
    }

    [Fact]
    public void What_is_asked_for_stays_and_the_rest_goes_when_the_room_is_used_up()
    {
        var cleaned = new List<string>();
        var texts = Of(cleaned, capacity: 400);

        texts.Get("once");
        for (var number = 0; number < 200; number++)
        {
            texts.Get("often");
            texts.Get($"text {number}");
        }

        texts.Get("once");

        Assert.Single(cleaned, "often");
        Assert.Equal(2, cleaned.Count(text => text == "once"));
    }

    [Fact]
    public void A_text_that_would_fill_the_room_is_cleaned_each_time()
    {
        var cleaned = new List<string>();
        var texts = Of(cleaned, capacity: 160);
        var length = new string('x', 11);

        texts.Get(length);
        texts.Get(length);

        Assert.Equal([length, length], cleaned);
    }

    private static SanitizedTexts Of(List<string> cleaned, int capacity) => new(
        text =>
        {
            cleaned.Add(text);
            return "clean " + text;
        },
        capacity);
}
