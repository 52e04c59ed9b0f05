namespace PropertySuite.Core.Imports;

/// <summary>The page with all lists that this person may fill, and what was imported.</summary>
public sealed record ImportsPage(IReadOnlyList<ImportList> Lists, IReadOnlyList<ImportRunLine> Runs, bool HasDemonstration);

/// <summary>An import in a list of them.</summary>
/// <param name="List">What it filled, in the reader's language.</param>
/// <param name="At">When, on the community's wall.</param>
/// <param name="By">Who, in the reader's language.</param>
public sealed record ImportRunLine(ImportRun Run, string List, string At, string By);

/// <summary>The page of a list: template and upload.</summary>
public sealed record ImportListPage(ImportList List, string Name, IReadOnlyList<ImportColumnLine> Columns, string? Problem = null);

/// <summary>A column, in the reader's language.</summary>
public sealed record ImportColumnLine(string Name, string Meaning, string Kind, bool Required, bool IsKey, string Example);

/// <summary>What a file would do.</summary>
public sealed record ImportCheckPage(
    string DraftId, string FileName, string Name, string ListId, IReadOnlyList<string> Sheets, string Sheet, IReadOnlyList<KeyValuePair<string, string>> Columns, ImportPlan? Plan, IReadOnlyList<ImportProblem> Problems);

/// <summary>An import that was carried out.</summary>
public sealed record ImportRunPage(ImportRun Run, string List, string At, string By, string? UndoneAt, bool MayUndo, UndoPlan? Undo);

/// <summary>The page on which invented data is removed.</summary>
/// <param name="SiteName">What has to be typed.</param>
public sealed record DemonstrationPage(string SiteName, int Runs, UndoPlan Plan, IReadOnlyList<KeyValuePair<string, int>> Removed);

/// <summary>An import that a job carries out.</summary>
/// <param name="Fault">Why it was not carried out; null while it goes on.</param>
/// <param name="Undoes">Whether it takes back what was imported.</param>
public sealed record ImportProgressPage(string JobId, string FileName, int Done, int Total, string? Fault, bool Undoes);
