namespace PropertySuite.Community;

/// <summary>What the register refuses, each with its reason.</summary>
public static class Refusals
{
    public static readonly Refusal CodeMalformed = Of("unit.code-malformed", "Write the code as on the door: building, floor and letter, such as B-07-C, or series and number, such as LC-01.");
    public static readonly Refusal CodeTaken = Of("unit.code-taken", "The code {0} belongs to another unit.");
    public static readonly Refusal CodeTakenMeanwhile = Of("unit.code-taken-meanwhile", "Somebody gave this code to another unit a moment ago.");
    public static readonly Refusal BuildingUnknown = Of("unit.building-unknown", "Choose a building of the register.");
    public static readonly Refusal FloorOutside = Of("unit.floor-outside", "{0} has floors {1} to {2}.");
    public static readonly Refusal UnitNotCompleted = Of("unit.not-completed", "The unit is not completed yet: it cannot be handed over.");
    public static readonly Refusal UnitAlreadyHandedOver = Of("unit.already-handed-over", "The unit was handed over before.");
    public static readonly Refusal UnitClosed = Of("unit.closed", "The unit is closed: only its history can be read.");
    public static readonly Refusal UnitHasTies = Of("unit.has-ties", "Somebody still holds this unit. End the ties first.");
    public static readonly Refusal UnitHasWorks = Of("unit.has-works", "Works are under way in this unit. End them first.");
    public static readonly Refusal AreaNotPositive = Of("unit.area-not-positive", "An area is more than 0 m².");
    public static readonly Refusal AreaMalformed = Of("unit.area-malformed", "Write the area in figures, such as 96.40.");
    public static readonly Refusal ShareMissing = Of("tie.share-missing", "Write the owner's share of the title in percent.");
    public static readonly Refusal ShareOutOfRange = Of("tie.share-out-of-range", "A share is more than 0 % and at most 100 %.");
    public static readonly Refusal ShareOnlyForOwners = Of("tie.share-only-for-owners", "Only owners hold a share.");
    public static readonly Refusal SharesAboveWhole = Of("tie.shares-above-whole", "The owners' shares would come to {0} %. End or change another owner's tie first.");
    public static readonly Refusal EndBeforeBeginning = Of("tie.end-before-beginning", "A tie cannot end before it begins.");
    public static readonly Refusal AlreadyEnded = Of("tie.already-ended", "This tie has already ended.");
    public static readonly Refusal ReasonMissing = Of("tie.reason-missing", "Write why the tie ends: it is kept in the history.");
    public static readonly Refusal DayMissing = Of("tie.day-missing", "Choose the day.");
    public static readonly Refusal SameTieOverlaps = Of("tie.same-overlaps", "This person has this tie already on some of these days.");
    public static readonly Refusal PersonUnknown = Of("tie.person-unknown", "Choose a person of the register.");
    public static readonly Refusal UnitUnknown = Of("tie.unit-unknown", "Choose a unit of the register.");
    public static readonly Refusal NameMissing = Of("person.name-missing", "Write the name.");
    public static readonly Refusal EmailMalformed = Of("person.email-malformed", "Write the e-mail address in full, such as name@example.com.");
    public static readonly Refusal PhoneMalformed = Of("person.phone-malformed", "Write the phone number in digits; spaces and a plus sign are fine.");
    public static readonly Refusal AccountUnknown = Of("person.account-unknown", "There is no account of that name.");
    public static readonly Refusal AccountTaken = Of("person.account-taken", "This account already belongs to {0}.");
    public static readonly Refusal BuildingCodeMalformed = Of("building.code-malformed", "A code has one to four letters or digits.");
    public static readonly Refusal BuildingCodeTaken = Of("building.code-taken", "The code {0} belongs to another building.");
    public static readonly Refusal BuildingFloorsReversed = Of("building.floors-reversed", "The top floor cannot lie below the lowest, and a floor has at least one door.");
    public static readonly Refusal EntranceCodeTaken = Of("entrance.code-taken", "The code {0} belongs to another entrance.");
    public static readonly Refusal ShortCodeTakenMeanwhile = Of("register.code-taken-meanwhile", "Somebody gave this code to another one a moment ago.");
    public static readonly Refusal AccountTakenMeanwhile = Of("person.account-taken-meanwhile", "Somebody linked this account to another person a moment ago.");

    private static Refusal Of(string code, string text) => new(typeof(Refusals), code, text);
}
