using System.Text;
using OrchardCore.Localization;

namespace PropertySuite.Platform.Localization;

/// <summary>A .po file that cannot be read; the message names the line.</summary>
internal sealed class PoFormatException(int line, string message) : FormatException($"Line {line}: {message}")
{
    public int Line { get; } = line;
}

/// <summary>Reads the texts of a .po file: contexts, plural forms, texts over several lines. Entries without a translation are left out.</summary>
internal static class PoParser
{
    public static IEnumerable<CultureDictionaryRecord> Parse(TextReader reader)
    {
        var entry = new Entry();
        StringBuilder? current = null;
        var number = 0;
        while (reader.ReadLine() is { } raw)
        {
            number++;
            var line = raw.Trim().TrimStart('\uFEFF');
            if (line.Length == 0 || line[0] == '#')
            {
                // An obsolete entry (#~) ends what stands before it like any comment.
                current = null;
                continue;
            }

            if (line[0] == '"')
            {
                (current ?? throw new PoFormatException(number, "a text without a keyword")).Append(Unquote(line, number));
                continue;
            }

            var space = line.IndexOf(' ');
            var keyword = space < 0 ? line : line[..space];
            var startsEntry = keyword == "msgctxt" || (keyword == "msgid" && entry.Id is not null);
            if (startsEntry && entry.Id is not null)
            {
                if (entry.ToRecord() is { } record)
                {
                    yield return record;
                }

                entry = new Entry();
            }

            current = entry.Begin(keyword, number);
            current.Append(Unquote(space < 0 ? string.Empty : line[space..].Trim(), number));
        }

        if (entry.ToRecord() is { } last)
        {
            yield return last;
        }
    }

    private static string Unquote(string text, int line)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
        {
            throw new PoFormatException(line, "a text must stand in quotes");
        }

        var result = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            if (++i >= text.Length - 1)
            {
                throw new PoFormatException(line, "the text ends in a backslash");
            }

            result.Append(text[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                '"' => '"',
                '\\' => '\\',
                var other => throw new PoFormatException(line, $"unknown escape \\{other}"),
            });
        }

        return result.ToString();
    }

    private sealed class Entry
    {
        private readonly List<StringBuilder> _forms = [];
        private StringBuilder? _context;

        public StringBuilder? Id { get; private set; }

        public StringBuilder Begin(string keyword, int line)
        {
            switch (keyword)
            {
                case "msgctxt":
                    return _context = new StringBuilder();
                case "msgid":
                    return Id = new StringBuilder();
                case "msgid_plural":
                    // The plural of the source is known to the code; only the translated forms are kept.
                    return new StringBuilder();
                case "msgstr":
                    return Form(0);
                case ['m', 's', 'g', 's', 't', 'r', '[', .. var digits, ']'] when int.TryParse(digits, out var form) && form is >= 0 and < 10:
                    return Form(form);
                default:
                    throw new PoFormatException(line, $"unknown keyword {keyword}");
            }
        }

        public CultureDictionaryRecord? ToRecord()
        {
            var translations = _forms.Select(form => form.ToString()).ToArray();
            return Id is not { Length: > 0 } || translations.Length == 0 || translations.Any(text => text.Length == 0)
                ? null
                : new CultureDictionaryRecord(Id.ToString(), _context?.ToString(), translations);
        }

        private StringBuilder Form(int index)
        {
            while (_forms.Count <= index)
            {
                _forms.Add(new StringBuilder());
            }

            return _forms[index];
        }
    }
}
