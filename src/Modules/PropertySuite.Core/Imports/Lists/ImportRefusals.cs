namespace PropertySuite.Core.Imports;

/// <summary>What reading a file refuses.</summary>
public static class ImportRefusals
{
    public static readonly Refusal NoFile = Of("import.no-file", "Choose a file.");
    public static readonly Refusal TooLarge = Of("import.too-large", "The file is larger than {0} MB.");
    public static readonly Refusal Unpacked = Of("import.unpacked", "The file unpacks to more than a spreadsheet of this size can hold.");
    public static readonly Refusal NotASheet = Of("import.not-a-sheet", "This is no spreadsheet that can be read. Save it as .xlsx or .csv.");
    public static readonly Refusal OldExcel = Of("import.old-excel", "This is a file of an old Excel (.xls) or is protected by a password. Save it as .xlsx without one.");
    public static readonly Refusal Damaged = Of("import.damaged", "The file is damaged: {0}");
    public static readonly Refusal NoSheet = Of("import.no-sheet", "The file has no sheet named “{0}”.");
    public static readonly Refusal Empty = Of("import.empty", "The sheet is empty.");
    public static readonly Refusal NoRows = Of("import.no-rows", "There is nothing below the headings.");
    public static readonly Refusal TooManyRows = Of("import.too-many-rows", "There are more than {0} rows. Divide the file.");
    public static readonly Refusal TooManyColumns = Of("import.too-many-columns", "There are more than {0} columns.");
    public static readonly Refusal Merged = Of("import.merged", "Cells are merged here. Take the merge apart and write the value into each cell.");
    public static readonly Refusal Formula = Of("import.formula", "A formula without a value. Copy the column and paste it as values.");
    public static readonly Refusal ErrorCell = Of("import.error-cell", "The spreadsheet itself shows an error here: {0}.");
    public static readonly Refusal Encoding = Of("import.encoding", "This text is in no encoding that is known here. Save the file as CSV UTF-8.");
    public static readonly Refusal Quotes = Of("import.quotes", "The quotation marks do not match.");
    public static readonly Refusal Controls = Of("import.controls", "There is a control character in this cell. Type the value anew.");
    public static readonly Refusal TooLong = Of("import.too-long", "At most {0} characters.");
    public static readonly Refusal Missing = Of("import.missing", "A value is missing.");
    public static readonly Refusal NotWhole = Of("import.not-whole", "Write a whole number, such as 3.");
    public static readonly Refusal NotDecimal = Of("import.not-decimal", "Write a number, such as 96.40 or 96,40.");
    public static readonly Refusal Thousands = Of("import.thousands", "Is “{0}” a thousand or a fraction? Write it without the separator of thousands.");
    public static readonly Refusal NotDay = Of("import.not-day", "Write a day, such as 2026-03-31 or 31/03/2026.");
    public static readonly Refusal NotMoment = Of("import.not-moment", "Write a day and a time, such as 2026-03-31 17:30.");
    public static readonly Refusal NotYesNo = Of("import.not-yes-no", "Write yes or no.");
    public static readonly Refusal NotChoice = Of("import.not-choice", "Write one of: {0}.");
    public static readonly Refusal ColumnMissing = Of("import.column-missing", "The column “{0}” is missing.");
    public static readonly Refusal ColumnTwice = Of("import.column-twice", "The column “{0}” is there twice: in {1} and {2}.");
    public static readonly Refusal KeyTwice = Of("import.key-twice", "The same as row {0}.");
    public static readonly Refusal Used = Of("import.used", "This file has been imported already.");
    public static readonly Refusal Problems = Of("import.problems", "The file has problems, so nothing was imported.");
    public static readonly Refusal Changed = Of("import.changed", "Nothing was imported, since something has changed since the file was checked. {0}: {1}");
    public static readonly Refusal Undone = Of("import.undone", "This import has been undone already.");
    public static readonly Refusal ListUnknown = Of("import.list-unknown", "There is no list named “{0}”.");
    public static readonly Refusal Confirm = Of("import.confirm", "Type the name of the community to confirm.");

    private static Refusal Of(string code, string text) => new(typeof(ImportRefusals), code, text);
}
