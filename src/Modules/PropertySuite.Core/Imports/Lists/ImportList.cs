using OrchardCore.ContentManagement;

namespace PropertySuite.Core.Imports;

/// <summary>
/// A list that can be filled from spreadsheets, as data: what its columns mean. A module registers one for each of its lists;
/// pages, templates, reading, checks, history and undo are the same for all.
/// </summary>
public abstract class ImportList
{
    /// <summary>Id in addresses and recipes, <c>units</c>.</summary>
    public abstract string Id { get; }

    /// <summary>English name of what a file holds, in the plural; translated in the context of <see cref="Texts"/>.</summary>
    public abstract string Name { get; }

    /// <summary>Class in whose context names, meanings and examples are translated.</summary>
    public abstract Type Texts { get; }

    /// <summary>Type of the records.</summary>
    public abstract string ContentType { get; }

    /// <summary>Name of the permission to import into this list.</summary>
    public abstract string Permission { get; }

    /// <summary>Columns, in the order of the template.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Place in the order in which lists are filled: what is looked up comes first.</summary>
    public virtual int Order => 0;

    /// <summary>Reads what the list holds now, once for a file.</summary>
    public abstract Task<ImportBook> OpenAsync();
}

/// <summary>The list as it is while a file is read: finds the record of a row and fills it. Nothing is written before the whole file is in order.</summary>
public abstract class ImportBook
{
    /// <summary>Called with all rows before the first is asked about: the place to look up what they refer to.</summary>
    public virtual Task PrepareAsync(IReadOnlyList<ImportRow> rows) => Task.CompletedTask;

    /// <summary>What tells the row from all others, however it was typed; two rows of a file with one key are refused.</summary>
    /// <exception cref="RefusedException">The row names something that is not there. Its field is the column's id.</exception>
    public abstract string KeyOf(ImportRow row);

    /// <summary>The record that the row is about; null when it is a new one.</summary>
    public abstract ContentItem? Find(string key, ImportRow row);

    /// <summary>Says the row's values to the record, by the same rules as its form. Columns that the file lacks leave a record as it is.</summary>
    /// <exception cref="RefusedException">A rule says no. Its field is the column's id.</exception>
    public abstract void Fill(ContentItem item, ImportRow row, bool isNew);

    /// <summary>Called when the row is in order, so that later rows of the file may refer to it.</summary>
    public virtual void Accept(ContentItem item, ImportRow row, bool isNew)
    {
    }

    /// <summary>Called before a record is written, in the transaction of the import: for what is given only then, such as a number.</summary>
    public virtual Task WritingAsync(ContentItem item, bool isNew, Actor actor) => Task.CompletedTask;

    /// <summary>Called after a record was written, in the same transaction: for its history.</summary>
    public virtual Task WrittenAsync(ContentItem item, bool isNew, Actor actor) => Task.CompletedTask;
}

/// <summary>What a column holds.</summary>
public enum ImportKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number, with a point or a comma.</summary>
    Decimal,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A day and a time of the community.</summary>
    Moment,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of a few words.</summary>
    Choice,
}

/// <summary>A column.</summary>
/// <param name="Id">Id in mappings; refusals name it as their field.</param>
/// <param name="Name">English name; translated.</param>
/// <param name="Meaning">English sentence that says what to write; translated.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Example">What the template shows.</param>
public sealed record ImportColumn(string Id, string Name, string Meaning, ImportKind Kind = ImportKind.Text, string Example = "")
{
    /// <summary>Whether every row must have a value.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the rows are told apart by it.</summary>
    public bool IsKey { get; init; }

    /// <summary>The most characters of a text.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>What a choice may be.</summary>
    public IReadOnlyList<ImportChoice> Choices { get; init; } = [];

    /// <summary>Other headings that offices use, in any language.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    /// <summary>A choice among the values of an enumeration.</summary>
    /// <param name="name">English name of a value.</param>
    public ImportColumn Of<TEnum>(Func<TEnum, string> name) where TEnum : struct, Enum =>
        this with { Kind = ImportKind.Choice, Choices = [.. Enum.GetValues<TEnum>().Select(value => new ImportChoice(value.ToString(), name(value)))] };
}

/// <summary>A value that a choice may have.</summary>
/// <param name="Value">As it is stored; understood in files too.</param>
/// <param name="Name">English word; its translations are understood as well.</param>
public sealed record ImportChoice(string Value, string Name);
