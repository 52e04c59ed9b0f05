using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>What can be done with an activity, in the editor's words.</summary>
public static class ActivityVerbs
{
    /// <summary>Begins a notice.</summary>
    public static readonly Verb Write = new("write", "Write an activity");

    /// <summary>Asks the manager.</summary>
    public static readonly Verb Propose = new("propose", "Propose to the manager");

    /// <summary>Agrees to the cost.</summary>
    public static readonly Verb Approve = new("approve", "Approve the cost");

    /// <summary>Gives a proposal back.</summary>
    public static readonly Verb Return = new("return", "Give back");

    /// <summary>Publishes at a later moment.</summary>
    public static readonly Verb Schedule = new("schedule", "Schedule the publication");

    /// <summary>Takes the date of publication back.</summary>
    public static readonly Verb Withdraw = new("withdraw", "Do not publish yet");

    /// <summary>Publishes.</summary>
    public static readonly Verb Publish = new("publish", "Publish");

    /// <summary>Lets residents register.</summary>
    public static readonly Verb Open = new("open", "Open registration");

    /// <summary>The last place is taken.</summary>
    public static readonly Verb Fill = new("fill", "The last place is taken");

    /// <summary>A place is free again.</summary>
    public static readonly Verb Free = new("free", "A place is free again");

    /// <summary>Ends registration.</summary>
    public static readonly Verb Close = new("close", "Close registration");

    /// <summary>It took place.</summary>
    public static readonly Verb Hold = new("hold", "It took place");

    /// <summary>Publishes what it was like.</summary>
    public static readonly Verb Summarise = new("summarise", "Publish the summary");

    /// <summary>Does not take place at its time.</summary>
    public static readonly Verb Postpone = new("postpone", "Postpone");

    /// <summary>Gets a new time.</summary>
    public static readonly Verb Move = new("move", "Set a new date");

    /// <summary>Does not take place.</summary>
    public static readonly Verb Cancel = new("cancel", "Cancel the activity");

    /// <summary>Noted: the notice was changed.</summary>
    public static readonly Verb Revise = new("revise", "Change the notice");

    /// <summary>Noted: those who registered are reminded.</summary>
    public static readonly Verb Remind = new("remind", "Remind those who registered");
}
