using System.Globalization;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PropertySuite.Core.Pages;

/// <summary>Localized texts as strings, for attributes of tag helpers and for sentences that are put together.</summary>
public static class LocalizedText
{
    /// <summary>The text with its arguments in their places, not encoded: Razor encodes it where it is written.</summary>
    /// <remarks><c>Value</c> of a localized HTML string leaves the places unfilled.</remarks>
    public static string Text(this LocalizedHtmlString text)
    {
        using var written = new StringWriter(CultureInfo.CurrentCulture);
        text.WriteTo(written, NullHtmlEncoder.Default);
        return written.ToString();
    }
}
