using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace PropertySuite.Core.Pages;

/// <summary>Something that a picker offers or that was chosen.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the reader sees.</param>
/// <param name="Note">A few words beside it; null for none.</param>
public sealed record PickerChoice(string Value, string Text, string? Note = null);

/// <summary>
/// <c>&lt;picker name="Unit" search="/…/Search" chosen="…" offered="…" /&gt;</c> inside a <c>field</c>: chooses one or several out of
/// many. With script it is a search box with suggestions; <c>search</c> answers <c>?q=…</c> with
/// <c>[{ "id": …, "displayText": …, "note": … }]</c>. Without script it is a list, and a box that sends <c>{name}.Find</c>:
/// whoever reads the form looks for those words and shows the list again with what was found.
/// </summary>
[HtmlTargetElement("picker", Attributes = "name,search", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PickerTagHelper(IStringLocalizer<PickerTagHelper> S, IHtmlGenerator html) : TagHelper
{
    /// <summary>Name of the form's value, with its prefix.</summary>
    public string Name { get; set; } = "";

    /// <summary>Address that answers the search.</summary>
    public string Search { get; set; } = "";

    /// <summary>Whether several can be chosen.</summary>
    public bool Multiple { get; set; }

    /// <summary>Whether one has to be chosen: only a word for the reader.</summary>
    public bool Required { get; set; }

    /// <summary>What is chosen now.</summary>
    public IEnumerable<PickerChoice> Chosen { get; set; } = [];

    /// <summary>What the list without script offers besides.</summary>
    public IEnumerable<PickerChoice> Offered { get; set; } = [];

    /// <summary>Words that were looked for and not resolved yet.</summary>
    public string? Words { get; set; }

    /// <summary>The name of the box without script, for a picker's name.</summary>
    public static string FindName(string name) => name + ".Find";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(Name, html.IdAttributeDotReplacement);
        var field = context.Items.TryGetValue(typeof(FieldState), out var state) ? state as FieldState : null;
        var chosen = Chosen.ToArray();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ps-picker");
        output.Attributes.SetAttribute("data-controller", "picker");
        output.Attributes.SetAttribute("data-picker-search-value", Search);
        output.Attributes.SetAttribute("data-picker-none-value", S["Nothing found"].Value);
        output.Attributes.SetAttribute("data-picker-found-value", S["{0} found", "{0}"].Value);
        output.Attributes.SetAttribute("data-picker-remove-value", S["Remove {0}", "{0}"].Value);
        output.Attributes.SetAttribute("data-picker-failed-value", S["The search did not answer. Try again."].Value);

        var list = Tag("select", ("id", id), ("name", Name), ("class", "form-select"), ("data-picker-target", "list"));
        if (Multiple)
        {
            list.Attributes["multiple"] = "multiple";
            list.Attributes["size"] = "5";
        }
        else
        {
            list.InnerHtml.AppendHtml(Option("", Required ? S["Choose"].Value : S["None"].Value, selected: chosen.Length == 0));
        }

        if (field?.DescribedBy is { } described) list.Attributes["aria-describedby"] = described;
        if (field?.IsWrong == true)
        {
            list.Attributes["aria-invalid"] = "true";
            list.AddCssClass("is-invalid");
        }

        foreach (var choice in chosen)
            list.InnerHtml.AppendHtml(Option(choice.Value, choice.Text, selected: true));
        foreach (var choice in Offered.Where(offered => Array.TrueForAll(chosen, c => c.Value != offered.Value)))
            list.InnerHtml.AppendHtml(Option(choice.Value, choice.Note is null ? choice.Text : $"{choice.Text} · {choice.Note}", selected: false));

        output.Content.AppendHtml(list);
        var chips = Tag("ul", ("class", "ps-picker-chosen"), ("data-picker-target", "chosen"));
        chips.Attributes["hidden"] = "hidden";
        output.Content.AppendHtml(chips);
        var box = Tag(
            "input", ("type", "search"), ("class", "form-control"), ("name", FindName(Name)), ("value", Words ?? ""), ("maxlength", "100"), ("autocomplete", "off"),
            ("placeholder", S["Type to search"].Value), ("aria-label", S["Not in the list? Write a name to look for"].Value), ("data-picker-target", "box"),
            ("data-action", "input->picker#find keydown->picker#move focusout->picker#left"));
        box.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.AppendHtml(box);
        var found = Tag("div", ("class", "ps-found"), ("id", id + "-found"), ("role", "listbox"), ("aria-label", S["Found"].Value), ("data-picker-target", "found"));
        found.Attributes["hidden"] = "hidden";
        output.Content.AppendHtml(found);
        output.Content.AppendHtml(Tag("p", ("class", "visually-hidden"), ("role", "status"), ("data-picker-target", "status")));
    }

    private static TagBuilder Option(string value, string text, bool selected)
    {
        var option = Tag("option", ("value", value));
        if (selected) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(text);
        return option;
    }

    private static TagBuilder Tag(string name, params (string Name, string Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        foreach (var (attribute, value) in attributes) tag.Attributes[attribute] = value;
        return tag;
    }
}
