namespace PropertySuite.Subcontractors;

/// <summary>A field on a page whose model is not its form: names and says what is wrong as <c>field</c> does.</summary>
/// <param name="Name">Name of the value, as the form posts it.</param>
/// <param name="Label">Label, in the reader's language.</param>
/// <param name="Value">What it says now.</param>
/// <param name="Hint">How to fill it in; null for none.</param>
public sealed record TextField(string Name, string Label, string? Value, string? Hint = null)
{
    /// <summary>Lines; 1 is a plain input.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Whether it takes a number.</summary>
    public bool IsNumber { get; init; }
}
