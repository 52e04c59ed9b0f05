using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>What this area refuses.</summary>
public static class ServiceRefusals
{
    public static readonly Refusal NameMissing = Say("service.name-missing", "Write the name.");
    public static readonly Refusal CompanyTwice = Say("service.company-twice", "There is a company of this name already.");
    public static readonly Refusal AccountUnknown = Say("service.account-unknown", "There is no account named “{0}”.");
    public static readonly Refusal AccountTaken = Say("service.account-taken", "One of the accounts belongs to another company already.");
    public static readonly Refusal DayUnreadable = Say("service.day-unreadable", "Write a day, such as 31/03/2027.");
    public static readonly Refusal DayMissing = Say("service.day-missing", "Write the last day of the document.");
    public static readonly Refusal NumberUnreadable = Say("service.number-unreadable", "Write a number, such as 250 or 96,5.");
    public static readonly Refusal CompanyMissing = Say("service.company-missing", "Choose a company.");
    public static readonly Refusal CompanyBlocked = Say("service.company-blocked", "The company is blocked: a document that it needs is missing or has expired. Record the new one first.");
    public static readonly Refusal ContractMissing = Say("service.contract-missing", "Choose a contract that is running.");
    public static readonly Refusal EndBeforeStart = Say("service.end-before-start", "The last day lies before the first.");
    public static readonly Refusal FeeWrong = Say("service.fee-wrong", "Write the fee of a month, an amount above 0.");
    public static readonly Refusal BandsWrong = Say("service.bands-wrong", "Write a line for each grade, such as 85 = 98: scores from 0 to 100, falling, the last one 0; shares from 0 to 100.");
    public static readonly Refusal NoEvaluation = Say("service.no-evaluation", "First evaluate the contract: the last evaluation is older than a year or says something else.");
    public static readonly Refusal EvaluationWrong = Say("service.evaluation-wrong", "Write a number from 0 to 100.");

    public static readonly Refusal ScopeMissing = Say("tender.scope-missing", "Write what is needed.");
    public static readonly Refusal CriteriaWrong = Say("tender.criteria-wrong", "Write a line for each criterion, such as Price = 40. The weights add up to 100; now they add up to {0}.");
    public static readonly Refusal EvaluatorsMissing = Say("tender.evaluators-missing", "Choose at least one evaluator.");
    public static readonly Refusal BidsDueInPast = Say("tender.bids-due-past", "The last moment for bids lies in the past.");
    public static readonly Refusal BidLate = Say("tender.bid-late", "The time for bids is over: a late bid is not taken.");
    public static readonly Refusal BidTwice = Say("tender.bid-twice", "This company has handed in a bid already; it stays sealed until the opening.");
    public static readonly Refusal TooEarly = Say("tender.too-early", "Bids are opened when their time is over, not before {0}.");
    public static readonly Refusal TooFewBids = Say("tender.too-few-bids", "Bids of at least three companies are needed; {0} are in. Extend the time or cancel.");
    public static readonly Refusal NotEvaluator = Say("tender.not-evaluator", "You are not among the evaluators of this choice.");
    public static readonly Refusal ScoredAlready = Say("tender.scored-already", "You have handed in your scores already.");
    public static readonly Refusal ConflictMissing = Say("tender.conflict-missing", "Declare that you have no interest in any of the companies. Who has one does not score.");
    public static readonly Refusal ScoreMissing = Say("tender.score-missing", "Every bid needs a number from 0 to 100 for every criterion.");
    public static readonly Refusal ScoresMissing = Say("tender.scores-missing", "Not all evaluators have scored: {0} of {1}.");
    public static readonly Refusal BidUnknown = Say("tender.bid-unknown", "Choose one of the bids.");

    public static readonly Refusal ChecklistMissing = Say("inspection.checklist-missing", "Choose a checklist.");
    public static readonly Refusal PlaceMissing = Say("inspection.place-missing", "Write the place.");
    public static readonly Refusal SheetIncomplete = Say("inspection.sheet-incomplete", "Some items have no answer or lack their photo.");

    public static readonly Refusal FindingMissing = Say("finding.text-missing", "Write what was found.");
    public static readonly Refusal AnswerMissing = Say("finding.answer-missing", "Write what was done.");
    public static readonly Refusal NotDue = Say("finding.not-due", "The time for it is not over yet.");

    public static readonly Refusal PeriodWrong = Say("statement.period-wrong", "Choose a month that is over and in which the contract was running.");
    public static readonly Refusal StatementTwice = Say("statement.twice", "There is a statement of this contract for this month already.");
    public static readonly Refusal NothingToScore = Say("statement.nothing-to-score", "Nothing of this month can be scored: no inspection is confirmed.");
    public static readonly Refusal SecondPerson = Say("statement.second-person", "Who drafted a statement does not approve it: somebody else has to.");
    public static readonly Refusal PointsWrong = Say("statement.points-wrong", "Write points from -100 to 100, other than 0.");

    private static Refusal Say(string code, string text) => new(typeof(ServiceRefusals), code, text);
}
