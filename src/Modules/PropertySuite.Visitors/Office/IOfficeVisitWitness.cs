using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Told of every step of every visit to the office, in the transaction that books it. Any number may be registered.</summary>
public interface IOfficeVisitWitness
{
    /// <summary>Something happened with a visit to the office.</summary>
    /// <param name="visit">The visit after it.</param>
    /// <param name="steps">Steps and notes, in order; at least one.</param>
    Task HappenedAsync(OfficeVisitPart visit, IReadOnlyList<Step> steps);
}
