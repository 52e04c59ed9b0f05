using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace OrchardCore.ResourceManagement;

/// <summary>A <c>&lt;link&gt;</c> tag that is not a stylesheet of a manifest.</summary>
public class LinkEntry
{
    private readonly TagBuilder _tag = new("link") { TagRenderMode = TagRenderMode.SelfClosing };

    public string Condition { get; set; }

    public string Rel { get => Get("rel"); set => SetAttribute("rel", value); }

    public string Type { get => Get("type"); set => SetAttribute("type", value); }

    public string Title { get => Get("title"); set => SetAttribute("title", value); }

    public string Href { get => Get("href"); set => SetAttribute("href", value); }

    public bool AppendVersion { get; set; }

    public IHtmlContent GetTag() => _tag;

    public LinkEntry AddAttribute(string name, string value)
    {
        _tag.MergeAttribute(name, value);
        return this;
    }

    public LinkEntry SetAttribute(string name, string value)
    {
        if (value is null)
            _tag.Attributes.Remove(name);
        else
            _tag.MergeAttribute(name, value, replaceExisting: true);

        return this;
    }

    private string Get(string name) => _tag.Attributes.TryGetValue(name, out var value) ? value : null;
}
