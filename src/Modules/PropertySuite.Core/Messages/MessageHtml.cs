using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PropertySuite.Core;

/// <summary>
/// Makes the mark-up of a mail from its text: an empty line begins a paragraph, an address alone in its paragraph becomes a button, other
/// addresses become links. Everything else is text, so that what a visitor wrote can never be mark-up.
/// </summary>
public static partial class MessageHtml
{
    private const string Button = "display:inline-block;padding:10px 18px;border-radius:6px;background:#1f6f54;color:#ffffff;text-decoration:none;font-weight:600";

    /// <param name="text">Plain text.</param>
    /// <param name="language">Language of the reader, for screen readers.</param>
    /// <param name="open">What a button says, in the reader's language.</param>
    /// <param name="foot">A line under the text, such as the community's name.</param>
    public static string Of(string text, string language, string open, string foot)
    {
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"{WebUtility.HtmlEncode(language)}\"><head><meta charset=\"utf-8\"></head>");
        html.Append("<body style=\"margin:0;padding:24px;background:#f6f5f2;color:#22262b;font:16px/1.5 'Segoe UI',Roboto,'Noto Sans','Noto Sans SC','PingFang SC',sans-serif\">");
        html.Append("<div style=\"max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dfdcd5;border-radius:8px\">");
        foreach (var paragraph in Paragraphs(text))
        {
            html.Append(Address().Match(paragraph) is { Success: true } link && link.Length == paragraph.Length
                ? $"<p><a href=\"{WebUtility.HtmlEncode(paragraph)}\" style=\"{Button}\">{WebUtility.HtmlEncode(open)}</a></p>"
                : $"<p style=\"margin:0 0 16px\">{Linked(paragraph)}</p>");
        }

        return html.Append("</div><p style=\"max-width:560px;margin:12px auto 0;font-size:13px;color:#5d636b\">")
            .Append(WebUtility.HtmlEncode(foot)).Append("</p></body></html>").ToString();
    }

    private static IEnumerable<string> Paragraphs(string text) =>
        BlankLines().Split(text.ReplaceLineEndings("\n").Trim()).Select(paragraph => paragraph.Trim('\n')).Where(paragraph => paragraph.Length > 0);

    private static string Linked(string paragraph)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match link in Address().Matches(paragraph))
        {
            html.Append(Lines(paragraph[at..link.Index]));
            var address = WebUtility.HtmlEncode(link.Value);
            html.Append("<a href=\"").Append(address).Append("\" style=\"color:#1f6f54\">").Append(address).Append("</a>");
            at = link.Index + link.Length;
        }

        return html.Append(Lines(paragraph[at..])).ToString();
    }

    private static string Lines(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    // A full stop after an address belongs to the sentence.
    [GeneratedRegex("""https?://[^\s<>"']*[^\s<>"'.,;:!?)\]}。，；：！？）]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLines();
}
