using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>What works in a unit are refused for.</summary>
public static class PermitRefusals
{
    public static readonly Refusal UnitNotYours = Say("works.unit-not-yours", "You hold this unit no more, or not yet.");
    public static readonly Refusal UnitUnknown = Say("works.unit-unknown", "No unit has this code.");
    public static readonly Refusal ApplicantMissing = Say("works.applicant-missing", "Choose who applies: somebody who holds the unit today.");
    public static readonly Refusal OpenAlready = Say("works.open-already", "This unit has works that are not finished. One permit at a time.");
    public static readonly Refusal ScopeMissing = Say("works.scope-missing", "Choose what is worked on.");
    public static readonly Refusal ContractorMissing = Say("works.contractor-missing", "Write the name of the firm.");
    public static readonly Refusal SiteManagerMissing = Say("works.site-manager-missing", "Write who answers for the site.");
    public static readonly Refusal PhoneMissing = Say("works.phone-missing", "Write a phone number of who answers for the site.");
    public static readonly Refusal DayUnreadable = Say("works.day-unreadable", "Write a day, such as 16/11/2026.");
    public static readonly Refusal DaysReversed = Say("works.days-reversed", "The last day comes before the first one.");
    public static readonly Refusal DayOver = Say("works.day-over", "The first day has passed.");
    public static readonly Refusal TooLong = Say("works.too-long", "Works take at most half a year; apply again for what remains.");
    public static readonly Refusal WorkersWrong = Say("works.workers-wrong", "Write how many workers need a pass: 0 to 60.");
    public static readonly Refusal NotEditable = Say("works.not-editable", "The application has been handed in. The office returns it if something has to change.");
    public static readonly Refusal PlanIncomplete = Say("works.plan-incomplete", "Scope, firm and who answers for the site have to be written.");
    public static readonly Refusal RulesNotAcknowledged = Say("works.rules-not-acknowledged", "The house rules for works have to be acknowledged.");
    public static readonly Refusal DocumentsMissing = Say("works.documents-missing", "{0} documents are missing.");
    public static readonly Refusal NotReviewed = Say("works.not-reviewed", "Engineering has not looked at it yet.");
    public static readonly Refusal ReviewedAlready = Say("works.reviewed-already", "Engineering has looked at it.");
    public static readonly Refusal NotPaid = Say("works.not-paid", "Fees and deposits are not all paid.");
    public static readonly Refusal NotSigned = Say("works.not-signed", "The agreement is not signed by all parties.");
    public static readonly Refusal SignedAlready = Say("works.signed-already", "The agreement is signed.");
    public static readonly Refusal ViolationOpen = Say("works.violation-open", "A violation has not been put right yet.");
    public static readonly Refusal ViolationUnknown = Say("works.violation-unknown", "Choose a violation of the catalogue.");
    public static readonly Refusal NotOnSite = Say("works.not-on-site", "No works go on: there is nothing to inspect.");
    public static readonly Refusal ExtendedTwice = Say("works.extended-twice", "More time has been given twice. A new application is needed.");
    public static readonly Refusal NoLonger = Say("works.no-longer", "The new last day has to be later than {0}.");
    public static readonly Refusal NotOverYet = Say("works.not-over-yet", "The last day has not passed.");
    public static readonly Refusal SecondCheckTooEarly = Say("works.second-check-early", "The second check is not due yet.");
    public static readonly Refusal RefundTooEarly = Say("works.refund-early", "The deposit goes back after the second check, when the settlement is approved.");
    public static readonly Refusal KeptTooMuch = Say("works.kept-too-much", "Only {0} of the deposits are left.");
    public static readonly Refusal DocumentUnknown = Say("works.document-unknown", "Choose which document it is.");
    public static readonly Refusal FileMissing = Say("works.file-missing", "Choose a file, or tick that the paper was seen.");
    public static readonly Refusal SettingUnreadable = Say("works.setting-unreadable", "Line {0} cannot be read. Write the type, the fee and the deposit: T3; 100; 900");

    private static Refusal Say(string code, string text) => new(typeof(PermitRefusals), code, text);
}
