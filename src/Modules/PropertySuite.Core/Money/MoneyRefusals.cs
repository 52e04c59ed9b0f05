namespace PropertySuite.Core;

/// <summary>What the book of money refuses.</summary>
public static class MoneyRefusals
{
    public static readonly Refusal AmountUnreadable = Say("money.amount-unreadable", "Write an amount, such as 80 or 194,78.");
    public static readonly Refusal AmountWrong = Say("money.amount-wrong", "The amount has to be more than 0 and at most 10 million.");
    public static readonly Refusal TooFine = Say("money.too-fine", "The amount has more decimals than the currency.");
    public static readonly Refusal NothingOpen = Say("money.nothing-open", "Nothing is open here any more.");
    public static readonly Refusal MoreThanOpen = Say("money.more-than-open", "Only {0} are open.");
    public static readonly Refusal MoreThanHeld = Say("money.more-than-held", "Only {0} are left of what was paid.");
    public static readonly Refusal PayerMissing = Say("money.payer-missing", "Write who pays: it stands on the receipt.");
    public static readonly Refusal DidNotPay = Say("money.did-not-pay", "This person has not paid. Money goes back to who paid it.");
    public static readonly Refusal NoDeposit = Say("money.no-deposit", "Only a deposit can be kept in part.");
    public static readonly Refusal UsedSince = Say("money.used-since", "What was paid has been kept or given back since. Reverse that first.");
    public static readonly Refusal IsReversal = Say("money.is-reversal", "A reversal cannot be reversed. Enter it anew.");
    public static readonly Refusal ReversedAlready = Say("money.reversed-already", "This entry has been reversed already.");
    public static readonly Refusal EnteredMeanwhile = Say("money.entered-meanwhile", "This has just been entered. Reload the page.");
    public static readonly Refusal Unknown = Say("money.unknown", "There is no such demand.");

    private static Refusal Say(string code, string text) => new(typeof(MoneyRefusals), code, text);
}
