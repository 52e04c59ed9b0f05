using System.Net.Http.Headers;
using Sites.Tests.Hosting;
using SkiaSharp;

namespace Sites.Tests.Visitors;

/// <summary>Sends a form with a file, as a browser does.</summary>
internal static class FormFile
{
    /// <summary>A picture of one colour.</summary>
    public static byte[] Jpeg(int width = 40, int height = 30, SKColor? colour = null)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(colour ?? SKColors.SteelBlue);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return encoded.ToArray();
    }

    /// <summary>The same with bytes behind its end, which no reader of pictures looks at.</summary>
    public static byte[] Long(int length)
    {
        var bytes = new byte[length];
        Jpeg().CopyTo(bytes, 0);
        return bytes;
    }

    public static async Task<HttpResponseMessage> SendAsync(TestBrowser browser, string path, string field, byte[] bytes, string fileName, string claimed, params (string Name, string Value)[] fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new StringContent(TestBrowser.TokenOf(await browser.ReadAsync(path))), "__RequestVerificationToken");
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(claimed);
        content.Add(file, field, fileName);
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
    }
}
