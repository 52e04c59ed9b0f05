using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PropertySuite.Core.Pages;

/// <summary>
/// <c>&lt;field for="Code" label="…" hint="…"&gt;&lt;input class="form-control" asp-for="Code" /&gt;&lt;/field&gt;</c>: label above, hint
/// under it, what is wrong before the input. The input inside is told of both, for screen readers.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    /// <summary>Property that the field holds.</summary>
    public ModelExpression For { get; set; } = default!;

    /// <summary>The label, in the reader's language.</summary>
    public string Label { get; set; } = "";

    /// <summary>How to fill it in; null for none.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether the field takes both columns of <c>ps-fields</c>.</summary>
    public bool Wide { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, html.IdAttributeDotReplacement);
        var error = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        context.Items[typeof(FieldState)] = new FieldState(id, Hint is not null, error is not null);
        var inner = await output.GetChildContentAsync();

        output.TagName = "div";
        output.Attributes.SetAttribute("class", Wide ? "ps-field ps-wide" : "ps-field");
        if (error is not null) output.Attributes.SetAttribute("data-error", "");
        output.Content.AppendHtml(Tag("label", "form-label", Label, ("for", id)));
        if (Hint is not null) output.Content.AppendHtml(Tag("span", "form-hint", Hint, ("id", FieldState.HintOf(id))));
        if (error is not null) output.Content.AppendHtml(Tag("p", "invalid-feedback", error, ("id", FieldState.ErrorOf(id))));
        output.Content.AppendHtml(inner);
    }

    private static TagBuilder Tag(string name, string look, string text, (string Name, string Value) attribute)
    {
        var tag = new TagBuilder(name);
        tag.AddCssClass(look);
        tag.Attributes[attribute.Name] = attribute.Value;
        tag.InnerHtml.Append(text);
        return tag;
    }
}

/// <summary>What an input inside a <c>field</c> has to say of itself.</summary>
internal sealed record FieldState(string Id, bool HasHint, bool IsWrong)
{
    public static string HintOf(string id) => $"{id}-hint";

    public static string ErrorOf(string id) => $"{id}-error";

    public string? DescribedBy => (HasHint, IsWrong) switch
    {
        (true, true) => $"{HintOf(Id)} {ErrorOf(Id)}",
        (true, false) => HintOf(Id),
        (false, true) => ErrorOf(Id),
        _ => null,
    };
}

/// <summary>The input inside a <c>field</c>.</summary>
[HtmlTargetElement("input", ParentTag = "field")]
[HtmlTargetElement("select", ParentTag = "field")]
[HtmlTargetElement("textarea", ParentTag = "field")]
public sealed class FieldInputTagHelper : TagHelper
{
    // After MVC's own, which write id, name and value.
    public override int Order => 100;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FieldState), out var item) || item is not FieldState field) return;
        if (field.DescribedBy is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        if (!field.IsWrong) return;
        output.Attributes.SetAttribute("aria-invalid", "true");
        output.Attributes.SetAttribute("class", $"{output.Attributes["class"]?.Value} is-invalid".Trim());
    }
}
