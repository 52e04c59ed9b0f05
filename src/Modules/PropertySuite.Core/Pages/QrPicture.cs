using System.Globalization;
using System.Text;
using QRCoder;

namespace PropertySuite.Core.Pages;

/// <summary>A QR code as the path of an SVG: no script, no style, any size.</summary>
/// <param name="Side">Modules on a side, the quiet zone included.</param>
/// <param name="Path">The dark modules, runs of a row drawn at once.</param>
public sealed record QrPicture(int Side, string Path)
{
    /// <summary>Draws a text.</summary>
    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return new QrPicture(rows.Count, path.ToString());
    }
}
