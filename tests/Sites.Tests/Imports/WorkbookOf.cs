using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Sites.Tests.Imports;

/// <summary>Makes .xlsx files part by part, so that a test can write into them what no program would.</summary>
internal static class WorkbookOf
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A sheet with these rows; a cell that begins with <c>&lt;</c> is written as it is, with <c>@</c> for its place.</summary>
    /// <param name="after">What follows the rows, such as merged cells.</param>
    public static byte[] Rows(string sheet, IEnumerable<IReadOnlyList<string>> rows, string after = "", string prologue = "")
    {
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{prologue}<worksheet xmlns=\"{Main}\"><sheetData>");
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
            for (var column = 0; column < row.Count; column++)
            {
                var place = PropertySuite.Core.Imports.Sheet.ColumnName(column) + number.ToString(CultureInfo.InvariantCulture);
                if (row[column].StartsWith('<'))
                    xml.Append(row[column].Replace("@", place, StringComparison.Ordinal));
                else if (row[column].Length > 0)
                    xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(row[column])}</t></is></c>");
            }

            xml.Append("</row>");
        }

        xml.Append(CultureInfo.InvariantCulture, $"</sheetData>{after}</worksheet>");
        return Parts(
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"{sheet}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"),
            ("xl/worksheets/sheet1.xml", xml.ToString()));
    }

    public static byte[] Parts(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>A file of a few hundred kilobytes that unpacks to more than any spreadsheet.</summary>
    public static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/workbook.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 130; i++) part.Write(zeros);
        }

        return file.ToArray();
    }
}
