using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>What can be done with a visit, in the gate's words.</summary>
public static class VisitVerbs
{
    /// <summary>Announces a visitor.</summary>
    public static readonly Verb Invite = new("invite", "Announce a visit");

    /// <summary>Somebody comes by a recurring pass.</summary>
    public static readonly Verb Arrive = new("arrive", "Comes by a recurring pass");

    /// <summary>Registers somebody who stands at the desk.</summary>
    public static readonly Verb Register = new("register", "Register a walk-in visit");

    /// <summary>The host says yes.</summary>
    public static readonly Verb Confirm = new("confirm", "The host says yes");

    /// <summary>The host says no.</summary>
    public static readonly Verb Refuse = new("refuse", "The host says no");

    /// <summary>Nobody answers.</summary>
    public static readonly Verb GiveUp = new("give-up", "Nobody answers");

    /// <summary>The host is asked once more.</summary>
    public static readonly Verb AskAgain = new("ask-again", "Ask again");

    /// <summary>Nobody answered, and the visitor is accompanied.</summary>
    public static readonly Verb Escort = new("escort", "Let in with an escort");

    /// <summary>The office's rules ask for an approval.</summary>
    public static readonly Verb AskApproval = new("ask-approval", "Ask for approval");

    /// <summary>Approves.</summary>
    public static readonly Verb Approve = new("approve", "Approve");

    /// <summary>Does not approve.</summary>
    public static readonly Verb Deny = new("deny", "Do not approve");

    /// <summary>Lets the visitor in.</summary>
    public static readonly Verb Admit = new("admit", "Let in");

    /// <summary>A device without a connection let the visitor in.</summary>
    public static readonly Verb AdmitOffline = new("admit-offline", "Let in without a connection");

    /// <summary>Sees the visitor out.</summary>
    public static readonly Verb Leave = new("leave", "See out");

    /// <summary>The visitor has stayed too long.</summary>
    public static readonly Verb Overstay = new("overstay", "Stayed too long");

    /// <summary>The visitor stays a while longer, and the host knows.</summary>
    public static readonly Verb Extend = new("extend", "Stays longer");

    /// <summary>Turns the visitor away at the gate.</summary>
    public static readonly Verb TurnAway = new("turn-away", "Turn away");

    /// <summary>Calls it an incident.</summary>
    public static readonly Verb Escalate = new("escalate", "Report an incident");

    /// <summary>Gives the visit up.</summary>
    public static readonly Verb Cancel = new("cancel", "Cancel the visit");

    /// <summary>The window is over.</summary>
    public static readonly Verb Expire = new("expire", "The window is over");

    /// <summary>Noted: a device without a connection let somebody in, and it did not fit.</summary>
    public static readonly Verb OfflineConflict = new("offline-conflict", "Let in without a connection, not confirmed");

    /// <summary>Noted: the gate was alarmed about somebody who has stayed too long.</summary>
    public static readonly Verb Ring = new("ring", "Alarm at the gate");

    /// <summary>Noted: the host was asked by mail.</summary>
    public static readonly Verb AskByMail = new("ask-by-mail", "Ask the host by mail");

    /// <summary>Noted: the watch list has somebody like this.</summary>
    public static readonly Verb WatchHit = new("watch-hit", "Like somebody on the watch list");

    /// <summary>Noted: it is not the person of the watch list.</summary>
    public static readonly Verb ClearHit = new("clear-hit", "Not the person of the watch list");

    /// <summary>Noted: somebody looked at what is masked.</summary>
    public static readonly Verb Reveal = new("reveal", "Show what is masked");

    /// <summary>Noted: the visitor's data were deleted on request.</summary>
    public static readonly Verb Erase = new("erase", "Delete the visitor's data");
}
