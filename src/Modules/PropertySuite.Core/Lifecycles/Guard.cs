namespace PropertySuite.Core;

/// <summary>A condition of a transition, with the sentence that is shown while it does not hold.</summary>
/// <param name="Otherwise">What is said when it does not hold.</param>
/// <param name="Holds">The condition; the moment is UTC.</param>
/// <param name="Arguments">Values for the sentence; null for none.</param>
public sealed record Guard<T>(Refusal Otherwise, Func<T, DateTime, bool> Holds, Func<T, object[]>? Arguments = null) where T : class
{
    internal RefusedException? Check(T record, DateTime atUtc) =>
        Holds(record, atUtc) ? null : Otherwise.With(Arguments?.Invoke(record) ?? []);
}
