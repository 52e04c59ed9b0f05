using SkiaSharp;

namespace PropertySuite.Visitors;

/// <summary>
/// Makes of a file the picture that is kept: drawn anew at a size at which a face is known, upright, as JPEG. What the
/// camera wrote beside the picture (place, time, device) is gone with that.
/// </summary>
public static class PhotoPrint
{
    /// <summary>Media type of every print.</summary>
    public const string MediaType = "image/jpeg";

    /// <summary>Pixels of the longer side, at most.</summary>
    public const int Longest = 1280;

    private const int Quality = 80;
    private const long MostPixels = 50_000_000;

    /// <summary>Draws a picture.</summary>
    /// <exception cref="PropertySuite.Core.RefusedException">It is no picture, broken, or of too many pixels; said at the field <c>Photo</c>.</exception>
    public static byte[] Of(byte[] file)
    {
        if (PictureFormat.Of(file) is null)
        {
            throw VisitRefusals.PhotoNoPicture.At("Photo");
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw VisitRefusals.PhotoNoPicture.At("Photo");

        // Asked of the head of the file, before anything is unpacked.
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            throw VisitRefusals.PhotoTooWide.At("Photo");
        }

        using var whole = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) != SKCodecResult.Success)
        {
            throw VisitRefusals.PhotoBroken.At("Photo");
        }

        using var print = Draw(whole, codec.EncodedOrigin);
        using var image = SKImage.FromBitmap(print);
        using var encoded = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    private static SKBitmap Draw(SKBitmap whole, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = turned ? (whole.Height, whole.Width) : (whole.Width, whole.Height);
        var scale = Math.Min(1f, (float)Longest / Math.Max(width, height));
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
