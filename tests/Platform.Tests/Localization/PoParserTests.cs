using OrchardCore.Localization;
using PropertySuite.Platform.Localization;

namespace Platform.Tests.Localization;

public sealed class PoParserTests
{
    [Fact]
    public void A_text_is_read_with_its_context()
    {
        var record = Assert.Single(Parse("msgctxt \"My.Module.Views.Gate\"\nmsgid \"Let in\"\nmsgstr \"Que pase\"\n"));
        Assert.Equal("Let in", record.Key.MessageId);
        Assert.Equal("my.module.views.gate", record.Key.Context);
        Assert.Equal(["Que pase"], record.Translations);
    }

    [Fact]
    public void A_text_may_stand_on_several_lines_and_hold_quotes()
    {
        var record = Assert.Single(Parse("msgid \"\"\n\"one \"\n\"\\\"two\\\"\\n\"\nmsgstr \"\"\n\"uno \"\n\"«dos»\"\n"));
        Assert.Equal("one \"two\"\n", record.Key.MessageId);
        Assert.Equal("uno «dos»", record.Translations[0]);
    }

    [Fact]
    public void Plural_forms_are_kept_in_their_order()
    {
        var record = Assert.Single(Parse("msgid \"{0} visit\"\nmsgid_plural \"{0} visits\"\nmsgstr[0] \"{0} visita\"\nmsgstr[1] \"{0} visitas\"\n"));
        Assert.Equal(["{0} visita", "{0} visitas"], record.Translations);
    }

    [Theory]
    [InlineData("msgid \"\"\nmsgstr \"Language: es\\n\"\n")]
    [InlineData("msgid \"Open\"\nmsgstr \"\"\n")]
    [InlineData("#~ msgid \"Old\"\n#~ msgstr \"Viejo\"\n")]
    [InlineData("")]
    public void The_head_and_what_is_not_translated_are_left_out(string file) => Assert.Empty(Parse(file));

    [Fact]
    public void Entries_need_no_empty_line_between_them()
        => Assert.Equal(["A", "B"], Parse("msgid \"A\"\nmsgstr \"a\"\nmsgid \"B\"\nmsgstr \"b\"\n").Select(record => record.Key.MessageId));

    [Theory]
    [InlineData("msgid \"A\nmsgstr \"a\"\n", 1)]
    [InlineData("msgid \"A\"\nmsgstr \"\\x\"\n", 2)]
    [InlineData("\"lost\"\n", 1)]
    [InlineData("msgid \"A\"\nmsgfoo \"a\"\n", 2)]
    public void What_cannot_be_read_is_named_by_its_line(string file, int line)
        => Assert.Equal(line, Assert.Throws<PoFormatException>(() => Parse(file)).Line);

    private static List<CultureDictionaryRecord> Parse(string text) => [.. PoParser.Parse(new StringReader(text))];
}
