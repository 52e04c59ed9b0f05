using System.Globalization;

namespace PropertySuite.Core;

/// <summary>
/// A rule of the trade said no. Turned into 409 (or 422 when a field is to blame) at one place, in the reader's
/// language; everything that the request had begun is undone. Ignoring a refusal takes effort, since it is an exception.
/// </summary>
public sealed class RefusedException : Exception
{
    /// <summary>Refuses.</summary>
    /// <param name="refusal">The named reason.</param>
    /// <param name="arguments">Values for the places of its sentence: a code, a day, a figure. Never personal data.</param>
    public RefusedException(Refusal refusal, params object[] arguments)
        : base(string.Format(CultureInfo.InvariantCulture, refusal.Text, arguments))
    {
        Refusal = refusal;
        Arguments = arguments;
    }

    /// <summary>Refuses by code alone; the sentence comes from the module's <see cref="IRefusalSentences"/>.</summary>
    /// <param name="code">A constant of the module that refuses.</param>
    /// <param name="arguments">Values for the places of its sentence.</param>
    public RefusedException(string code, params object[] arguments) : this(new Refusal(typeof(RefusedException), code, code), arguments)
    {
    }

    /// <summary>The named reason.</summary>
    public Refusal Refusal { get; }

    /// <summary>Values for the sentence's places, in order.</summary>
    public IReadOnlyList<object> Arguments { get; }

    /// <summary>Field of the form that is to blame; null when none is.</summary>
    public string? Field { get; init; }

    /// <summary>Names the rule; stable, so that tests and other programs can rely on it.</summary>
    public string Code => Refusal.Code;

    /// <summary>The same refusal, said at a field.</summary>
    public RefusedException At(string field) => new(Refusal, [.. Arguments]) { Field = field };
}
