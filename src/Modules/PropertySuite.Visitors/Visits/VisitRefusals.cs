using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>What visits refuse, and how it is said. Sentences name no one: guards read them aloud.</summary>
public static class VisitRefusals
{
    public static readonly Refusal NameMissing = Say("visit.name-missing", "Write the visitor's name.");
    public static readonly Refusal NameTooLong = Say("visit.name-too-long", "A name has at most 120 characters.");
    public static readonly Refusal PersonsOutOfRange = Say("visit.persons-out-of-range", "Say how many come: from 1 to 50.");
    public static readonly Refusal PlateMissing = Say("visit.plate-missing", "Enter the plate, or choose \"No\" for car.");
    public static readonly Refusal PlateMalformed = Say("visit.plate-malformed", "A plate has 2 to 12 letters and digits.");
    public static readonly Refusal PhoneMalformed = Say("visit.phone-malformed", "This is not a phone number.");
    public static readonly Refusal UnitMissing = Say("visit.unit-missing", "Choose the unit to be visited.");
    public static readonly Refusal UnitNotYours = Say("visit.unit-not-yours", "You can announce visits for your own units only.");
    public static readonly Refusal UnitUnknown = Say("visit.unit-unknown", "No unit has the code {0}.");
    public static readonly Refusal HostNotOfUnit = Say("visit.host-not-of-unit", "This person does not hold or occupy the unit today.");
    public static readonly Refusal DateUnreadable = Say("visit.date-unreadable", "Write the day as 13/11.");
    public static readonly Refusal TimeUnreadable = Say("visit.time-unreadable", "Write the time as 10:30.");
    public static readonly Refusal WindowReversed = Say("visit.window-reversed", "The end must come after the beginning.");
    public static readonly Refusal WindowOver = Say("visit.window-over", "This time has already passed.");
    public static readonly Refusal WindowTooLong = Say("visit.window-too-long", "A pass is valid for 24 hours at most.");
    public static readonly Refusal WindowTooFar = Say("visit.window-too-far", "Visits can be announced up to 60 days ahead.");
    public static readonly Refusal AnswererMissing = Say("visit.answerer-missing", "Write who answered.");
    public static readonly Refusal IdentityNotSeen = Say("visit.identity-not-seen", "Look at the visitor's identity document first, and tick that you did.");
    public static readonly Refusal TooEarly = Say("visit.too-early", "The pass begins at {0}.");
    public static readonly Refusal TooLate = Say("visit.too-late", "The pass ended at {0}.");
    public static readonly Refusal NotOverYet = Say("visit.not-over-yet", "The window is not over yet.");
    public static readonly Refusal AlreadyInside = Say("visit.already-inside", "The pass has been used: the visitor came in at {0}.");
    public static readonly Refusal AlreadyLeft = Say("visit.already-left", "The pass has been used: the visitor left at {0}.");
    public static readonly Refusal WasCancelled = Say("visit.cancelled", "The host cancelled this visit.");
    public static readonly Refusal WasRefused = Say("visit.refused", "The host does not receive this visitor.");
    public static readonly Refusal NotAnsweredYet = Say("visit.not-answered-yet", "The host has not answered yet.");
    public static readonly Refusal NobodyAnswered = Say("visit.nobody-answered", "Nobody has answered. Without an answer the visitor stays outside.");
    public static readonly Refusal NoAttemptLeft = Say("visit.no-attempt-left", "The host has been called twice without an answer.");
    public static readonly Refusal MorePersonsThanAnnounced = Say("visit.more-persons", "The pass is for {0}. Ask the host about the others.");
    public static readonly Refusal GateMissing = Say("visit.gate-missing", "Choose the gate where you stand.");
    public static readonly Refusal BadgeMissing = Say("visit.badge-missing", "Choose a badge, or \"No badge\".");
    public static readonly Refusal BadgeTaken = Say("visit.badge-taken", "This badge has just been taken. Choose another one.");
    public static readonly Refusal BadgeUnknown = Say("visit.badge-unknown", "There is no such badge, or it is out of use.");
    public static readonly Refusal BadgeReturnMissing = Say("visit.badge-return-missing", "Say whether the badge came back.");
    public static readonly Refusal BadgeNumberTaken = Say("visit.badge-number-taken", "A badge with this number exists already.");
    public static readonly Refusal BadgeNumberMissing = Say("visit.badge-number-missing", "Write the number on the badge: up to 10 characters.");
    public static readonly Refusal CodeMalformed = Say("visit.code-malformed", "The code has six digits.");
    public static readonly Refusal CodeUnknown = Say("visit.code-unknown", "No pass of today has this code. Check the digits, or search by name.");
    public static readonly Refusal TooManyTries = Say("visit.too-many-tries", "Too many wrong codes. Wait {0} minutes, scan the pass, or search by name.");
    public static readonly Refusal PassDamaged = Say("visit.pass-damaged", "This code is no pass, or part of it is missing. Hold the pass still, or type its six digits.");
    public static readonly Refusal PassForeign = Say("visit.pass-foreign", "This pass belongs to another community.");
    public static readonly Refusal PassForged = Say("visit.pass-forged", "This pass is not genuine: its signature does not fit.");
    public static readonly Refusal PassUnknown = Say("visit.pass-unknown", "This pass has been replaced or removed.");
    public static readonly Refusal PhotoTooLarge = Say("visit.photo-too-large", "The photo is larger than 8 MB. Take it again with a smaller size.");
    public static readonly Refusal StillNeeded = Say("visit.still-needed", "The visit is not over: its data are deleted afterwards.");
    public static readonly Refusal AnswerUnclear = Say("visit.answer-unclear", "Answer yes or no.");
    public static readonly Refusal AnswerNotDue = Say("visit.answer-not-due", "The host still has time to answer.");
    public static readonly Refusal LinkUsed = Say("visit.link-used", "This question has been answered, or its time is over.");
    public static readonly Refusal AskTheOffice = Say("visit.ask-the-office", "This visitor cannot be announced here. Please ask the office.");
    public static readonly Refusal OnWatchList = Say("visit.on-watch-list", "Somebody like this is on the watch list. Ask the captain of the guards.");
    public static readonly Refusal ApprovalMissing = Say("visit.approval-missing", "This visit waits for the captain's approval.");
    public static readonly Refusal ApprovalDenied = Say("visit.approval-denied", "This visit was not approved.");
    public static readonly Refusal NoApprovalAsked = Say("visit.no-approval-asked", "This visit needs no approval.");
    public static readonly Refusal WasTurnedAway = Say("visit.turned-away", "This visitor was turned away at the gate.");
    public static readonly Refusal WasEscalated = Say("visit.escalated", "An incident was reported about this visit.");
    public static readonly Refusal NotInside = Say("visit.not-inside", "The visitor is not inside.");
    public static readonly Refusal InstructionEmpty = Say("visit.instruction-empty", "Write what desk and gate are to do.");
    public static readonly Refusal ReportForged = Say("visit.report-forged", "This admission was not made by a device of this gate, or too long ago.");
    public static readonly Refusal CodeTaken = Say("visit.code-taken", "Somebody announced a visit at the same moment. Save again.");

    private static Refusal Say(string code, string text) => new(typeof(VisitRefusals), code, text);
}
