namespace PropertySuite.Core;

/// <summary>
/// A named reason why something cannot be done. Declared once, in one file of its module; the code is stable and for
/// machines, the sentence is for people and is translated in the context of the class that declares it.
/// </summary>
/// <param name="Source">Class that declares it: the context of its translations.</param>
/// <param name="Code">Stable code such as <c>visit.already-inside</c>.</param>
/// <param name="Text">English sentence; may hold places such as <c>{0}</c>.</param>
public sealed record Refusal(Type Source, string Code, string Text)
{
    /// <summary>Makes the exception that says it.</summary>
    /// <param name="arguments">Values for the places. A UTC <see cref="DateTime"/> is said in the community's time.</param>
    public RefusedException With(params object[] arguments) => new(this, arguments);

    /// <summary>Makes the exception that says it at a field of the form.</summary>
    /// <param name="field">Name of the field, as the form posts it.</param>
    /// <param name="arguments">Values for the places.</param>
    public RefusedException At(string field, params object[] arguments) => new(this, arguments) { Field = field };
}
