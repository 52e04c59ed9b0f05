using System.Net.Http.Headers;
using Sites.Tests.Hosting;

namespace Sites.Tests.Visitors;

/// <summary>Sends a form with a file, as a browser does.</summary>
internal static class FormFile
{
    /// <summary>The smallest file that begins as a JPEG does.</summary>
    public static byte[] Jpeg(int length = 400)
    {
        var bytes = new byte[length];
        ((byte[])[0xFF, 0xD8, 0xFF, 0xE0]).CopyTo(bytes, 0);
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
