using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>What can be done with a visit, in the gate's words.</summary>
public static class VisitVerbs
{
    /// <summary>Announces a visitor.</summary>
    public static readonly Verb Invite = new("invite", "Announce a visit");

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

    /// <summary>Lets the visitor in.</summary>
    public static readonly Verb Admit = new("admit", "Let in");

    /// <summary>Sees the visitor out.</summary>
    public static readonly Verb Leave = new("leave", "See out");

    /// <summary>Gives the visit up.</summary>
    public static readonly Verb Cancel = new("cancel", "Cancel the visit");

    /// <summary>The window is over.</summary>
    public static readonly Verb Expire = new("expire", "The window is over");

    /// <summary>A device without a connection let the visitor in.</summary>
    public static readonly Verb AdmitOffline = new("admit-offline", "Let in without a connection");

    /// <summary>Noted: a device without a connection let somebody in, and it did not fit.</summary>
    public static readonly Verb OfflineConflict = new("offline-conflict", "Let in without a connection, not confirmed");
}
