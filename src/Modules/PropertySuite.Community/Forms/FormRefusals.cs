using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace PropertySuite.Community.Forms;

/// <summary>Says a refusal at the field of a form that is to blame.</summary>
public sealed class FormRefusals(IStringLocalizerFactory texts)
{
    /// <summary>Adds the refusal's sentence, in the reader's language, to its field or to the form as a whole.</summary>
    /// <param name="prefix">Prefix of the form's fields; empty for none.</param>
    /// <param name="field">Where the form has another name for the refusal's field; null for the same.</param>
    public void Say(ModelStateDictionary form, string prefix, RefusedException refused, string? field = null)
    {
        var name = field ?? refused.Field ?? "";
        form.AddModelError(prefix.Length > 0 && name.Length > 0 ? $"{prefix}.{name}" : name, Sentence(refused));
    }

    /// <summary>The refusal's sentence in the reader's language.</summary>
    public string Sentence(RefusedException refused) =>
        texts.Create(refused.Refusal.Source)[refused.Refusal.Text, [.. refused.Arguments]].Value;
}
