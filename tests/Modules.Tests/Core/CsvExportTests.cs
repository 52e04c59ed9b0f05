using PropertySuite.Core;

namespace Modules.Tests.Core;

public sealed class CsvExportTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    [InlineData("|cmd")]
    public void A_name_that_a_spreadsheet_would_run_stays_text(string name) => Assert.StartsWith("'", CsvExport.AsText(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("Núria O'Neill")]
    [InlineData("B-07-C")]
    [InlineData("")]
    public void An_ordinary_name_is_left_as_it_is(string name) => Assert.Equal(name, CsvExport.AsText(name));

    [Fact]
    public async Task Commas_quotes_and_line_breaks_stay_within_their_cell()
    {
        await using var writer = new StringWriter();

        await CsvExport.WriteLineAsync(writer, ["a,b", "say \"hi\"", "two\nlines", "plain"]);

        Assert.Equal("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\r\n", writer.ToString());
    }
}
