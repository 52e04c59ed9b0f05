using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>Where a publication stands. Stored by name; changed by <see cref="PublicationLifecycle"/> only. Scheduled and ended are what time makes of a published one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PublicationState>))]
public enum PublicationState
{
    /// <summary>Being written: for the office alone.</summary>
    Draft,

    /// <summary>Will appear by itself.</summary>
    Scheduled,

    /// <summary>Can be read.</summary>
    Published,

    /// <summary>Its last day is over.</summary>
    Ended,

    /// <summary>Taken back.</summary>
    Withdrawn,
}

/// <summary>For whom a publication is. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Audience>))]
public enum Audience
{
    /// <summary>For whoever opens the site.</summary>
    Everybody,

    /// <summary>For those who hold a unit today, and the office.</summary>
    Residents,
}

/// <summary>A text in one language.</summary>
/// <param name="Language">Culture, <c>es</c>.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Plain text: an empty line begins a paragraph, a line that begins with <c>-</c> is an item.</param>
/// <param name="PictureText">What the picture shows, for those who do not see it; null where it only decorates.</param>
public sealed record LocalText(string Language, string Title, string Body = "", string? PictureText = null);

/// <summary>What all publications are: texts in one or more languages, for somebody, from when until when.</summary>
public abstract class PublicationPart : ContentPart
{
    /// <summary>Signs of a title.</summary>
    public const int LongestTitle = 140;

    /// <summary>Signs of a text.</summary>
    public const int LongestBody = 8_000;

    /// <summary>Where it stands as stored; <see cref="StateAt"/> says where it stands now.</summary>
    [JsonInclude] public PublicationState State { get; internal set; }

    /// <summary>For whom.</summary>
    [JsonInclude] public Audience Audience { get; internal set; }

    /// <summary>The texts, in the order of the community's languages.</summary>
    [JsonInclude] public List<LocalText> Texts { get; internal set; } = [];

    /// <summary>From when on it is read, UTC; null for as soon as it is published.</summary>
    [JsonInclude] public DateTime? FromUtc { get; internal set; }

    /// <summary>Until when, exclusive, UTC; null for no end.</summary>
    [JsonInclude] public DateTime? UntilUtc { get; internal set; }

    /// <summary>When it was published, UTC; null before.</summary>
    [JsonInclude] public DateTime? PublishedAtUtc { get; internal set; }

    /// <summary>Kind in history and of files.</summary>
    [JsonIgnore] public abstract string Kind { get; }

    /// <summary>Since when readers have it: the day under its title.</summary>
    [JsonIgnore] public DateTime? ReadSinceUtc => PublishedAtUtc is { } published && FromUtc is { } from && from > published ? from : PublishedAtUtc;

    /// <summary>Where it stands at a moment: time publishes and ends by itself.</summary>
    public PublicationState StateAt(DateTime atUtc) => State != PublicationState.Published ? State
        : UntilUtc <= atUtc ? PublicationState.Ended
        : FromUtc > atUtc ? PublicationState.Scheduled
        : PublicationState.Published;

    /// <summary>The text that a reader of a language is given: that language, its relative, the first.</summary>
    public LocalText TextFor(string language) =>
        Texts.Find(text => string.Equals(text.Language, language, StringComparison.OrdinalIgnoreCase))
        ?? Texts.Find(text => text.Language.Split('-')[0] == language.Split('-')[0])
        ?? (Texts.Count > 0 ? Texts[0] : new LocalText(language, ""));

    /// <summary>Begins a draft.</summary>
    /// <exception cref="RefusedException">Not for this person, or nothing is written.</exception>
    public Step Write(Actor by, DateTime atUtc, PublicationPlan plan)
    {
        Take(plan);
        return PublicationLifecycle.Table.Begin(this, PublicationVerbs.Write, by, atUtc);
    }

    /// <summary>Changes what is written, in every state; history says who did.</summary>
    /// <exception cref="RefusedException">Something is missing.</exception>
    public Step Change(Actor by, DateTime atUtc, PublicationPlan plan)
    {
        Take(plan);
        return PublicationLifecycle.Table.Note(this, PublicationVerbs.Change, by, atUtc);
    }

    /// <summary>Publishes it: at once, or when its time comes.</summary>
    /// <exception cref="RefusedException">Not from here, not for this person, or its last day is over.</exception>
    public Step Publish(Actor by, DateTime atUtc) => PublicationLifecycle.Table.Take(this, PublicationVerbs.Publish, by, atUtc);

    /// <summary>Takes a step that a person may take.</summary>
    /// <exception cref="RefusedException">Not from here, not for this person, or without its reason.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? why) => PublicationLifecycle.Table.Take(this, verb, by, atUtc, why);

    private void Take(PublicationPlan plan)
    {
        if (plan.Texts.Count == 0) throw PublicationRefusals.TitleMissing.At("Texts[0].Title");
        for (var i = 0; i < plan.Texts.Count; i++)
        {
            var text = plan.Texts[i];
            if (text.Title.Length is 0) throw PublicationRefusals.TitleMissing.At($"Texts[{plan.Places[i]}].Title");
            if (text.Title.Length > LongestTitle) throw PublicationRefusals.TitleTooLong.At($"Texts[{plan.Places[i]}].Title", LongestTitle);
            if (text.Body.Length > LongestBody) throw PublicationRefusals.BodyTooLong.At($"Texts[{plan.Places[i]}].Body", LongestBody);
        }

        if (plan.UntilUtc <= plan.FromUtc) throw PublicationRefusals.EndsBefore.At("UntilDay");
        (Texts, Audience, FromUtc, UntilUtc) = ([.. plan.Texts], plan.Audience, plan.FromUtc, plan.UntilUtc);
    }
}

/// <summary>What is written.</summary>
/// <param name="Texts">Texts that have at least a title or a body.</param>
/// <param name="Places">Their places in the form, so that a refusal is said at the field.</param>
public sealed record PublicationPlan(IReadOnlyList<LocalText> Texts, IReadOnlyList<int> Places, Audience Audience, DateTime? FromUtc, DateTime? UntilUtc);
