using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace PropertySuite.Core.Imports;

/// <summary>
/// Reads the cells of an .xlsx with their places, and what spreadsheets do to them: formulas, merged cells, error values, days kept
/// as numbers. Reads no further than the limits, whatever the file says of itself.
/// </summary>
public static class Workbook
{
    private static readonly XmlReaderSettings _xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
        MaxCharactersInDocument = ImportLimits.UnpackedBytes,
    };

    /// <exception cref="RefusedException">Not a workbook, too large, or damaged.</exception>
    public static IReadOnlyList<Sheet> Read(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            var parts = Parts(zip);
            if (!parts.TryGetValue("xl/workbook.xml", out var workbook)) throw ImportRefusals.NotASheet.With();

            var (names, from1904) = Names(workbook);
            var targets = Targets(parts);
            var texts = parts.TryGetValue("xl/sharedStrings.xml", out var shared) ? Texts(shared) : [];
            var days = parts.TryGetValue("xl/styles.xml", out var styles) ? DayStyles(styles) : [];
            var sheets = new List<Sheet>();
            foreach (var (name, relation) in names)
            {
                if (targets.TryGetValue(relation, out var target) && parts.TryGetValue(target, out var part))
                    sheets.Add(ReadSheet(name, part, texts, days, from1904));
            }

            return sheets.Count > 0 ? sheets : throw ImportRefusals.Empty.With();
        }
        catch (InvalidDataException exception)
        {
            throw ImportRefusals.Damaged.With(exception.Message);
        }
        catch (XmlException exception)
        {
            throw ImportRefusals.Damaged.With(exception.Message);
        }
    }

    private static Dictionary<string, ZipArchiveEntry> Parts(ZipArchive zip)
    {
        if (zip.Entries.Count > ImportLimits.ZipEntries || zip.Entries.Sum(entry => entry.Length) > ImportLimits.UnpackedBytes) throw ImportRefusals.Unpacked.With();
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        return parts;
    }

    // What the directory says of a part's size may be a lie; what comes out is counted.
    private static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(new CountedStream(part.Open(), ImportLimits.UnpackedBytes), _xml);

    private static (List<(string Name, string Relation)> Sheets, bool From1904) Names(ZipArchiveEntry workbook)
    {
        var sheets = new List<(string, string)>();
        var from1904 = false;
        using var xml = Open(workbook);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || xml.GetAttribute("name") is not { } name || xml.GetAttribute("state") is "hidden" or "veryHidden") continue;
            var relation = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
            if (relation is not null) sheets.Add((name, relation));
        }

        return (sheets, from1904);
    }

    private static Dictionary<string, string> Targets(Dictionary<string, ZipArchiveEntry> parts)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!parts.TryGetValue("xl/_rels/workbook.xml.rels", out var relations)) return targets;
        using var xml = Open(relations);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target.TrimStart('/') : "xl/" + target;
        }

        return targets;
    }

    private static List<string> Texts(ZipArchiveEntry shared)
    {
        var texts = new List<string>();
        using var xml = Open(shared);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") texts.Add(Words(xml, "si"));
        }

        return texts;
    }

    /// <summary>The text inside an element, without what is said about its pronunciation.</summary>
    private static string Words(XmlReader xml, string element)
    {
        if (xml.IsEmptyElement) return "";
        var words = "";
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == element))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh") xml.Skip();
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && words.Length <= ImportLimits.CellText) words += xml.Value;
        }

        return words;
    }

    /// <summary>The styles that show a number as a day or a time.</summary>
    private static HashSet<int> DayStyles(ZipArchiveEntry styles)
    {
        var formats = new HashSet<int>([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
        var days = new HashSet<int>();
        using var xml = Open(styles);
        var (inside, index) = (false, 0);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "cellXfs") inside = false;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ShowsDay(xml.GetAttribute("formatCode") ?? "")) formats.Add(id);
            if (xml.LocalName == "cellXfs") inside = !xml.IsEmptyElement;
            if (inside && xml.LocalName == "xf")
            {
                if (int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var format) && formats.Contains(format)) days.Add(index);
                index++;
            }
        }

        return days;
    }

    private static bool ShowsDay(string format)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var c in format)
        {
            if (c == '"') quoted = !quoted;
            if (c == '[') bracketed = true;
            if (!quoted && !bracketed && c is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or '年' or '日') return true;
            if (c == ']') bracketed = false;
        }

        return false;
    }

    private static Sheet ReadSheet(string name, ZipArchiveEntry part, List<string> texts, HashSet<int> days, bool from1904)
    {
        var rows = new SortedDictionary<int, Dictionary<int, SheetCell>>();
        var sheet = new Sheet(name, []);
        var (row, column) = (0, -1);
        using var xml = Open(part);
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "row")
                {
                    row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : row + 1;
                    column = -1;
                    if (rows.Count > ImportLimits.Rows + 1) throw ImportRefusals.TooManyRows.With(ImportLimits.Rows);
                }
                else if (xml.LocalName == "c")
                {
                    column = xml.GetAttribute("r") is { } reference && Sheet.Read(reference) is { } at ? at.Column : column + 1;
                    if (ReadCell(xml, texts, days, from1904) is not { } cell) continue;
                    if (column >= ImportLimits.Columns) throw ImportRefusals.TooManyColumns.With(ImportLimits.Columns);
                    if (!rows.TryGetValue(row, out var cells)) rows[row] = cells = [];
                    cells[column] = cell;
                }
                else if (xml.LocalName == "mergeCell" && xml.GetAttribute("ref") is { } merge && Sheet.Read(merge.Split(':')[0]) is { } first)
                {
                    // A heading over the table does no harm; a value that is meant for several rows does.
                    if (merge.Split(':') is [_, var last] && Sheet.Read(last) is { } end && end.Row > first.Row && rows.TryGetValue(first.Row, out var merged) && merged.TryGetValue(first.Column, out var value))
                        merged[first.Column] = value with { Wrong = ImportRefusals.Merged.With() };
                }
            }
        }
        catch (XmlException exception)
        {
            throw new UnreadableException(sheet.PlaceOf(Math.Max(row, 1)), ImportRefusals.Damaged.With(exception.Message));
        }

        return new Sheet(name, [.. rows.Select(pair => new SheetRow(pair.Key, pair.Value))]);
    }

    private static SheetCell? ReadCell(XmlReader xml, List<string> texts, HashSet<int> days, bool from1904)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var isDay = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) && days.Contains(style);
        if (xml.IsEmptyElement) return null;

        string? value = null;
        var isFormula = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c"))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "f")
            {
                isFormula = true;
                Words(xml, "f");
            }
            else if (xml.LocalName == "v")
            {
                value = Words(xml, "v");
            }
            else if (xml.LocalName == "is")
            {
                value = Words(xml, "is");
            }
        }

        if (string.IsNullOrWhiteSpace(value)) return isFormula ? new SheetCell("=") { Wrong = ImportRefusals.Formula.With() } : null;
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? Text(texts[index]) : new SheetCell(value) { Wrong = ImportRefusals.Damaged.With(value) },
            "b" => new SheetCell(value) { YesNo = value is "1" or "true" },
            "e" => new SheetCell(value) { Wrong = ImportRefusals.ErrorCell.With(value) },
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? new SheetCell(value) { Moment = moment } : Text(value),
            "n" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Number(number, isDay, from1904) : new SheetCell(value) { Wrong = ImportRefusals.Damaged.With(value) },
            _ => Text(value),
        };
    }

    private static SheetCell? Text(string text) => text.Trim() is { Length: > 0 } words ? new SheetCell(words) : null;

    private static SheetCell Number(double number, bool isDay, bool from1904)
    {
        // 15 digits are what a spreadsheet keeps: 96.40 must not become 96.400000000000006.
        var cell = new SheetCell(number.ToString("G15", CultureInfo.InvariantCulture)) { Number = number };
        return isDay && DayOf(number, from1904) is { } day ? cell with { Moment = day } : cell;
    }

    /// <summary>The moment that a spreadsheet means by a number of days.</summary>
    private static DateTime? DayOf(double number, bool from1904)
    {
        var days = from1904 ? number + 1462 : number;
        return days is < 1 or >= 2_958_466 ? null
            // Spreadsheets take 1900 for a leap year.
            : new DateTime(1899, 12, days < 60 ? 31 : 30).AddSeconds(Math.Round(days * 86_400));
    }

    private sealed class CountedStream(Stream inner, long most) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            _read += count;
            return _read <= most ? count : throw ImportRefusals.Unpacked.With();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
