using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Infrastructure.Html;
using OrchardCore.Modules.Services;
using Scriban.Runtime;

namespace PropertySuite.Platform.Features.Liquid.Filters;

internal static class TextFilters
{
    public static void Add(IDictionary<string, Func<LiquidCall, object?>> filters)
    {
        filters["append"] = call => call.Text + call.TextOf(0);
        filters["prepend"] = call => call.TextOf(0) + call.Text;
        filters["upcase"] = call => call.Text.ToUpper(call.At.Culture);
        filters["downcase"] = call => call.Text.ToLower(call.At.Culture);
        filters["capitalize"] = call => call.Text is { Length: > 0 } text ? char.ToUpper(text[0], call.At.Culture) + text[1..] : string.Empty;
        filters["strip"] = call => call.Text.Trim();
        filters["lstrip"] = call => call.Text.TrimStart();
        filters["rstrip"] = call => call.Text.TrimEnd();
        filters["strip_newlines"] = call => call.Text.ReplaceLineEndings(string.Empty);
        filters["strip_html"] = call => WithoutTags(call.Text);
        filters["newline_to_br"] = call => Written(call, Encode(call).ReplaceLineEndings("<br>\n"));
        filters["escape"] = call => Written(call, WebUtility.HtmlEncode(call.Text));
        filters["escape_once"] = call => Written(call, WebUtility.HtmlEncode(WebUtility.HtmlDecode(call.Text)));
        filters["remove"] = call => Replace(call.Text, call.TextOf(0), string.Empty);
        filters["remove_first"] = call => ReplaceFirst(call.Text, call.TextOf(0), string.Empty);
        filters["replace"] = call => Replace(call.Text, call.TextOf(0), call.TextOf(1));
        filters["replace_first"] = call => ReplaceFirst(call.Text, call.TextOf(0), call.TextOf(1));
        filters["split"] = call => new ScriptArray((IEnumerable<object>)Split(call.Text, call.TextOf(0)));
        filters["truncate"] = call => Truncate(call.Text, call.WholeOf(0, 50), call.TextOf(1, "…"));
        filters["truncatewords"] = call => TruncateWords(call.Text, call.WholeOf(0, 15), call.TextOf(1, "…"));
        filters["url_encode"] = call => Uri.EscapeDataString(call.Text);
        filters["url_decode"] = call => Uri.UnescapeDataString(call.Text.Replace('+', ' '));
        filters["slugify"] = call => call.At.Services.GetRequiredService<ISlugService>().Slugify(call.Text);
        filters["html_class"] = call => HtmlClass(call.Text);

        // What an office writes may bring mark-up, but never a script: cleaned, then written as it stands.
        filters["sanitize_html"] = call => new WrittenText(call.At.Services.GetRequiredService<IHtmlSanitizerService>().Sanitize(call.Text));
        filters["raw"] = filters["sanitize_html"];
        filters["json"] = call => LiquidJson.Write(call.Input);
        filters["jsonparse"] = call => LiquidJson.Read(call.Text);
    }

    private static string Encode(LiquidCall call) =>
        call.Input is WrittenText written ? written.Text : (call.At.Encoder ?? HtmlEncoder.Default).Encode(call.Text.ReplaceLineEndings("\n")).Replace("&#xA;", "\n", StringComparison.Ordinal);

    private static object Written(LiquidCall call, string html) => call.At.Encoder is null ? html : new WrittenText(html);

    private static IEnumerable<string> Split(string text, string by) =>
        text.Length == 0 ? [] : by.Length == 0 ? text.Select(c => c.ToString()) : text.Split(by);

    private static string Replace(string text, string what, string by)
    {
        if (what.Length == 0)
            return text;
        if (by.Length > what.Length && (long)text.Length / what.Length * by.Length > LiquidLimits.Output * 2L)
            throw new LiquidLimitException($"A text is longer than {LiquidLimits.Output} characters.");
        return text.Replace(what, by, StringComparison.Ordinal);
    }

    private static string ReplaceFirst(string text, string what, string by) =>
        what.Length > 0 && text.IndexOf(what, StringComparison.Ordinal) is >= 0 and var at ? text[..at] + by + text[(at + what.Length)..] : text;

    private static string Truncate(string text, int length, string end)
    {
        length = Math.Max(0, length);
        if (text.Length <= length)
            return text;
        var kept = Math.Max(0, length - end.Length);
        if (kept > 0 && char.IsHighSurrogate(text[kept - 1]))
            kept--;
        return text[..kept] + end;
    }

    private static string TruncateWords(string text, int count, string end)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= count ? text : string.Join(' ', words.Take(Math.Max(1, count))) + end;
    }

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var inside = false;
        foreach (var c in html)
        {
            if (c == '<')
                inside = true;
            else if (c == '>' && inside)
                inside = false;
            else if (!inside)
                text.Append(c);
        }

        return text.ToString();
    }

    private static string HtmlClass(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0 && name[^1] != '-')
                name.Append('-');
            name.Append(char.IsLetterOrDigit(c) ? char.ToLower(c, CultureInfo.InvariantCulture) : '-');
        }

        return name.ToString();
    }
}
