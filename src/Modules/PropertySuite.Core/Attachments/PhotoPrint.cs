using SkiaSharp;

namespace PropertySuite.Core;

/// <summary>
/// Makes of a file the picture that is kept: drawn anew at a size that is enough to read it, upright, as JPEG. What the
/// camera wrote beside the picture (place, time, device) is gone with that.
/// </summary>
public static class PhotoPrint
{
    /// <summary>Media type of every print.</summary>
    public const string MediaType = "image/jpeg";

    /// <summary>Pixels of the longer side, at most, where nothing else is asked: a face is known at that size.</summary>
    public const int Longest = 1280;

    private const int Quality = 80;
    private const long MostPixels = 50_000_000;

    // A picture of many pixels takes much memory for a moment; two at a time are quick enough for a community.
    private static readonly SemaphoreSlim s_drawing = new(2);

    /// <summary>Draws a picture when its turn has come: many that are sent at once are drawn two by two.</summary>
    /// <inheritdoc cref="Of"/>
    public static async Task<byte[]> OfAsync(byte[] file, string field, int longest = Longest)
    {
        await s_drawing.WaitAsync();
        try
        {
            return Of(file, field, longest);
        }
        finally
        {
            s_drawing.Release();
        }
    }

    /// <summary>Draws a picture.</summary>
    /// <param name="file">The file as it was sent.</param>
    /// <param name="field">Field of the form at which a refusal is said.</param>
    /// <param name="longest">Pixels of the longer side, at most.</param>
    /// <exception cref="RefusedException">It is no picture, broken, or of too many pixels.</exception>
    public static byte[] Of(byte[] file, string field, int longest = Longest)
    {
        if (PictureFormat.Of(file) is null)
        {
            throw AttachmentRefusals.NoPicture.At(field);
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw AttachmentRefusals.NoPicture.At(field);

        // Asked of the head of the file, before anything is unpacked.
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            throw AttachmentRefusals.TooWide.At(field);
        }

        using var whole = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) != SKCodecResult.Success)
        {
            throw AttachmentRefusals.Broken.At(field);
        }

        using var print = Draw(whole, codec.EncodedOrigin, longest);
        using var image = SKImage.FromBitmap(print);
        using var encoded = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    private static SKBitmap Draw(SKBitmap whole, SKEncodedOrigin origin, int longest)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = turned ? (whole.Height, whole.Width) : (whole.Width, whole.Height);
        var scale = Math.Min(1f, (float)longest / Math.Max(width, height));
        var print = new SKBitmap(new SKImageInfo(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), SKColorType.Rgba8888, SKAlphaType.Opaque));

        using var canvas = new SKCanvas(print);
        using var image = SKImage.FromBitmap(whole);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        canvas.Concat(Upright(origin, whole.Width, whole.Height));
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKCubicResampler.Mitchell));
        return print;
    }

    // How the camera was held, as EXIF numbers it.
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
