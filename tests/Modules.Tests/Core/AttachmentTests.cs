using System.IO.Compression;
using System.Text;
using PropertySuite.Core;
using SkiaSharp;

namespace Modules.Tests.Core;

/// <summary>Which files are taken, and under which names (SYS files, T17).</summary>
public sealed class AttachmentTests
{
    public static TheoryData<string, byte[]> Dangerous => new()
    {
        { "svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray() },
        { "svg behind a mark", [0xEF, 0xBB, 0xBF, .. "\r\n  <?xml version='1.0'?><svg/>"u8] },
        { "html", "<!doctype html><script>1</script>"u8.ToArray() },
        { "gif", "GIF89a\u0001\u0000\u0001"u8.ToArray() },
        { "program", [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00] },
        { "pdf behind other bytes", "GIF89a %PDF-1.7"u8.ToArray()[..15].Append((byte)0).ToArray() },
        { "a zip that is no document", Zip("readme.txt") },
        { "a zip that steps out", Zip("../../etc/passwd") },
        { "word with macros", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "parts without end", Zip(["[Content_Types].xml", "word/document.xml", .. Enumerable.Range(0, 2_100).Select(n => $"p{n}")]) },
        { "a zip that was cut off", Zip("[Content_Types].xml", "word/document.xml")[..40] },
        { "text with a control sign", "a\u0000b"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Dangerous))]
    public void What_could_run_or_is_not_known_is_no_kind(string what, byte[] file) => Assert.True(FileKind.Of(file) is null, what);

    [Fact]
    public void Kinds_are_told_by_their_content()
    {
        Assert.Equal(FileKind.Pdf, FileKind.Of("%PDF-1.7\n"u8.ToArray()));
        Assert.Equal(FileKind.Picture, FileKind.Of([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal(FileKind.Text, FileKind.Of(Encoding.UTF8.GetBytes("Reunión 会议\r\n")));
        Assert.Equal(FileKind.Word, FileKind.Of(Zip("[Content_Types].xml", "word/document.xml")));
        Assert.Equal(FileKind.Sheet, FileKind.Of(Zip("[Content_Types].xml", "xl/workbook.xml")));
    }

    [Theory]
    [InlineData("plan.pdf", "plan.pdf")]
    [InlineData("Plano de la cocina (2).PDF", "Plano de la cocina (2).pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\temp\\evil.exe", "evil.pdf")]
    [InlineData("invoice.exe.pdf", "invoice exe.pdf")]
    [InlineData("invoice.pdf.exe", "invoice pdf.pdf")]
    [InlineData("a\u0000b\r\n.pdf", "ab.pdf")]
    [InlineData("x\u202Efdp.exe", "xfdp.pdf")]
    [InlineData("con.pdf", "file-con.pdf")]
    [InlineData("<script>.pdf", "script.pdf")]
    [InlineData("厨房 图纸.pdf", "厨房 图纸.pdf")]
    [InlineData("", "file.pdf")]
    [InlineData("....", "file.pdf")]
    [InlineData(null, "file.pdf")]
    public void Names_are_cleaned_and_end_as_their_content_does(string? name, string kept) => Assert.Equal(kept, FileNames.Clean(name, FileKind.Pdf));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(104, FileNames.Clean(new string('a', 5_000) + ".pdf", FileKind.Pdf).Length);

    [Fact]
    public void A_picture_of_too_many_pixels_is_refused_before_it_is_unpacked()
    {
        // The head of a PNG that says 50,000 times 50,000 pixels: nothing behind it is looked at.
        using var bitmap = new SKBitmap(1, 1);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        var bomb = encoded.ToArray();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 50_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 50_000);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc(bomb.AsSpan(12, 17)));

        Assert.Equal("attachment.too-wide", Assert.Throws<RefusedException>(() => PhotoPrint.Of(bomb, "Files")).Code);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write("x"u8);
            }
        }

        return stream.ToArray();
    }
}
