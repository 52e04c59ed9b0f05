using System.Globalization;
using System.Text;
using PropertySuite.Core;
using static PropertySuite.Visitors.WatchState;

namespace PropertySuite.Visitors;

/// <summary>What can be done with an entry of the watch list.</summary>
public static class WatchVerbs
{
    /// <summary>Proposes an entry.</summary>
    public static readonly Verb Propose = new("propose", "Propose an entry");

    /// <summary>Agrees to it.</summary>
    public static readonly Verb Approve = new("approve-entry", "Agree");

    /// <summary>Does not agree.</summary>
    public static readonly Verb Reject = new("reject", "Do not agree");

    /// <summary>Takes it off the list.</summary>
    public static readonly Verb Lift = new("lift", "Take off the list");

    /// <summary>Its last day is over.</summary>
    public static readonly Verb Expire = new("end", "The last day is over");
}

/// <summary>How an entry of the watch list lives (VIS-10).</summary>
public static class WatchLifecycle
{
    private static readonly Role<WatchEntryPart> Desk = Roles.With<WatchEntryPart>("Desk", VisitPermissions.Register);
    private static readonly Role<WatchEntryPart> Captain = Roles.With<WatchEntryPart>("Captain", VisitPermissions.Watch);
    private static readonly Role<WatchEntryPart> Another = Roles.With<WatchEntryPart>("Another captain", VisitPermissions.Watch, (entry, actor) => actor.Id != entry.ProposedById);
    private static readonly Role<WatchEntryPart> Lifter = Roles.With<WatchEntryPart>("Who may lift it", VisitPermissions.Watch, (entry, actor) => !entry.ManagerLifts || actor.May(VisitPermissions.Manage));
    private static readonly Role<WatchEntryPart> Manager = Roles.With<WatchEntryPart>("Manager", VisitPermissions.Manage);
    private static readonly Role<WatchEntryPart> Timer = Roles.Clock<WatchEntryPart>();

    /// <summary>The table.</summary>
    public static readonly Lifecycle<WatchEntryPart, WatchState> Table = Lifecycle
        .Of<WatchEntryPart, WatchState>(typeof(WatchLifecycle), entry => entry.State, (entry, state) => entry.State = state)
        .Start(Proposed, WatchVerbs.Propose).By(Desk, Captain)
        .From(Proposed).To(Active, WatchVerbs.Approve).By(Another)
        .From(Proposed).To(Rejected, WatchVerbs.Reject).By(Captain).AskingReason()
        .From(Active).To(Lifted, WatchVerbs.Lift).By(Lifter, Manager).AskingReason()
        .From(Proposed, Active).To(Ended, WatchVerbs.Expire).By(Timer);

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(WatchState state) => state switch
    {
        Proposed => "Proposed",
        Active => "In force",
        Rejected => "Not agreed",
        Lifted => "Taken off",
        Ended => "Ended",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(WatchState state) => state switch { Proposed => "prop", Active => "run", Ended or Lifted => "done", _ => "stop" };

    /// <summary>English name of a kind, translated in the context of this class.</summary>
    public static string Name(WatchKind kind) => kind switch
    {
        WatchKind.PersonaNonGrata => "Not wanted here",
        WatchKind.CourtOrder => "Order of a court",
        WatchKind.UnpaidDamage => "Unpaid damage",
        WatchKind.Solicitor => "Sells at the door",
        WatchKind.HostsWish => "Wish of the household",
        WatchKind.Other => "Another reason",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>English name of a level, translated in the context of this class.</summary>
    public static string Name(WatchLevel level) => level == WatchLevel.Stop ? "Stays outside" : "Hint";

    /// <summary>English name of what somebody was recognised by, translated in the context of this class.</summary>
    public static string Name(WatchMatch match) => match switch { WatchMatch.Document => "by the document", WatchMatch.Plate => "by the plate", _ => "by the name" };
}

/// <summary>Names as they are compared: without accents, case and order; titles and single letters say nothing.</summary>
public static class WatchNames
{
    private static readonly HashSet<string> Silent = ["de", "del", "la", "las", "los", "y", "da", "van", "von", "mr", "mrs", "sr", "sra", "don"];

    /// <summary>The words that tell. Of a Chinese name, its characters.</summary>
    public static IReadOnlySet<string> Words(string? name)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var letter in SearchText.Fold(name) + " ")
        {
            if (letter is >= '\u4E00' and <= '\u9FFF')
            {
                words.Add(letter.ToString(CultureInfo.InvariantCulture));
            }
            else if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
                continue;
            }

            if (word.Length > 1 && !Silent.Contains(word.ToString()))
            {
                words.Add(word.ToString());
            }

            word.Clear();
        }

        return words;
    }

    /// <summary>Whether a visitor's name holds every word of a watched one; two words at least, since one says too little.</summary>
    public static bool Matches(string? watched, string? visitor)
    {
        var words = Words(watched);
        return words.Count >= 2 && words.IsSubsetOf(Words(visitor));
    }
}

/// <summary>What the watch list refuses.</summary>
public static class WatchRefusals
{
    public static readonly Refusal NobodyNamed = Say("watch.nobody-named", "Write a name, a document or a plate.");
    public static readonly Refusal NameTooShort = Say("watch.name-too-short", "Write first name and surname: one word fits too many people.");
    public static readonly Refusal DayOver = Say("watch.day-over", "This day has passed.");
    public static readonly Refusal DayUnreadable = Say("watch.day-unreadable", "Write the day as 13/11/2026.");
    public static readonly Refusal ReviewTooFar = Say("watch.review-too-far", "The review is within a year.");
    public static readonly Refusal SecondPerson = Say("watch.second-person", "Who proposed an entry cannot agree to it: a second person looks at it.");

    private static Refusal Say(string code, string text) => new(typeof(WatchRefusals), code, text);
}
