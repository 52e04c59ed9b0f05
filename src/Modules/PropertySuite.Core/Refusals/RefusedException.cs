namespace PropertySuite.Core;

/// <summary>
/// A rule of the trade said no. The code names the rule (<c>tie.shares-above-whole</c>) and becomes a sentence in the
/// reader's language where it is shown; ignoring a refusal takes effort, since it is an exception.
/// </summary>
/// <param name="code">A constant of the module that refuses.</param>
/// <param name="arguments">What the sentence names: a code, a day, a figure. Never personal data.</param>
public sealed class RefusedException(string code, params object[] arguments) : Exception(code)
{
    /// <summary>Names the rule; stable, so that tests and other programs can rely on it.</summary>
    public string Code { get; } = code;

    /// <summary>Values for the sentence's places, in order.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
