using System.Globalization;
using System.Text;

namespace Sites.Tests.Imports;

/// <summary>A file with a mistake.</summary>
/// <param name="Place">Where the mistake has to be told; null where that depends on how far the file can be read.</param>
/// <param name="IsUnreadable">Whether the file as a whole may be refused.</param>
internal sealed record MalformedFile(string Kind, string List, string Name, byte[] Bytes, string? Place, bool IsUnreadable)
{
    public override string ToString() => $"{Kind} in {List}, {Name}, {Bytes.Length} bytes";
}

/// <summary>Takes files that are in order and spoils each in one way.</summary>
internal static class MalformedFiles
{
    private static readonly (string List, string[][] Rows)[] _good =
    [
        ("buildings", [["Código", "Nombre", "Planta más baja", "Última planta", "Puertas por planta"], ["Q1", "Torre Q1", "0", "5", "4"], ["Q2", "Torre Q2", "1", "9", "2"], ["Q3", "Torre Q3", "-1", "3", "6"]]),
        ("units", [["Código", "Edificio", "Planta", "Clase", "Superficie útil", "Entregada el"], ["E-02-A", "E", "2", "Vivienda", "54,20", "18/04/2016"], ["E-02-B", "E", "2", "Flat", "78.60", "2016-04-18"], ["E-02-C", "E", "2", "住宅", "96,4", ""]]),
        ("people", [["Nombre", "Apellidos", "Teléfono", "Correo electrónico", "Menor de edad"], ["Ñandú", "Pérez Gil", "600 222 001", "nandu@demo.invalid", "no"], ["Olmo", "Sanz", "600 222 002", "", "sí"], ["Pía", "Roca", "", "pia@demo.invalid", ""]]),
        ("ties", [["Unidad", "Persona", "Vínculo", "Desde", "Hasta", "Cuota en %", "En casa"], ["A-18-D", "Elena Vidal Ortega", "Propietario", "2026-01-01", "", "60", "no"], ["A-18-D", "Rafael Vidal Ortega", "Propietario", "2026-01-01", "", "40", "no"], ["A-18-D", "Priya Nair", "Family", "2026-02-01", "2026-12-31", "", "sí"]]),
    ];

    public static IEnumerable<(string List, byte[] File, string Name)> Good()
    {
        foreach (var (list, rows) in _good)
        {
            yield return (list, Csv(rows), "hoja.csv");
            yield return (list, WorkbookOf.Rows("hoja", rows), "hoja.xlsx");
        }
    }

    public static IEnumerable<MalformedFile> Make(int seed, int count)
    {
        var random = new Random(seed);
        for (var number = 0; number < count; number++)
        {
            var (list, good) = _good[random.Next(_good.Length)];
            var rows = good.Select(row => row.ToArray()).ToArray();
            yield return number % 2 == 0 ? Cell(random, list, rows) : Whole(random, number / 2, list, rows);
        }
    }

    /// <summary>One cell says what its column does not take.</summary>
    private static MalformedFile Cell(Random random, string list, string[][] rows)
    {
        var row = random.Next(1, rows.Length);
        (string Kind, int Column, string Value)[] mistakes =
        [
            .. list switch
            {
                "buildings" => new[]
                {
                    ("no whole number", 2, Pick(random, "bajo", "1,5", "1.234", "2147483648", "--3")), ("no whole number", 3, Pick(random, "ático", "9 plantas", "1/2")), ("empty", 3, ""), ("empty", 0, ""),
                    ("floors reversed", 3, "-40"), ("code with signs", 0, Pick(random, "Q-1", "Q.", "Ñ")), ("code too long", 0, "QQQQQ"), ("too long", 1, new string('x', 101)), ("control character", 1, "Torre\u0007"),
                },
                "units" =>
                [
                    ("no code", 0, Pick(random, "nada", "B", "77", "B-07-C-9", "*")), ("no such building", 1, Pick(random, "Z", "QQ")), ("floor outside", 2, Pick(random, "99", "-4")), ("no whole number", 2, "dos"),
                    ("no such kind", 3, Pick(random, "Castillo", "Flats?", "住")), ("no number", 4, Pick(random, "grande", "12,34,5", "5 m2 aprox")), ("thousand or fraction", 4, Pick(random, "1.234", "96,400")), ("area not positive", 4, Pick(random, "0", "-3,5")),
                    ("no day", 5, Pick(random, "31/02/2016", "2016-13-01", "ayer", "29/02/2015", "04/31/2016", "1/1/1")), ("control character", 0, "E-02\u0001-A"), ("empty", 0, ""),
                ],
                "people" =>
                [
                    ("no phone", 2, Pick(random, "no tiene", "12", "tel. 600")), ("no e-mail", 3, Pick(random, "nandu", "a@", "@b.c", "dos@x.es;tres@x.es")), ("no yes or no", 4, Pick(random, "quizá", "2", "maybe")),
                    ("too long", 1, new string('ñ', 101)), ("control character", 0, "Ol\u0000mo"[..2] + "\u0002"), ("replaced character", 0, "N\uFFFDez"),
                ],
                _ =>
                [
                    ("no such unit", 0, Pick(random, "Z-01-A", "B-99-C")), ("no code", 0, "la de arriba"), ("nobody called", 1, Pick(random, "Nadie Nunca", "=1+1")), ("several called", 1, "María García López"),
                    ("no such tie", 2, Pick(random, "Primo", "dueño?")), ("no day", 3, Pick(random, "30/02/2026", "mañana", "2026-00-10")), ("empty", 3, ""), ("end before beginning", 4, "2020-01-01"),
                    ("no number", 5, Pick(random, "mitad", "1/3")), ("no yes or no", 6, "a veces"), ("empty", 0, ""), ("empty", 1, ""),
                ],
            },
        ];
        var (kind, column, value) = mistakes[random.Next(mistakes.Length)];
        rows[row][column] = value;
        var place = string.Create(CultureInfo.InvariantCulture, $"hoja!{PropertySuite.Core.Imports.Sheet.ColumnName(column)}{row + 1}");
        // A control character cannot stand in a workbook at all.
        var asText = kind is "control character" || random.Next(2) == 0;
        return asText
            ? new(kind, list, "hoja.csv", Csv(rows, Pick(random, ";", "\t", ",")), place, false)
            : new(kind, list, "hoja.xlsx", WorkbookOf.Rows("hoja", rows), place, false);
    }

