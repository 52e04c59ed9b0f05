using Microsoft.Extensions.Localization;

namespace PropertySuite.Core;

/// <summary>Sentences of a module that names its refusals by code alone. Any number may be registered.</summary>
public interface IRefusalSentences
{
    /// <summary>The sentence in the reader's language; null when this module does not know the code.</summary>
    LocalizedString? Say(string code, IReadOnlyList<object> arguments);
}
