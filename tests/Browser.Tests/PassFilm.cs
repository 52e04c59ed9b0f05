using Microsoft.Playwright;

namespace PropertySuite.Browser.Tests;

/// <summary>Takes the picture of a pass from the page where it is shown, and puts it before the guard's camera.</summary>
internal static class PassFilm
{
    private const int Size = 400;

    /// <summary>Photographs the code on <paramref name="page"/> and writes a film of it.</summary>
    public static async Task MakeAsync(IPage page, string file)
    {
        var photograph = await page.Locator(".ps-qr").First.ScreenshotAsync();

        // The browser itself decodes its photograph, on a page that belongs to nobody.
        await using var context = await page.Context.Browser!.NewContextAsync();
        var darkroom = await context.NewPageAsync();
        await darkroom.SetContentAsync($"<img id='photograph' src='data:image/png;base64,{Convert.ToBase64String(photograph)}'>");
        var grey = await darkroom.EvaluateAsync<string>(
            """
            async size => {
              const photograph = document.getElementById('photograph');
              await photograph.decode();
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = size;
              const pen = canvas.getContext('2d');
              pen.fillStyle = 'white';
              pen.fillRect(0, 0, size, size);
              pen.drawImage(photograph, 0, 0, size, size);
              const pixels = pen.getImageData(0, 0, size, size).data;
              let text = '';
              for (let at = 0; at < pixels.length; at += 4) text += String.fromCharCode(pixels[at + 1]);
              return btoa(text);
            }
            """,
            Size);
        CameraFilm.Write(file, Convert.FromBase64String(grey), Size);
    }
}