    /// <summary>The file, a row or a heading is wrong.</summary>
    private static MalformedFile Whole(Random random, int number, string list, string[][] rows)
    {
        var workbook = WorkbookOf.Rows("hoja", rows);
        switch (number % 20)
        {
            case 0:
                return new("cut short", list, "hoja.xlsx", workbook[..random.Next(4, workbook.Length - 1)], null, true);
            case 1:
                return new("rubbish", list, "hoja.xlsx", Noise(random, "PK"u8), null, true);
            case 2:
                return new("rubbish", list, "hoja.csv", Noise(random, [0, 1, 2]), null, true);
            case 3:
                return new("old excel", list, "hoja.xls", Noise(random, [0xD0, 0xCF, 0x11, 0xE0]), null, true);
            case 4:
                return new("no workbook inside", list, "hoja.xlsx", WorkbookOf.Parts(("word/document.xml", "<a/>")), null, true);
            case 5 when number < 100:
                return new("zip bomb", list, "hoja.xlsx", WorkbookOf.Bomb(), null, true);
            case 6:
                return new("entities", list, "hoja.xlsx", WorkbookOf.Rows("hoja", rows, prologue: "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"), null, true);
            case 7:
                return new("empty", list, "hoja.csv", [], null, true);
            case 8:
                return new("headings alone", list, "hoja.csv", Csv(rows[..1]), "hoja!2", false);
            case 9:
            {
                // The same key twice, at the end.
                var again = random.Next(1, rows.Length);
                return new("key twice", list, "hoja.csv", Csv([.. rows, rows[again]]), string.Create(CultureInfo.InvariantCulture, $"hoja!{(list == "people" ? "B" : "A")}{rows.Length + 1}"), false);
            }

            case 10:
            {
                // A heading that nobody knows takes a required column away.
                var required = list == "people" ? 1 : 0;
                rows[0][required] = "?" + random.Next(1000).ToString(CultureInfo.InvariantCulture);
                return new("column missing", list, "hoja.csv", Csv(list == "people" ? [.. rows.Select(row => new[] { "", row[1], row[2], row[3], row[4] })] : rows), list == "people" ? null : "hoja!1", false);
            }

            case 11:
                rows[0][1] = rows[0][0];
                return new("heading twice", list, "hoja.csv", Csv(rows), "hoja!B1", false);
            case 12:
            {
                var (row, column) = (random.Next(1, rows.Length), random.Next(rows[0].Length));
                rows[row][column] = "<c r=\"@\"><f>VLOOKUP(A1,B1:C9,2)</f></c>";
                return new("formula", list, "hoja.xlsx", WorkbookOf.Rows("hoja", rows), Place(row, column), false);
            }

            case 13:
            {
                var (row, column) = (random.Next(1, rows.Length), random.Next(rows[0].Length));
                rows[row][column] = $"<c r=\"@\" t=\"e\"><v>{Pick(random, "#REF!", "#N/A", "#DIV/0!")}</v></c>";
                return new("error cell", list, "hoja.xlsx", WorkbookOf.Rows("hoja", rows), Place(row, column), false);
            }

            case 14:
                return new("merged", list, "hoja.xlsx", WorkbookOf.Rows("hoja", rows, "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"), "hoja!A2", false);
            case 15:
            {
                var text = Encoding.UTF8.GetString(Csv(rows));
                return new("open quotation", list, "hoja.csv", Encoding.UTF8.GetBytes(text + "\"sin cerrar;" + string.Join(';', Enumerable.Repeat("x", random.Next(1, 30)))), null, true);
            }

            case 16:
                return new("too many columns", list, "hoja.csv", Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 150)) + "\n1;2\n"), null, true);
            case 17:
            {
                var (row, column) = (random.Next(1, rows.Length), random.Next(rows[0].Length));
                rows[row][column] = "<c r=\"@\" t=\"s\"><v>99999</v></c>";
                return new("text that is not there", list, "hoja.xlsx", WorkbookOf.Rows("hoja", rows), Place(row, column), false);
            }

            case 18 when list == "ties":
                rows[2][5] = "70";
                return new("more than the whole", list, "hoja.csv", Csv(rows), "hoja!F3", false);
            case 19 when list == "ties":
                rows[3][5] = "10";
                return new("share of who owns nothing", list, "hoja.csv", Csv(rows), "hoja!F4", false);
            default:
                return new("markup broken", list, "hoja.xlsx", WorkbookOf.Rows("hoja", rows, "<unclosed"), null, true);
        }
    }

    private static string Place(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"hoja!{PropertySuite.Core.Imports.Sheet.ColumnName(column)}{row + 1}");

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];

    private static byte[] Noise(Random random, ReadOnlySpan<byte> start)
    {
        var noise = new byte[random.Next(50, 5000)];
        random.NextBytes(noise);
        start.CopyTo(noise);
        return noise;
    }

    private static byte[] Csv(IEnumerable<string[]> rows, string separator = ";") =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(separator, row.Select(cell => cell.AsSpan().IndexOfAny(";,\t\"\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)) + "\r\n")));
}
