#nullable enable
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using OrchardCore.ContentManagement;

namespace PropertySuite.Platform.Display;

/// <summary>
/// Drivers bind forms to parts and fields directly. Of these only what was asked for is checked: not the item around
/// them, and not that their texts are there, which the handlers of content decide.
/// </summary>
internal sealed class ContentElementMetadata : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if (context.Key.MetadataKind != ModelMetadataKind.Property || !typeof(ContentElement).IsAssignableFrom(context.Key.ContainerType))
            return;

        var metadata = context.ValidationMetadata;
        if (!context.PropertyAttributes!.OfType<RequiredAttribute>().Any())
        {
            metadata.IsRequired = false;
            foreach (var implicitly in metadata.ValidatorMetadata.OfType<RequiredAttribute>().ToList())
                metadata.ValidatorMetadata.Remove(implicitly);
        }

        if (context.Key.Name is nameof(ContentElement.ContentItem) or nameof(ContentElement.Content) || typeof(ContentElement).IsAssignableFrom(context.Key.ModelType))
            metadata.ValidateChildren = false;
    }
}
