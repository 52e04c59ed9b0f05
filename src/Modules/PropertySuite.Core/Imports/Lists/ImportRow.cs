namespace PropertySuite.Core.Imports;

/// <summary>A row of a file, read by its columns' kinds.</summary>
/// <param name="number">Number of the row in its sheet, from 1.</param>
/// <param name="values">Values by column id; null where the cell is empty. Columns that the file lacks are not in it.</param>
public sealed class ImportRow(int number, IReadOnlyDictionary<string, object?> values)
{
    public int Number { get; } = number;

    /// <summary>Whether the file has the column at all: an empty cell takes a value away, a missing column leaves it.</summary>
    public bool Has(string column) => values.ContainsKey(column);

    public string? Text(string column) => values.GetValueOrDefault(column) as string;

    /// <summary>The text, or what the record holds where the file lacks the column.</summary>
    public string? Text(string column, string? otherwise) => Has(column) ? Text(column) : otherwise;

    public int? Whole(string column) => values.GetValueOrDefault(column) as int?;

    public int? Whole(string column, int? otherwise) => Has(column) ? Whole(column) : otherwise;

    public decimal? Decimal(string column) => values.GetValueOrDefault(column) as decimal?;

    public decimal? Decimal(string column, decimal? otherwise) => Has(column) ? Decimal(column) : otherwise;

    public DateOnly? Day(string column) => values.GetValueOrDefault(column) as DateOnly?;

    public DateOnly? Day(string column, DateOnly? otherwise) => Has(column) ? Day(column) : otherwise;

    /// <summary>Date and time on the community's wall.</summary>
    public DateTime? Moment(string column) => values.GetValueOrDefault(column) as DateTime?;

    public bool? YesNo(string column) => values.GetValueOrDefault(column) as bool?;

    public bool YesNo(string column, bool otherwise) => YesNo(column) ?? otherwise;

    /// <summary>The chosen value; null where the cell is empty.</summary>
    public TEnum? Choice<TEnum>(string column) where TEnum : struct, Enum => Text(column) is { } value ? Enum.Parse<TEnum>(value) : null;
}
