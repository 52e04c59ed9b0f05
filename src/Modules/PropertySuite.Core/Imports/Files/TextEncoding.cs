using System.Text;

namespace PropertySuite.Core.Imports;

/// <summary>Tells in which encoding a text file was saved: UTF-8 or UTF-16 with or without a mark, GB 18030, or Windows-1252.</summary>
public static class TextEncoding
{
    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="RefusedException">The bytes are text in none of them.</exception>
    public static string Decode(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..]) return Strict(Encoding.GetEncoding("utf-16", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), file.AsSpan(2)) ?? throw ImportRefusals.Encoding.With();
        if (file is [0xFE, 0xFF, ..]) return Strict(Encoding.GetEncoding("utf-16BE", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), file.AsSpan(2)) ?? throw ImportRefusals.Encoding.With();
        ReadOnlySpan<byte> text = file is [0xEF, 0xBB, 0xBF, ..] ? file.AsSpan(3) : file;
        if (text.Contains((byte)0)) throw ImportRefusals.NotASheet.With();
        if (Strict(new UTF8Encoding(false, throwOnInvalidBytes: true), text) is { } utf8) return utf8;

        // A Spanish letter is a single byte above 127 among ASCII; Chinese comes in pairs of bytes that make known characters.
        var chinese = Strict(Encoding.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), text);
        if (chinese is not null && LooksChinese(chinese)) return chinese;
        return Strict(Encoding.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), text) ?? throw ImportRefusals.Encoding.With();
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Read as GB 18030, Spanish gives single odd ideographs between Latin letters; real Chinese stands in runs of common ones.
    private static bool LooksChinese(string text)
    {
        var (beyond, common, besideLetters) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 128) continue;
            beyond++;
            if (text[i] is >= '\u4E00' and <= '\u9FFF' or >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF') common++;
            if ((i > 0 && char.IsAsciiLetter(text[i - 1])) || (i + 1 < text.Length && char.IsAsciiLetter(text[i + 1]))) besideLetters++;
        }

        return beyond > 0 && common * 10 >= beyond * 9 && besideLetters * 3 < beyond;
    }
}
