using System.Data.Common;
using YesSql;

namespace PropertySuite.Core;

/// <summary>A unique key of an index table, and what is said when somebody else holds it.</summary>
/// <param name="Column">Column of the key.</param>
/// <param name="Refusal">What is said.</param>
/// <param name="Field">Field of the form that is to blame; null when none is.</param>
public sealed record UniqueKey(string Column, Refusal Refusal, string? Field = null)
{
    /// <summary>Names a key.</summary>
    public static UniqueKey Of(string column, Refusal refusal, string? field = null) => new(column, refusal, field);
}

/// <summary>Where the database's "no" becomes the trade's.</summary>
public static class UniqueKeys
{
    /// <summary>
    /// Writes what the session holds, now, and turns the violation of a unique key into its refusal. A race for the last
    /// badge ends here: a check before the write would let two through.
    /// </summary>
    /// <remarks>When it refuses, the session is cancelled: nothing of this request remains.</remarks>
    /// <exception cref="RefusedException">Somebody else holds one of the keys, or changed the record meanwhile.</exception>
    public static async Task FlushOrRefuseAsync(this ISession session, params UniqueKey[] keys)
    {
        try
        {
            await session.FlushAsync();
        }
        catch (ConcurrencyException)
        {
            await session.CancelAsync();
            throw SavingRefusals.ChangedMeanwhile.With();
        }
        catch (DbException exception) when (Violated(exception, keys) is { } key)
        {
            await session.CancelAsync();
            throw key.Field is null ? key.Refusal.With() : key.Refusal.At(key.Field);
        }
    }

    // Both databases name the column: SQLite as Table.Column, PostgreSQL within the constraint's name.
    private static UniqueKey? Violated(DbException exception, UniqueKey[] keys) =>
        exception.SqlState == "23505" || exception.ErrorCode == 19 || exception.Message.Contains("UNIQUE", StringComparison.Ordinal)
            ? Array.Find(keys, key => exception.Message.Contains(key.Column, StringComparison.OrdinalIgnoreCase))
            : null;
}

/// <summary>Refusals of saving.</summary>
public static class SavingRefusals
{
    /// <summary>The record has another version by now.</summary>
    public static readonly Refusal ChangedMeanwhile = new(typeof(SavingRefusals), "saving.changed-meanwhile", "Somebody changed this record a moment ago. Reload the page and compare.");
}
