#nullable enable
using Ganss.Xss;
using OrchardCore.Infrastructure.Html;

namespace PropertySuite.Platform.Display;

internal sealed class HtmlSanitizing : IHtmlSanitizerService
{
    // The sanitizer is safe for concurrent use once it is set up, and setting it up costs more than using it.
    private static readonly HtmlSanitizer _sanitizer = SetUp();
    private static readonly SanitizedTexts _known = new(static html => _sanitizer.Sanitize(html));

    public string Sanitize(string? html) => string.IsNullOrEmpty(html) ? string.Empty : _known.Get(html);

    private static HtmlSanitizer SetUp()
    {
        var sanitizer = new HtmlSanitizer();
        // A form in a text would post under the reader's name; style could lay a false page over ours.
        foreach (var tag in new[] { "form", "input", "button", "select", "option", "textarea", "fieldset", "legend", "label", "style" })
            sanitizer.AllowedTags.Remove(tag);

        sanitizer.AllowedAttributes.Remove("style");
        sanitizer.AllowedAttributes.Add("class");
        sanitizer.AllowedSchemes.Add("mailto");
        sanitizer.AllowedSchemes.Add("tel");
        return sanitizer;
    }
}
