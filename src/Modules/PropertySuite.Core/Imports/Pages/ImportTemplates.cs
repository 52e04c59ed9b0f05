using MiniExcelLibs;

namespace PropertySuite.Core.Imports;

/// <summary>Empty files with the headings of a list and an example, in the reader's language.</summary>
public sealed class ImportTemplates(ImportWords words)
{
    /// <summary>The file: a sheet to fill in, with the example as its first row, and one that says what to write.</summary>
    public byte[] Write(ImportList list)
    {
        var example = new Dictionary<string, object>();
        foreach (var column in list.Columns)
            example[words.Say(list, column.Name) + (column.Required ? " *" : "")] = column.Example;
        var meanings = list.Columns.Select(column => new Dictionary<string, object>
        {
            ["1"] = words.Say(list, column.Name) + (column.Required ? " *" : ""),
            ["2"] = words.Say(list, column.Meaning),
            ["3"] = column.Choices.Count > 0 ? words.Offered(list, column) : "",
            ["4"] = column.Example,
        }).ToArray();

        using var file = new MemoryStream();
        file.SaveAs(new Dictionary<string, object> { [Short(words.Say(list, list.Name))] = new[] { example }, ["?"] = meanings });
        return file.ToArray();
    }

    // A sheet's name has 31 characters at most, and some are not allowed.
    private static string Short(string name)
    {
        var plain = string.Concat(name.Where(c => c is not (':' or '\\' or '/' or '?' or '*' or '[' or ']')));
        return plain.Length > 31 ? plain[..31] : plain;
    }
}
