using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>What can be done with a case.</summary>
public static class ComplaintVerbs
{
    public static readonly Verb Register = new("register", "Log the case");
    public static readonly Verb Answer = new("answer", "Answer at once");
    public static readonly Verb Accept = new("accept", "Accept");
    public static readonly Verb Assign = new("assign", "Assign");
    public static readonly Verb Grab = new("take", "Take it on");
    public static readonly Verb Contact = new("contact", "Log the first contact");
    public static readonly Verb WaitOwner = new("wait-owner", "Wait for the resident");
    public static readonly Verb WaitThird = new("wait-third", "Wait for somebody else");
    public static readonly Verb Defer = new("defer", "Put off until a day");
    public static readonly Verb Resume = new("resume", "Go on");
    public static readonly Verb Propose = new("propose", "Propose a solution");
    public static readonly Verb Agree = new("agree", "It is solved");
    public static readonly Verb Disagree = new("disagree", "It is not solved");
    public static readonly Verb Close = new("close", "Close");
    public static readonly Verb VisitedWell = new("visited-well", "Visited: satisfied");
    public static readonly Verb VisitedBadly = new("visited-badly", "Visited: not satisfied");
    public static readonly Verb Reopen = new("reopen", "Reopen");
    public static readonly Verb Withdraw = new("withdraw", "Take back");
    public static readonly Verb Unfound = new("unfounded", "There is nothing in it");
    public static readonly Verb Merge = new("merge", "Join with another case");

    /// <summary>Noted: the clock says that time is running out.</summary>
    public static readonly Verb Warn = new("warn", "Most of the time is over");

    /// <summary>Noted: the clock says that it is late.</summary>
    public static readonly Verb Breach = new("breach", "The deadline has passed");

    /// <summary>Noted: the clock says that it is late still.</summary>
    public static readonly Verb BreachAgain = new("breach-again", "Still not solved after the deadline");

    /// <summary>Noted: nobody has looked at it in time.</summary>
    public static readonly Verb Unacknowledged = new("unacknowledged", "Not acknowledged in time");

    /// <summary>Noted: somebody says that it needs somebody above.</summary>
    public static readonly Verb Escalate = new("escalate", "Escalate");

    /// <summary>Noted: it has another level.</summary>
    public static readonly Verb Regrade = new("regrade", "Change the level");

    /// <summary>Noted: nobody was there at the return visit.</summary>
    public static readonly Verb Missed = new("missed", "Return visit: nobody there");

    /// <summary>Noted: a work order was sent.</summary>
    public static readonly Verb OrderSent = new("order-sent", "Work order sent");

    /// <summary>Noted: a work order came back.</summary>
    public static readonly Verb OrderBack = new("order-back", "Work order reported back");

    /// <summary>Noted: another case was joined with this one.</summary>
    public static readonly Verb Joined = new("joined", "Another case was joined with this one");
}
