namespace PropertySuite.Core;

/// <summary>
/// Where modules demand money and see what became of it. One small contract: keys make each act happen once, entries are never
/// edited, deposits are held for who paid them.
/// </summary>
public interface IMoneyBook
{
    /// <summary>Demands a sum; the same key demands once.</summary>
    /// <exception cref="RefusedException">The amount is nothing, or finer than the currency.</exception>
    Task<Demand> DemandAsync(MoneyAsk ask, Actor by);

    /// <summary>The demand with this id; null when there is none.</summary>
    Task<Demand?> FindAsync(string? demandId);

    /// <summary>All demands of a record, in the order in which they were made.</summary>
    Task<IReadOnlyList<Demand>> OfRecordAsync(string recordId);

    /// <summary>What became of a demand, the latest first.</summary>
    Task<IReadOnlyList<MoneyEntry>> EntriesAsync(string demandId);

    /// <summary>Records a payment; the same key records it once. When nothing of the record is open any more, witnesses hear it.</summary>
    /// <param name="on">Day on which the money came, where it is not today; null for today.</param>
    Task<MoneyEntry> PayAsync(string demandId, string key, decimal amount, PaymentMethod method, string? reference, string payerName, Actor by, DateOnly? on = null);

    /// <summary>Takes an entry back by another one, once. The record's witnesses hear when something is open again.</summary>
    Task<MoneyEntry> ReverseAsync(string entryId, string reason, Actor by);

    /// <summary>Keeps a part of a deposit.</summary>
    Task<MoneyEntry> DeductAsync(string demandId, string key, decimal amount, string reason, Actor by);

    /// <summary>Gives back to who paid, unless a witness of the record says that it is too early.</summary>
    Task<MoneyEntry> RefundAsync(string demandId, string key, decimal amount, string payeeName, PaymentMethod method, string? reference, Actor by);

    /// <summary>Demands nothing more; what was paid stays to be given back.</summary>
    Task CancelAsync(string demandId, string reason, Actor by);

    /// <summary>The community's currency.</summary>
    Task<string> CurrencyAsync();
}

/// <summary>
/// A module that has to know what becomes of its records' money. Called in the transaction of the entry, for records of every module: look
/// whether the id is one of yours. Any number may be registered.
/// </summary>
public interface IMoneyWitness
{
    /// <summary>Everything demanded for a record is paid.</summary>
    Task PaidAsync(string recordId);

    /// <summary>Something of a record is open again: a payment was reversed.</summary>
    Task ReopenedAsync(string recordId) => Task.CompletedTask;

    /// <summary>Why money of a record may not go back yet; null when it may, or when the record is another module's.</summary>
    Task<RefusedException?> WhyNoRefundAsync(Demand demand, decimal amount) => Task.FromResult<RefusedException?>(null);

    /// <summary>Money of a record went back.</summary>
    Task RefundedAsync(string recordId) => Task.CompletedTask;
}
