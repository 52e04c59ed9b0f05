using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Told of every step of every visit, in the transaction that books it: mail, workflows, figures. Any number may be registered.</summary>
public interface IVisitWitness
{
    /// <summary>Something happened with a visit.</summary>
    /// <param name="visit">The visit after it.</param>
    /// <param name="steps">Steps and notes, in order; at least one.</param>
    Task HappenedAsync(VisitPart visit, IReadOnlyList<Step> steps);
}
