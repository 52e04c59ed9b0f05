using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace OrchardCore.Mvc.ModelBinding;

public static class ModelStateDictionaryExtensions
{
    public static void AddModelError(this ModelStateDictionary modelState, ModelError error)
        => modelState.AddModelError(error.Key, error.Message);

    public static void AddModelErrors(this ModelStateDictionary modelState, IEnumerable<ModelError> errors)
    {
        foreach (var error in errors)
            modelState.AddModelError(error);
    }

    /// <summary>Adds an error to the field that was bound with this prefix.</summary>
    public static void AddModelError(this ModelStateDictionary modelState, string prefix, string key, string errorMessage)
        => modelState.AddModelError(string.IsNullOrEmpty(prefix) ? key : string.IsNullOrEmpty(key) ? prefix : $"{prefix}.{key}", errorMessage);

    public static void BindValidationResults(this ModelStateDictionary modelState, string prefix, IEnumerable<ValidationResult> validationResults)
    {
        foreach (var item in validationResults ?? [])
            modelState.BindValidationResult(prefix, item);
    }

    /// <summary>Adds the result's message to each of its members, or to the whole when it names none.</summary>
    public static void BindValidationResult(this ModelStateDictionary modelState, string prefix, ValidationResult item)
    {
        var members = item.MemberNames.ToArray();
        foreach (var member in members.Length == 0 ? [string.Empty] : members)
            modelState.AddModelError(prefix, member, item.ErrorMessage ?? string.Empty);
    }
}

/// <summary>An error with the key of the field it belongs to.</summary>
public class ModelError
{
    public string Key { get; set; } = string.Empty;

    public string Message { get; set; } = string.Empty;
}
