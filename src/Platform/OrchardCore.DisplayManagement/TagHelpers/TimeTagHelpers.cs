using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using OrchardCore.Modules;

namespace PropertySuite.Platform.Display.TagHelpers;

/// <summary><c>&lt;date-time utc="…" format="…"&gt;</c>: an instant in the community's time.</summary>
[HtmlTargetElement("date-time")]
public class DateTimeTagHelper : TagHelper
{
    private readonly IClock _clock;
    private readonly ILocalClock _localClock;

    public DateTimeTagHelper(IClock clock, ILocalClock localClock)
    {
        _clock = clock;
        _localClock = localClock;
    }

    /// <summary>The instant, UTC; null: now.</summary>
    public DateTime? Utc { get; set; }

    /// <summary>A .NET format; null: the culture's general one with minutes.</summary>
    public string Format { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var utc = Utc ?? _clock.UtcNow;
        var local = await _localClock.ConvertToLocalAsync(utc);
        TimeOutput.Write(output, utc, local.ToString(string.IsNullOrEmpty(Format) ? "g" : Format, CultureInfo.CurrentCulture));
    }
}

/// <summary><c>&lt;time utc="…"&gt;</c>: as <see cref="DateTimeTagHelper"/>, on a plain time element.</summary>
[HtmlTargetElement("time", Attributes = "utc")]
[HtmlTargetElement("timespan", Attributes = "utc")]
public class TimeTagHelper : TagHelper
{
    private readonly ILocalClock _localClock;

    public TimeTagHelper(ILocalClock localClock) => _localClock = localClock;

    public DateTime? Utc { get; set; }

    public string Format { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Utc is not { } utc)
        {
            output.SuppressOutput();
            return;
        }

        var local = await _localClock.ConvertToLocalAsync(utc);
        TimeOutput.Write(output, utc, local.ToString(string.IsNullOrEmpty(Format) ? "g" : Format, CultureInfo.CurrentCulture));
    }
}

internal static class TimeOutput
{
    public static void Write(TagHelperOutput output, DateTime utc, string text)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Content.SetContent(text);
    }
}
