namespace PropertySuite.Core;

/// <summary>The picture formats that are kept, told by their first bytes: what a browser claims about a file proves nothing.</summary>
public static class PictureFormat
{
    /// <summary>Bytes that are enough to tell.</summary>
    public const int HeadLength = 12;

    /// <summary>Media type of a picture; null when it is none of JPEG, PNG and WebP.</summary>
    public static string? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : head.Length >= HeadLength && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
