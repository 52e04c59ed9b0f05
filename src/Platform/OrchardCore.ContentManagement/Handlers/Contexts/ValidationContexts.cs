using System.ComponentModel.DataAnnotations;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Handlers;

/// <summary>Whether an item is in order, and if not, what is wrong.</summary>
public class ContentValidateResult
{
    private readonly List<ValidationResult> _errors = [];

    /// <summary>What is wrong; the member names are those of the editor, such as <c>TitlePart.Title</c>.</summary>
    public IReadOnlyList<ValidationResult> Errors => _errors;

    public bool Succeeded { get; set; } = true;

    public void Fail(ValidationResult error)
    {
        Succeeded = false;
        _errors.Add(error);
    }
}

/// <summary>An item is checked.</summary>
public class ValidateContentContext(ContentItem contentItem) : ContentContextBase(contentItem)
{
    public ContentValidateResult ContentValidateResult { get; internal init; } = new();
}

/// <summary>A part is checked.</summary>
public class ValidateContentPartContext(ContentItem contentItem) : ValidateContentContext(contentItem)
{
    public ContentTypePartDefinition ContentTypePartDefinition { get; set; } = null!;
}

/// <summary>Says what is wrong with an item.</summary>
public static class ValidateContentContextExtensions
{
    public static void Fail(this ValidateContentContext context, ValidationResult error) => context.ContentValidateResult.Fail(error);

    public static void Fail(this ValidateContentContext context, string errorMessage, params string[] memberNames) =>
        context.Fail(new ValidationResult(errorMessage, memberNames));
}

/// <summary>Says what is wrong with a part; the part's name is put before the property's.</summary>
public static class ValidateContentPartContextExtensions
{
    public static void Fail(this ValidateContentPartContext context, ValidationResult error) =>
        context.ContentValidateResult.Fail(new ValidationResult(
            error.ErrorMessage,
            [.. error.MemberNames.Select(name => $"{context.ContentTypePartDefinition.Name}.{name}")]));

    public static void Fail(this ValidateContentPartContext context, string errorMessage, string propertyName) =>
        context.Fail(new ValidationResult(errorMessage, [propertyName]));
}
