using System.IO.Compression;
using System.Text;

namespace PropertySuite.Core;

/// <summary>
/// What a file is, told by its content: what a browser or a name claims proves nothing. Formats that can run something
/// (SVG, HTML, office files with macros) are none of them.
/// </summary>
/// <param name="MediaType">As which it is sent.</param>
/// <param name="Extensions">Ends of names that fit, the usual one first, with their dot.</param>
public sealed record FileKind(string MediaType, params IReadOnlyList<string> Extensions)
{
    public static readonly FileKind Pdf = new("application/pdf", ".pdf");
    public static readonly FileKind Picture = new(PhotoPrint.MediaType, ".jpg", ".jpeg");
    public static readonly FileKind Text = new("text/plain; charset=utf-8", ".txt", ".csv");
    public static readonly FileKind Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly FileKind Sheet = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    // More parts than any letter or table has; a bomb of many has more.
    private const int MostParts = 2_000;

    /// <summary>What a file chooser is told to offer.</summary>
    public const string Accepted = "image/jpeg,image/png,image/webp,.pdf,.txt,.csv,.docx,.xlsx";

    /// <summary>The same for pictures alone.</summary>
    public const string AcceptedPictures = "image/jpeg,image/png,image/webp";

    /// <summary>The kind of a file; null when it is none that is taken.</summary>
    public static FileKind? Of(byte[] file) =>
        PictureFormat.Of(file) is not null ? Picture
        : file.AsSpan().StartsWith("%PDF-"u8) ? Pdf
        : file.AsSpan().StartsWith("PK\u0003\u0004"u8) ? Office(file)
        : IsText(file) ? Text
        : null;

    // Only the list of parts is read: nothing is unpacked.
    private static FileKind? Office(byte[] file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostParts || archive.GetEntry("[Content_Types].xml") is null || archive.Entries.Any(part => part.Name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && part.Name.Contains("vba", StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }

            return archive.GetEntry("word/document.xml") is not null ? Word : archive.GetEntry("xl/workbook.xml") is not null ? Sheet : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // What begins like markup is no plain text, whatever it is called.
    private static bool IsText(byte[] file)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
            return !text.TrimStart().StartsWith('<') && !text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

/// <summary>Names of files as they are kept.</summary>
public static class FileNames
{
    private const int Longest = 100;
    private static readonly HashSet<string> s_reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A name that every system can store and that says what the file is: no path, no control or direction marks, none of the
    /// signs that systems keep to themselves, the end that fits the kind.
    /// </summary>
    public static string Clean(string? name, FileKind kind)
    {
        var last = (name ?? "").Split('/', '\\')[^1].Normalize(NormalizationForm.FormC);
        var kept = new string([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate) && !"<>:\"|?*;%".Contains(c, StringComparison.Ordinal))]);
        var end = Path.GetExtension(kept);
        var stem = Path.GetFileNameWithoutExtension(kept);

        // A second end behind a dot would be what some systems go by: "plan.exe.pdf" is "plan exe.pdf".
        stem = stem.Replace('.', ' ').Trim(' ', '-', '_');
        if (!kind.Extensions.Contains(end.ToLowerInvariant(), StringComparer.Ordinal))
        {
            end = kind.Extensions[0];
        }

        stem = stem.Length > Longest ? stem[..Longest].TrimEnd() : stem;
        return (stem.Length == 0 || s_reserved.Contains(stem) ? "file" + (stem.Length == 0 ? "" : "-" + stem) : stem) + end.ToLowerInvariant();
    }
}
