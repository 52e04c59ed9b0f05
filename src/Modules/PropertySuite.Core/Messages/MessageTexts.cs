using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using OrchardCore.Liquid;
using OrchardCore.Localization;
using OrchardCore.Settings;
using YesSql;

namespace PropertySuite.Core;

/// <summary>The templates of messages: the office's where it has written one, the shipped ones else; and what they come to.</summary>
public sealed partial class MessageTexts(
    ISession session, ILiquidTemplateManager liquid, ILocalizationService cultures, ISiteService sites, IEnumerable<MessageKind> kinds, IStringLocalizerFactory localizers)
{
    private const int LongestSubject = 200;
    private const int LongestBody = 20_000;

    /// <summary>Kinds of messages of the enabled features, by id.</summary>
    public IReadOnlyList<MessageKind> Kinds { get; } = [.. kinds.DistinctBy(kind => kind.Id).OrderBy(kind => kind.Id, StringComparer.Ordinal)];

    /// <summary>Languages in which people may read.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync() => await cultures.GetSupportedCulturesAsync();

    /// <summary>The language in which a person is written to: the wish where the community speaks it, else the community's first.</summary>
    public async Task<string> LanguageOfAsync(string? wish)
    {
        var supported = await cultures.GetSupportedCulturesAsync();
        return Array.Find(supported, name => name.Equals(wish, StringComparison.OrdinalIgnoreCase)) ?? await cultures.GetDefaultCultureAsync();
    }

    /// <summary>The office's text of a message; null where it has never written one.</summary>
    public async Task<MessageWording?> FindAsync(string kind, string language)
    {
        var key = MessageWordingIndexProvider.KeyOf(kind, language);
        return await session.Query<MessageWording, MessageWordingIndex>(row => row.Key == key).FirstOrDefaultAsync();
    }

    /// <summary>Shipped subject and body in a language.</summary>
    public (string Subject, string Body) Shipped(MessageKind kind, string language)
    {
        ArgumentNullException.ThrowIfNull(kind);
        using var reader = CultureScope.Create(language, language);
        var texts = localizers.Create(kind.Texts);
        return (texts[kind.Subject].Value, texts[kind.Body].Value);
    }

    /// <summary>Renders templates for a reader.</summary>
    public async Task<MessageText> RenderAsync(string subject, string body, string language, JsonObject model)
    {
        var site = await sites.GetSiteSettingsAsync();
        using var reader = CultureScope.Create(language, language);
        var line = (await liquid.RenderStringAsync(subject, NullHtmlEncoder.Default, model)).ReplaceLineEndings(" ").Trim();
        var text = (await liquid.RenderStringAsync(body, NullHtmlEncoder.Default, model)).ReplaceLineEndings("\n").Trim() + "\n";
        var open = localizers.Create(typeof(MessageTexts))["Open"].Value;
        return new MessageText(line, text, MessageHtml.Of(text, language, open, site.SiteName));
    }

    /// <summary>What is wrong with templates, by field: each with its place.</summary>
    public async Task<IReadOnlyList<(string Field, MessageFault Fault)>> CheckAsync(MessageKind kind, string? subject, string? body, string language)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var faults = new List<(string, MessageFault)>();
        Check(nameof(MessageWording.Subject), subject, LongestSubject, kind, faults);
        Check(nameof(MessageWording.Body), body, LongestBody, kind, faults);
        if (faults.Count == 0)
        {
            try
            {
                await RenderAsync(subject!, body!, language, kind.Sample());
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                faults.Add((nameof(MessageWording.Body), MessageFault.Of(exception.Message)));
            }
        }

        return faults;
    }

    private void Check(string field, string? template, int longest, MessageKind kind, List<(string, MessageFault)> faults)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            faults.Add((field, new MessageFault(0, 0, MessageFault.Missing)));
            return;
        }

        if (template.Length > longest)
        {
            faults.Add((field, new MessageFault(0, 0, MessageFault.TooLong, longest.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            return;
        }

        if (!liquid.Validate(template, out var errors))
        {
            faults.AddRange(errors.Select(error => (field, MessageFault.Of(error))));
            return;
        }

        var known = kind.Sample();
        foreach (Match member in Members().Matches(template))
        {
            if (!known.ContainsKey(member.Groups[1].Value))
            {
                var before = template.AsSpan(0, member.Index);
                faults.Add((field, new MessageFault(before.Count('\n') + 1, member.Index - before.LastIndexOf('\n'), MessageFault.Unknown, member.Groups[1].Value)));
            }
        }
    }

    [GeneratedRegex(@"\bModel\.([A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Members();
}

/// <summary>Something wrong with a template.</summary>
/// <param name="Line">From 1; 0 for no place.</param>
/// <param name="Column">From 1; 0 for no place.</param>
/// <param name="Reason">One of the constants, or the engine's own sentence.</param>
/// <param name="Detail">What the reason is about; null for nothing.</param>
public sealed partial record MessageFault(int Line, int Column, string Reason, string? Detail = null)
{
    /// <summary>There is no text.</summary>
    public const string Missing = "missing";

    /// <summary>There is too much text.</summary>
    public const string TooLong = "too-long";

    /// <summary>The message has no such member.</summary>
    public const string Unknown = "unknown";

    /// <summary>Reads the place that the engine writes before its sentence.</summary>
    public static MessageFault Of(string error) => Place().Match(error) is { Success: true } place
        ? new(Number(place, 1), Number(place, 2), place.Groups[3].Value)
        : new(0, 0, error);

    private static int Number(Match place, int group) => int.Parse(place.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\((\d{1,6}), (\d{1,6})\): (.*)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
