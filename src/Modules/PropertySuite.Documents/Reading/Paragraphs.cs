namespace PropertySuite.Documents;

/// <summary>A block of a text: a paragraph, or the items of a list.</summary>
/// <param name="IsList">Whether the lines are items.</param>
public sealed record Paragraph(bool IsList, IReadOnlyList<string> Lines);

/// <summary>Plain text as it is read.</summary>
public static class Paragraphs
{
    /// <summary>Its blocks: an empty line ends one, lines that begin with <c>-</c> are items of a list.</summary>
    public static IReadOnlyList<Paragraph> Of(string text)
    {
        var blocks = new List<Paragraph>();
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lines = new List<string>();
            var isList = false;
            foreach (var line in block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var item = line.StartsWith("- ", StringComparison.Ordinal);
                if (item != isList && lines.Count > 0)
                {
                    blocks.Add(new Paragraph(isList, lines));
                    lines = [];
                }

                isList = item;
                lines.Add(item ? line[2..].TrimStart() : line);
            }

            if (lines.Count > 0) blocks.Add(new Paragraph(isList, lines));
        }

        return blocks;
    }

    /// <summary>The beginning of a text, for lists: whole words, at most so many signs.</summary>
    public static string Beginning(string text, int most = 160)
    {
        var flat = string.Join(" ", Of(text).Select(block => string.Join(block.IsList ? "; " : " ", block.Lines) + (block.IsList ? "." : "")));
        if (flat.Length <= most) return flat;
        var cut = flat.LastIndexOf(' ', most);
        return flat[..(cut > most / 2 ? cut : most)] + " …";
    }
}
