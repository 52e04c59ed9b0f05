namespace PropertySuite.Office.Controllers;

/// <summary>What can be chosen for this browser.</summary>
public sealed class PreferencesForm
{
    /// <summary>Culture name such as <c>es</c>.</summary>
    public string Language { get; set; } = string.Empty;

    /// <summary><c>light</c>, <c>dark</c>, or empty for what the system says.</summary>
    public string Scheme { get; set; } = string.Empty;

    /// <summary>Page to go back to; a path of this site.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>The languages of this site; not read from the form.</summary>
    public IReadOnlyList<string> Languages { get; internal set; } = [];
}
