using System.Globalization;
using System.Text;
using PropertySuite.Core;
using PropertySuite.Core.Imports;

namespace Modules.Tests.Core.Imports;

public sealed class SheetFileTests
{
    private const string Spanish = "Código;Nombre;Superficie\r\nA;Núñez y “Compañía”;96,40\r\n";
    private const string Chinese = "编码,名称,备注\r\nA,一号楼的居民,每周一和周四上午\r\n";

    static SheetFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Saved => new()
    {
        { "utf-8", Spanish }, { "utf-8-bom", Spanish }, { "windows-1252", Spanish }, { "utf-16", Spanish },
        { "utf-8", Chinese }, { "utf-8-bom", Chinese }, { "gb18030", Chinese }, { "utf-16BE", Chinese },
    };

    [Theory, MemberData(nameof(Saved))]
    public void Text_is_read_however_it_was_saved(string encoding, string text)
    {
        var bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            _ => [.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(text)],
        };

        var sheet = Assert.Single(SheetFile.Read(bytes, "lista.csv"));

        var expected = text.Split("\r\n").Take(2).Select(line => line.Split(text == Spanish ? ';' : ',')).ToArray();
        Assert.Equal(expected[0], sheet.Rows[0].Cells.Values.Select(cell => cell.Text));
        Assert.Equal(expected[1], sheet.Rows[1].Cells.Values.Select(cell => cell.Text));
        Assert.Equal("lista!C2", sheet.PlaceOf(2, 2));
    }

    [Theory]
    [InlineData("a;b\n1,5;2", 2)]
    [InlineData("a\tb\tc\n1,5;\t2\t3", 3)]
    [InlineData("a,b\n\"1;5\",2", 2)]
    [InlineData("\"a;b\",c\n1,2", 2)]
    [InlineData("a\n1", 1)]
    public void The_separator_is_the_one_of_the_headings(string text, int columns) =>
        Assert.Equal(columns, SheetFile.Read(Encoding.UTF8.GetBytes(text), "x.csv")[0].Rows[0].Cells.Count);

    [Fact]
    public void Rows_keep_their_numbers_over_empty_lines_and_lines_in_quotes()
    {
        var sheet = SheetFile.Read("a,b\n\n1,\"two\nlines\"\n,\n3,4\n"u8.ToArray(), "x.csv")[0];

        Assert.Equal(3, sheet.Rows.Count);
        Assert.Equal("two\nlines", sheet.Rows[1].Cells[1].Text);
        Assert.Equal("4", sheet.Rows[2].Cells[1].Text);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Columns_have_the_letters_that_spreadsheets_give_them(int column, string letters)
    {
        Assert.Equal(letters, Sheet.ColumnName(column));
        Assert.Equal((column, 17), Sheet.Read(letters + "17"));
    }

    [Theory]
    [InlineData("96.40", 96.40)]
    [InlineData("96,40", 96.40)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1,234.56", 1234.56)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("-7", -7)]
    [InlineData("50 %", 50)]
    [InlineData("1234", 1234)]
    public void Numbers_are_read_with_a_point_or_a_comma(string text, double expected) =>
        Assert.Equal((decimal)expected, CellReader.Number(new SheetCell(text)));

    [Theory]
    [InlineData("1.234")]
    [InlineData("12,345")]
    [InlineData("siete")]
    [InlineData("1,2,3")]
    [InlineData("--1")]
    [InlineData("1e5")]
    public void What_may_be_a_thousand_or_a_fraction_is_asked_about(string text) =>
        Assert.Throws<RefusedException>(() => CellReader.Number(new SheetCell(text)));

    [Theory]
    [InlineData("2026-03-31")]
    [InlineData("31/03/2026")]
    [InlineData("31.3.2026")]
    [InlineData("2026/3/31")]
    [InlineData("2026年3月31日")]
    [InlineData("20260331")]
    [InlineData("2026-03-31T00:00:00")]
    public void Days_are_read_as_people_write_them(string text) => Assert.Equal(new DateOnly(2026, 3, 31), Read(ImportKind.Day, new SheetCell(text)));

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("03/31/2026")]
    [InlineData("29/02/2025")]
    [InlineData("ayer")]
    [InlineData("2026-03-31 17:30")]
    public void Days_that_are_none_are_refused(string text) => Assert.Throws<RefusedException>(() => Read(ImportKind.Day, new SheetCell(text)));

    [Fact]
    public void A_day_may_be_stored_as_a_number()
    {
        Assert.Equal(new DateOnly(2026, 3, 31), Read(ImportKind.Day, new SheetCell("46112") { Number = 46112 }));
        Assert.Equal(new DateOnly(2024, 2, 29), Read(ImportKind.Day, new SheetCell("x") { Moment = new DateTime(2024, 2, 29) }));
    }

    [Theory]
    [InlineData("Sí", true)]
    [InlineData("yes", true)]
    [InlineData("是", true)]
    [InlineData("x", true)]
    [InlineData("no", false)]
    [InlineData("否", false)]
    public void Yes_and_no_are_read_in_three_languages(string text, bool expected) => Assert.Equal(expected, Read(ImportKind.YesNo, new SheetCell(text)));

    private static object? Read(ImportKind kind, SheetCell cell) =>
        CellReader.Read(new ImportColumn("x", "X", "", kind), cell, new Dictionary<string, string>(CultureInfo.InvariantCulture.CompareInfo.GetStringComparer(CompareOptions.Ordinal)), "");
}
