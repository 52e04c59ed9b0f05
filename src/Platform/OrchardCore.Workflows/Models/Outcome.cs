using Microsoft.Extensions.Localization;

namespace OrchardCore.Workflows.Abstractions.Models;

/// <summary>A named exit of an activity.</summary>
public class Outcome
{
    /// <summary>An exit that is stored by the untranslated text.</summary>
    public Outcome(LocalizedString displayName)
        : this(displayName.Name, displayName)
    {
    }

    public Outcome(string name, LocalizedString displayName)
    {
        Name = name;
        DisplayName = displayName;
    }

    public string Name { get; }

    public LocalizedString DisplayName { get; }
}
