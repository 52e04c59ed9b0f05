using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>What can be done with works.</summary>
public static class PermitVerbs
{
    public static readonly Verb Draft = new("draft", "Begin an application");
    public static readonly Verb Import = new("import", "Take over from the old records");
    public static readonly Verb Submit = new("submit", "Hand in");
    public static readonly Verb Return = new("return", "Return to the applicant");
    public static readonly Verb Complete = new("complete", "Documents are complete");
    public static readonly Verb Review = new("review", "Engineering has no objection");
    public static readonly Verb Propose = new("propose", "Propose conditions");
    public static readonly Verb AcceptConditions = new("accept-conditions", "Accept the conditions");
    public static readonly Verb ChangePlan = new("change-plan", "Change the application");
    public static readonly Verb Approve = new("approve", "Approve");
    public static readonly Verb Reject = new("reject", "Reject");
    public static readonly Verb Paid = new("paid", "Everything is paid");
    public static readonly Verb Reopened = new("reopened", "Something is to be paid again");
    public static readonly Verb Sign = new("sign", "All parties have signed");
    public static readonly Verb Permit = new("permit", "Issue the permit");
    public static readonly Verb Start = new("start", "Start on site");
    public static readonly Verb Stop = new("stop", "Stop the works");
    public static readonly Verb Resume = new("resume", "Let works go on");
    public static readonly Verb AskExtension = new("ask-extension", "Ask for more time");
    public static readonly Verb Extend = new("extend", "Give more time");
    public static readonly Verb RefuseExtension = new("refuse-extension", "Give no more time");
    public static readonly Verb Overrun = new("overrun", "The last day has passed");
    public static readonly Verb ReportComplete = new("report-complete", "Works are complete");
    public static readonly Verb FailAcceptance = new("fail-acceptance", "Not accepted: defects");
    public static readonly Verb Accept = new("accept", "Accept the works");
    public static readonly Verb SecondCheck = new("second-check", "The second check is due");
    public static readonly Verb PassSecond = new("pass-second", "Second check passed");
    public static readonly Verb FailSecond = new("fail-second", "Second check found something");
    public static readonly Verb Rectified = new("rectified", "It is put right");
    public static readonly Verb SettleEarly = new("settle-early", "Settle without the second check");
    public static readonly Verb Keep = new("keep", "Keep a part of the deposit");
    public static readonly Verb ApproveSettlement = new("approve-settlement", "Approve the settlement");
    public static readonly Verb Refunded = new("refunded", "Everything is given back");
    public static readonly Verb Archive = new("archive", "Put into the unit's file");
    public static readonly Verb Cancel = new("cancel", "Give up the application");

    /// <summary>Noted: a file was added, or a paper document was seen.</summary>
    public static readonly Verb Receive = new("receive", "Document received");

    /// <summary>Noted: somebody looked at the site.</summary>
    public static readonly Verb Inspect = new("inspect", "Site inspected");

    /// <summary>Noted: a violation.</summary>
    public static readonly Verb Violate = new("violate", "Violation written down");

    /// <summary>Noted: a violation was put right.</summary>
    public static readonly Verb Cure = new("cure", "Violation put right");

    /// <summary>Noted: the application was changed.</summary>
    public static readonly Verb Edit = new("edit", "Application changed");

    /// <summary>Those that a person takes by a form with nothing but perhaps a reason, by their ids in addresses.</summary>
    public static readonly IReadOnlyList<Verb> Steps =
    [
        Submit, Return, Complete, Review, Propose, AcceptConditions, ChangePlan, Approve, Reject, Sign, Permit, Start, Stop, Resume, AskExtension, Extend, RefuseExtension,
        ReportComplete, FailAcceptance, Accept, PassSecond, FailSecond, Rectified, SettleEarly, Keep, ApproveSettlement, Archive, Cancel,
    ];
}
