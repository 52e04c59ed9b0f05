using System.Globalization;

namespace PropertySuite.Core.Imports;

/// <summary>A sheet of a file: cells as they stand, each with its place.</summary>
/// <param name="Name">Name of the sheet; of a text file, the name of the file.</param>
/// <param name="Rows">Rows that hold something, in order.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The place of a cell, <c>Unidades!C17</c>.</summary>
    public string PlaceOf(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Name}!{ColumnName(column)}{row}");

    /// <summary>The place of a row, <c>Unidades!17</c>.</summary>
    public string PlaceOf(int row) => string.Create(CultureInfo.InvariantCulture, $"{Name}!{row}");

    /// <summary>The letters of a column, from 0.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            name = (char)('A' + ((rest - 1) % 26)) + name;
        return name;
    }

    /// <summary>Column (from 0) and row (from 1) of a reference such as <c>AB17</c>; null when it is none.</summary>
    public static (int Column, int Row)? Read(string reference)
    {
        var (column, row, at) = (0, 0, 0);
        for (; at < reference.Length && char.IsAsciiLetterUpper(reference[at]) && at < 3; at++)
            column = (column * 26) + reference[at] - 'A' + 1;
        return column > 0 && at < reference.Length && int.TryParse(reference.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out row) && row > 0 ? (column - 1, row) : null;
    }
}

/// <summary>A row.</summary>
/// <param name="Number">Its number in the sheet, from 1.</param>
/// <param name="Cells">Its cells by column, from 0; cells without anything are not in it.</param>
public sealed record SheetRow(int Number, IReadOnlyDictionary<int, SheetCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Text">What it says, numbers with a point; never empty.</param>
public readonly record struct SheetCell(string Text)
{
    /// <summary>The number, where the spreadsheet stores one: then a day may be meant.</summary>
    public double? Number { get; init; }

    /// <summary>Day or moment, where the spreadsheet shows one.</summary>
    public DateTime? Moment { get; init; }

    /// <summary>Yes or no, where the spreadsheet stores that.</summary>
    public bool? YesNo { get; init; }

    /// <summary>What is wrong with the cell itself; null mostly.</summary>
    public RefusedException? Wrong { get; init; }
}

/// <summary>What a file may be at most.</summary>
public static class ImportLimits
{
    public const int FileBytes = 10 * 1024 * 1024;
    public const long UnpackedBytes = 120L * 1024 * 1024;
    public const int ZipEntries = 500;
    public const int Rows = 20_000;
    public const int Columns = 100;
    public const int CellText = 4_000;
    public const int ProblemsTold = 500;

    /// <summary>Records that are written while somebody waits for the answer; more are left to a job.</summary>
    public const int AtOnce = 300;
}
