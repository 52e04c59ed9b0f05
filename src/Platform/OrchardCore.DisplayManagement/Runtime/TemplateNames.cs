#nullable enable
namespace PropertySuite.Platform.Display;

/// <summary>How a template's file name and the names of its shape relate.</summary>
internal static class TemplateNames
{
    private static readonly string[] _prefixedFolders = ["Parts", "Fields", "Elements"];

    /// <summary>
    /// The shape that a file without its extension shows: <c>Content-Blog.Summary</c> shows <c>Content_Summary__Blog</c>.
    /// </summary>
    /// <param name="folder">The folder below <c>Views</c>; empty for files in <c>Views</c> itself.</param>
    public static string ShapeName(string folder, string fileName)
    {
        var prefix = Array.Exists(_prefixedFolders, f => f.Equals(folder, StringComparison.OrdinalIgnoreCase)) ? folder + "_" : string.Empty;
        var lastDash = fileName.LastIndexOf('-');
        var lastDot = fileName.LastIndexOf('.');
        if (lastDot <= 0 || lastDot < lastDash)
            return prefix + Encode(fileName);

        var display = fileName[(lastDot + 1)..];
        var name = Encode(fileName[..lastDot]);
        var alternate = name.IndexOf("__", StringComparison.Ordinal);
        return prefix + (alternate < 0 ? $"{name}_{display}" : $"{name[..alternate]}_{display}{name[alternate..]}");
    }

    /// <summary>Whether files of this folder below <c>Views</c> show shapes.</summary>
    public static bool IsShapeFolder(string folder) =>
        folder.Length == 0 || folder.Equals("Items", StringComparison.OrdinalIgnoreCase) || Array.Exists(_prefixedFolders, f => f.Equals(folder, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes a text part of an alternate's name.</summary>
    public static string Encode(string text) => text.Replace("--", "__", StringComparison.Ordinal).Replace("-", "__", StringComparison.Ordinal).Replace('.', '_');
}
