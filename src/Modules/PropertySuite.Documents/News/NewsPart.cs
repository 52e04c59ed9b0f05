using System.Text.Json.Serialization;

namespace PropertySuite.Documents;

/// <summary>What a piece of news is about; its sign on the page. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NewsTopic>))]
public enum NewsTopic
{
    /// <summary>Anything.</summary>
    General,

    /// <summary>Water, power, gas or a lift does not work, or will not.</summary>
    Interruption,

    Works,

    Parking,

    Meeting,

    Safety,
}

/// <summary>A piece of news (NTC-01, NTC-03, NTC-09).</summary>
public sealed class NewsPart : PublicationPart
{
    /// <summary>What it is about.</summary>
    [JsonInclude] public NewsTopic Topic { get; internal set; }

    /// <summary>Whether it stands first, and on the front page as a notice.</summary>
    [JsonInclude] public bool Pinned { get; internal set; }

    /// <inheritdoc/>
    [JsonIgnore] public override string Kind => DocumentTypes.NewsKind;

    /// <summary>Says what it is about.</summary>
    public void Place(NewsTopic topic, bool pinned) => (Topic, Pinned) = (topic, pinned);
}

/// <summary>Words and signs of topics.</summary>
public static class NewsTopics
{
    /// <summary>English name, translated in the context of <see cref="PublicationLifecycle"/>.</summary>
    public static string Name(NewsTopic topic) => topic switch
    {
        NewsTopic.General => "Notice",
        NewsTopic.Interruption => "Interruption",
        NewsTopic.Works => "Works",
        NewsTopic.Parking => "Parking",
        NewsTopic.Meeting => "Meeting",
        NewsTopic.Safety => "Safety",
        _ => throw new ArgumentOutOfRangeException(nameof(topic)),
    };

    /// <summary>Id of its icon.</summary>
    public static string Icon(NewsTopic topic) => topic switch
    {
        NewsTopic.Interruption => "water",
        NewsTopic.Works => "decoration",
        NewsTopic.Parking => "car",
        NewsTopic.Meeting => "people",
        NewsTopic.Safety => "fire",
        _ => "info",
    };

    /// <summary>Tone of its badge; null for the plain one.</summary>
    public static string? Tone(NewsTopic topic) => topic is NewsTopic.Interruption or NewsTopic.Safety ? "soon" : null;
}
