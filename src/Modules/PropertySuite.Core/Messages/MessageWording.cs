using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>The office's own text of one message in one language, with what it was before.</summary>
public class MessageWording
{
    /// <summary>Number of the stored document.</summary>
    public long Id { get; set; }

    /// <summary>Id of the kind of message.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Language, such as <c>es</c>.</summary>
    public string Language { get; set; } = "";

    /// <summary>Subject, Liquid; null while the shipped text stands.</summary>
    public string? Subject { get; set; }

    /// <summary>Body, Liquid; null while the shipped text stands.</summary>
    public string? Body { get; set; }

    /// <summary>Earlier texts, the newest first.</summary>
    public List<MessageVersion> History { get; set; } = [];

    /// <summary>How many changes there were: tells whether somebody else has saved meanwhile.</summary>
    public int Changes { get; set; }

    /// <summary>Puts a text in force; the one before goes into the history.</summary>
    /// <param name="subject">Null: the shipped text stands again.</param>
    /// <param name="by">User name of whoever changes it.</param>
    public void Change(string? subject, string? body, string by, DateTime atUtc)
    {
        const int Kept = 20;
        History.Insert(0, new MessageVersion { Subject = subject, Body = body, By = by, AtUtc = atUtc });
        if (History.Count > Kept)
        {
            History.RemoveRange(Kept, History.Count - Kept);
        }

        (Subject, Body) = (subject, body);
        Changes++;
    }
}

/// <summary>A text that was put in force.</summary>
public class MessageVersion
{
    /// <summary>Null: it was the return to the shipped text.</summary>
    public string? Subject { get; set; }

    /// <summary>Null: it was the return to the shipped text.</summary>
    public string? Body { get; set; }

    /// <summary>User name.</summary>
    public string By { get; set; } = "";

    /// <summary>When.</summary>
    public DateTime AtUtc { get; set; }
}

/// <summary>One row per message and language.</summary>
public class MessageWordingIndex : MapIndex
{
    /// <summary>Kind and language; unique.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whether the office's own text stands.</summary>
    public bool IsOwn { get; set; }
}

/// <summary>Maps wordings.</summary>
public sealed class MessageWordingIndexProvider : IndexProvider<MessageWording>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<MessageWording> context) => context.For<MessageWordingIndex>().Map(wording => new MessageWordingIndex
    {
        Key = KeyOf(wording.Kind, wording.Language),
        IsOwn = wording.Subject is not null,
    });

    /// <summary>Key of a message in a language.</summary>
    public static string KeyOf(string kind, string language) => $"{kind}|{language}";
}
