using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PropertySuite.Platform.Display.TagHelpers;

/// <summary><c>asp-validation-class-for</c>: marks an element whose field has errors.</summary>
[HtmlTargetElement("*", Attributes = "asp-validation-class-for")]
public class ValidationClassTagHelper : TagHelper
{
    [HtmlAttributeName("asp-validation-class-for")]
    public ModelExpression For { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var key = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        if (!ViewContext.ViewData.ModelState.TryGetValue(key, out var entry) || entry.ValidationState != ModelValidationState.Invalid)
            return;

        output.AddClass("has-validation-error", System.Text.Encodings.Web.HtmlEncoder.Default);
        output.Attributes.SetAttribute("data-error", string.Empty);
    }
}
