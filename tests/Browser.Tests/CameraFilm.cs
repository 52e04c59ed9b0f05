using System.Text;

namespace PropertySuite.Browser.Tests;

/// <summary>A film for the browser's fake camera: one grey picture in YUV4MPEG2, as held before a phone.</summary>
internal static class CameraFilm
{
    /// <summary>Writes a film of <paramref name="grey"/> (one byte a pixel, <paramref name="size"/> × <paramref name="size"/>) in the middle of a light frame.</summary>
    public static void Write(string file, byte[] grey, int size)
    {
        const int width = 640, height = 480, frames = 4;
        var luminance = new byte[width * height];
        Array.Fill(luminance, (byte)225);
        int left = (width - size) / 2, top = (height - size) / 2;
        for (var row = 0; row < size; row++)
        {
            Array.Copy(grey, row * size, luminance, ((top + row) * width) + left, size);
        }

        var chrominance = new byte[width * height / 2];
        Array.Fill(chrominance, (byte)128);
        using var stream = File.Create(file);
        stream.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{width} H{height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var frame = 0; frame < frames; frame++)
        {
            stream.Write("FRAME\n"u8);
            stream.Write(luminance);
            stream.Write(chrominance);
        }
    }
}
