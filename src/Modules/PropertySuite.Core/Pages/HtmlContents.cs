using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PropertySuite.Core.Pages;

/// <summary>Questions about markup that has been rendered.</summary>
public static class HtmlContents
{
    /// <summary>Whether nothing but white space would be written: a shape may have nothing to say to this reader.</summary>
    public static bool IsBlank(this IHtmlContent content)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(written, HtmlEncoder.Default);
        return string.IsNullOrWhiteSpace(written.ToString());
    }
}
