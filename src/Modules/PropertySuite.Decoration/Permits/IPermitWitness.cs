using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>Told of every step of all works, in the transaction that books it: messages, workflows. Any number may be registered.</summary>
public interface IPermitWitness
{
    /// <summary>Something happened.</summary>
    /// <param name="permit">The record after it.</param>
    /// <param name="steps">Steps and notes, in order; at least one.</param>
    Task HappenedAsync(PermitPart permit, IReadOnlyList<Step> steps);
}
