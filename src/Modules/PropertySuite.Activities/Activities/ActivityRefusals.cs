using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>What activities, registrations and shifts refuse, and how it is said.</summary>
public static class ActivityRefusals
{
    public static readonly Refusal TitleMissing = Say("activity.title-missing", "Write the title in one language at least.");
    public static readonly Refusal TooLong = Say("activity.too-long", "At most {0} characters.");
    public static readonly Refusal PlaceMissing = Say("activity.place-missing", "Write where it takes place.");
    public static readonly Refusal TimeMissing = Say("activity.time-missing", "Write when it takes place.");
    public static readonly Refusal DayUnreadable = Say("activity.day-unreadable", "Write the day as 21/11/2026.");
    public static readonly Refusal TimeUnreadable = Say("activity.time-unreadable", "Write the time as 18:30.");
    public static readonly Refusal TimeReversed = Say("activity.time-reversed", "The end must come after the beginning.");
    public static readonly Refusal TimeTooLong = Say("activity.time-too-long", "An activity lasts 31 days at most.");
    public static readonly Refusal TimeOver = Say("activity.time-over", "This time has already passed.");
    public static readonly Refusal TimeKnown = Say("activity.time-known", "People know this time. Set a new date with its own button, so that they are told.");
    public static readonly Refusal NumberMalformed = Say("activity.number-malformed", "Write a whole number.");
    public static readonly Refusal CostMalformed = Say("activity.cost-malformed", "Write the cost as a number, such as 450 or 450,50.");
    public static readonly Refusal CostNeedsApproval = Say("activity.cost-needs-approval", "It costs more than {0}: the manager approves it first.");
    public static readonly Refusal CapacityOutOfRange = Say("activity.capacity-out-of-range", "Write how many places there are, from 1 to {0}, or leave it empty.");
    public static readonly Refusal CapacityBelowTaken = Say("activity.capacity-below-taken", "{0} places have been given away already.");
    public static readonly Refusal PartyOutOfRange = Say("activity.party-out-of-range", "Write how many may come with one registration, from 1 to {0}.");
    public static readonly Refusal DeadlineAfterStart = Say("activity.deadline-after-start", "Registration ends before the activity begins.");
    public static readonly Refusal DeadlineBeforeOpening = Say("activity.deadline-before-opening", "Registration ends after it begins.");
    public static readonly Refusal OpeningAfterStart = Say("activity.opening-after-start", "Registration begins before the activity does.");
    public static readonly Refusal PublishUnset = Say("activity.publish-unset", "Write when it is to be published.");
    public static readonly Refusal PublishPast = Say("activity.publish-past", "This moment has passed. Publish it now, or choose a later one.");
    public static readonly Refusal PublishAfterStart = Say("activity.publish-after-start", "It is published before it begins.");
    public static readonly Refusal NotStarted = Say("activity.not-started", "It has not begun yet: it begins on {0}.");
    public static readonly Refusal NoRegistration = Say("activity.no-registration", "Nobody needs to register for this.");
    public static readonly Refusal OpensLater = Say("activity.opens-later", "Registration opens on {0}.");
    public static readonly Refusal DeadlinePassed = Say("activity.deadline-passed", "Registration ended on {0}.");
    public static readonly Refusal SummaryMissing = Say("activity.summary-missing", "Write what it was like first.");
    public static readonly Refusal SummaryTooEarly = Say("activity.summary-too-early", "The summary is written when it is over.");
    public static readonly Refusal Written = Say("activity.over", "It is over or cancelled: its notice stays as it was.");

    public static readonly Refusal PictureUnsaid = Say("activity.picture-unsaid", "Say what is to be seen: for whoever cannot see the picture.");
    public static readonly Refusal PictureMissing = Say("activity.picture-missing", "Choose a picture.");
    public static readonly Refusal ConsentMissing = Say("activity.consent-missing", "Tick that everybody who can be recognised has agreed.");

    public static readonly Refusal NotForYou = Say("registration.not-for-you", "This activity is for owners and operators only.");
    public static readonly Refusal UnitNotYours = Say("registration.unit-not-yours", "You can register for your own unit only.");
    public static readonly Refusal PersonUnknown = Say("registration.person-unknown", "Your account is not joined to anybody of the register. Ask the office.");
    public static readonly Refusal PersonsOutOfRange = Say("registration.persons-out-of-range", "Say how many come: from 1 to {0}.");
    public static readonly Refusal MoreThanPlaces = Say("registration.more-than-places", "There are only {0} places altogether.");
    public static readonly Refusal AlreadyRegistered = Say("registration.already-registered", "You have registered already. Look under “My registrations”.");
    public static readonly Refusal UnitRegistered = Say("registration.unit-registered", "Your unit has registered already: each unit registers once.");
    public static readonly Refusal PlaceTaken = Say("registration.place-taken", "Somebody took this place at the same moment. Register again.");
    public static readonly Refusal NotOpen = Say("registration.not-open", "Nobody can register at this moment.");
    public static readonly Refusal OfferOver = Say("registration.offer-over", "The place was kept for you until {0}.");
    public static readonly Refusal OfferRuns = Say("registration.offer-runs", "The place is still kept.");
    public static readonly Refusal Begun = Say("registration.begun", "The activity has begun.");
    public static readonly Refusal DoorClosed = Say("registration.door-closed", "Who came is noted from two hours before the beginning on.");
    public static readonly Refusal CodeUnknown = Say("registration.code-unknown", "No registration for this activity has this code. Look for the name in the list.");
    public static readonly Refusal CodeMissing = Say("registration.code-missing", "Type the code, or scan it.");
    public static readonly Refusal RemarkTooLong = Say("registration.remark-too-long", "At most 300 characters.");

    public static readonly Refusal ShiftUnknown = Say("shift.unknown", "There is no such shift any more.");
    public static readonly Refusal ShiftFull = Say("shift.full", "Enough volunteers have signed up for this shift. Thank you.");
    public static readonly Refusal ShiftTwice = Say("shift.twice", "You have signed up for this shift already.");
    public static readonly Refusal ShiftOver = Say("shift.over", "This shift has begun.");
    public static readonly Refusal ShiftNotOver = Say("shift.not-over", "The shift is not over yet.");
    public static readonly Refusal ShiftTaskMissing = Say("shift.task-missing", "Write what is to be done.");
    public static readonly Refusal ShiftTooLong = Say("shift.too-long", "A shift lasts 24 hours at most.");
    public static readonly Refusal ShiftNeedsOutOfRange = Say("shift.needs-out-of-range", "Say how many are needed: from 1 to 200.");
    public static readonly Refusal ShiftTaken = Say("shift.taken", "Volunteers have signed up for “{0}”: it cannot be removed.");
    public static readonly Refusal HoursOutOfRange = Say("shift.hours-out-of-range", "Write the hours as a number from 0.25 to 24.");

    private static Refusal Say(string code, string text) => new(typeof(ActivityRefusals), code, text);
}
