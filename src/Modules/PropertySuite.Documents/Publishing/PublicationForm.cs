using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>A text of the form.</summary>
public sealed class TextForm
{
    /// <summary>Culture; the form says which fields belong to which.</summary>
    public string Language { get; set; } = "";

    public string? Title { get; set; }

    public string? Body { get; set; }

    public string? PictureText { get; set; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Body);
}

/// <summary>What the forms of news and of house documents have in common.</summary>
public abstract class PublicationForm
{
    public List<TextForm> Texts { get; set; } = [];

    public Audience Audience { get; set; }

    public string? FromDay { get; set; }

    public string? FromTime { get; set; }

    public string? UntilDay { get; set; }

    /// <summary>Id of what is changed; null for something new. Never posted.</summary>
    [BindNever, ValidateNever]
    public string? Editing { get; set; }

    /// <summary>What the form says.</summary>
    /// <exception cref="RefusedException">A day or a time cannot be read.</exception>
    public PublicationPlan ToPlan(CommunityTime time, DateOnly today, IReadOnlyList<string> languages)
    {
        var written = Texts.Select((text, place) => (Text: text, Place: place)).Where(pair => !pair.Text.IsEmpty && languages.Contains(pair.Text.Language, StringComparer.Ordinal)).ToList();
        DateOnly? from = Day(FromDay, today, nameof(FromDay));
        var at = string.IsNullOrWhiteSpace(FromTime) ? TimeOnly.MinValue : ForgivingTime.ReadTime(FromTime) ?? throw PublicationRefusals.TimeUnreadable.At(nameof(FromTime));
        return new PublicationPlan(
            [.. written.Select(pair => new LocalText(pair.Text.Language, pair.Text.Title?.Trim() ?? "", pair.Text.Body?.Trim().ReplaceLineEndings("\n") ?? "", string.IsNullOrWhiteSpace(pair.Text.PictureText) ? null : pair.Text.PictureText.Trim()))],
            [.. written.Select(pair => pair.Place)],
            Audience,
            from is { } first ? time.ToUtc(first, at) : null,
            Day(UntilDay, today, nameof(UntilDay)) is { } last ? time.BeginningOf(last.AddDays(1)) : null);
    }

    /// <summary>Fields for every language of the community, those that were written kept.</summary>
    public void Offer(IReadOnlyList<string> languages) =>
        Texts = [.. languages.Select(language => Texts.Find(text => text.Language == language) ?? new TextForm { Language = language })];

    /// <summary>Fills the form with what is kept.</summary>
    protected void Fill(PublicationPart publication, CommunityTime time)
    {
        Editing = publication.ContentItem.ContentItemId;
        Texts = [.. publication.Texts.Select(text => new TextForm { Language = text.Language, Title = text.Title, Body = text.Body, PictureText = text.PictureText })];
        Audience = publication.Audience;
        if (publication.FromUtc is { } from)
        {
            FromDay = ListDay.Show(time.DayAt(from));
            FromTime = Moments.Time(time.At(from));
        }

        UntilDay = publication.UntilUtc is { } until ? ListDay.Show(time.DayAt(until.AddTicks(-1))) : null;
    }

    internal static DateOnly? Day(string? typed, DateOnly today, string field) =>
        string.IsNullOrWhiteSpace(typed) ? null : ForgivingTime.ReadDate(typed, today) ?? throw PublicationRefusals.DayUnreadable.At(field);
}

/// <summary>The form of a piece of news.</summary>
public sealed class NewsForm : PublicationForm
{
    public NewsTopic Topic { get; set; }

    public bool Pinned { get; set; }

    public AttachedFiles Picture { get; set; } = new();

    /// <summary>The form of news that is kept.</summary>
    public static NewsForm Of(NewsPart news, CommunityTime time)
    {
        var form = new NewsForm { Topic = news.Topic, Pinned = news.Pinned };
        form.Fill(news, time);
        return form;
    }
}

/// <summary>The form of a house document; with a file it brings a version.</summary>
public sealed class HouseDocumentForm : PublicationForm
{
    public DocumentCategory Category { get; set; }

    public AttachedFiles File { get; set; } = new();

    public string? FileLanguage { get; set; }

    public string? EffectiveFrom { get; set; }

    public string? Changes { get; set; }

    /// <summary>Languages to choose from for the file; never posted.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<string> Languages { get; set; } = [];

    /// <summary>The form of a document that is kept.</summary>
    public static HouseDocumentForm Of(HouseDocumentPart document, CommunityTime time)
    {
        var form = new HouseDocumentForm { Category = document.Category };
        form.Fill(document, time);
        return form;
    }
}
