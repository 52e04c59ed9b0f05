using PropertySuite.Core;
using static PropertySuite.Documents.PublicationState;

namespace PropertySuite.Documents;

/// <summary>What can be done with a publication.</summary>
public static class PublicationVerbs
{
    /// <summary>Begins a draft.</summary>
    public static readonly Verb Write = new("write", "Write a draft");

    /// <summary>Publishes it.</summary>
    public static readonly Verb Publish = new("publish", "Publish");

    /// <summary>Takes it back.</summary>
    public static readonly Verb Withdraw = new("withdraw", "Withdraw");

    /// <summary>Makes a draft of it again.</summary>
    public static readonly Verb Reopen = new("reopen", "Make a draft of it again");

    /// <summary>Its last day is over.</summary>
    public static readonly Verb End = new("end", "The last day is over");

    /// <summary>Changes what is written.</summary>
    public static readonly Verb Change = new("change", "Change the text");

    /// <summary>Adds a version of a house document.</summary>
    public static readonly Verb AddVersion = new("add-version", "Add a version");

    /// <summary>What a person asks for by its id in addresses; null when it is none.</summary>
    public static Verb? Of(string id) => Array.Find([Publish, Withdraw, Reopen], verb => verb.Id == id);
}

/// <summary>How a publication lives (NTC-03, DOC-02).</summary>
public static class PublicationLifecycle
{
    private static readonly Role<PublicationPart> Editor = Roles.With<PublicationPart>("Editor", Permissions.Edit);
    private static readonly Role<PublicationPart> Timer = Roles.Clock<PublicationPart>();
    private static readonly Guard<PublicationPart> NotOver = new(PublicationRefusals.Over, (publication, atUtc) => publication.UntilUtc is not { } until || until > atUtc);
    private static readonly Guard<PublicationPart> HasFile = new(PublicationRefusals.FileMissing, (publication, _) => publication is not HouseDocumentPart document || document.Versions.Count > 0);
    private static readonly Guard<PublicationPart> IsOver = new(PublicationRefusals.NotOverYet, (publication, atUtc) => publication.UntilUtc <= atUtc);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<PublicationPart, PublicationState> Table = Lifecycle
        .Of<PublicationPart, PublicationState>(typeof(PublicationLifecycle), publication => publication.State, (publication, state) => publication.State = state, (publication, atUtc) => publication.StateAt(atUtc))
        .Start(Draft, PublicationVerbs.Write).By(Editor)
        .From(Draft).To(Published, PublicationVerbs.Publish).By(Editor).When(NotOver, HasFile).Then((publication, step) => publication.PublishedAtUtc = step.AtUtc)
        .From(Published).To(Ended, PublicationVerbs.End).By(Timer).When(IsOver)
        .From(Scheduled, Published).To(Withdrawn, PublicationVerbs.Withdraw).By(Editor).AskingReason()
        .From(Withdrawn, Ended).To(Draft, PublicationVerbs.Reopen).By(Editor)
        .Noting(PublicationVerbs.Change, PublicationVerbs.AddVersion);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(PublicationState state) => state switch
    {
        Draft => "Draft",
        Scheduled => "Scheduled",
        Published => "Published",
        Ended => "Ended",
        Withdrawn => "Withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(PublicationState state) => state switch { Draft => "new", Scheduled => "hold", Published => "run", Ended => "done", _ => "stop" };

    /// <summary>English name of an audience, translated in the context of this class.</summary>
    public static string Name(Audience audience) => audience == Audience.Everybody ? "Everybody" : "Residents and the office";
}

/// <summary>What publishing refuses.</summary>
public static class PublicationRefusals
{
    public static readonly Refusal TitleMissing = Say("publication.title-missing", "Write a title.");
    public static readonly Refusal TitleTooLong = Say("publication.title-too-long", "A title has at most {0} characters.");
    public static readonly Refusal BodyTooLong = Say("publication.body-too-long", "A text has at most {0} characters.");
    public static readonly Refusal EndsBefore = Say("publication.ends-before", "The last day must not be before the first.");
    public static readonly Refusal DayUnreadable = Say("publication.day-unreadable", "Write the day as 13/11/2026.");
    public static readonly Refusal TimeUnreadable = Say("publication.time-unreadable", "Write the time as 10:30.");
    public static readonly Refusal Over = Say("publication.over", "Its last day is over: give it a later one first.");
    public static readonly Refusal NotOverYet = Say("publication.not-over-yet", "Its last day is not over.");
    public static readonly Refusal FileMissing = Say("publication.file-missing", "It has no file yet: add one first.");


    private static Refusal Say(string code, string text) => new(typeof(PublicationRefusals), code, text);
}
