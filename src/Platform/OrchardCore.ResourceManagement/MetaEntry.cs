using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace OrchardCore.ResourceManagement;

/// <summary>A <c>&lt;meta&gt;</c> tag.</summary>
public class MetaEntry
{
    private readonly TagBuilder _tag = new("meta") { TagRenderMode = TagRenderMode.SelfClosing };

    public MetaEntry(string name = null, string property = null, string content = null, string httpEquiv = null, string charset = null)
    {
        Name = name;
        Property = property;
        Content = content;
        HttpEquiv = httpEquiv;
        Charset = charset;
    }

    public string Name { get => Get("name"); set => SetAttribute("name", value); }

    public string Property { get => Get("property"); set => SetAttribute("property", value); }

    public string Content { get => Get("content"); set => SetAttribute("content", value); }

    public string HttpEquiv { get => Get("http-equiv"); set => SetAttribute("http-equiv", value); }

    public string Charset { get => Get("charset"); set => SetAttribute("charset", value); }

    internal string Key => Name ?? Property ?? HttpEquiv ?? "charset";

    /// <summary>One tag out of two: the contents joined, other attributes of the second winning.</summary>
    public static MetaEntry Combine(MetaEntry meta1, MetaEntry meta2, string contentSeparator)
    {
        var combined = new MetaEntry();
        foreach (var (name, value) in meta1._tag.Attributes.Concat(meta2._tag.Attributes))
            combined._tag.MergeAttribute(name, value, replaceExisting: true);

        if (!string.IsNullOrEmpty(meta1.Content) && !string.IsNullOrEmpty(meta2.Content))
            combined.Content = meta1.Content + contentSeparator + meta2.Content;

        return combined;
    }

    public IHtmlContent GetTag() => _tag;

    public MetaEntry AddAttribute(string name, string value)
    {
        _tag.MergeAttribute(name, value);
        return this;
    }

    public MetaEntry SetAttribute(string name, string value)
    {
        if (value is null)
            _tag.Attributes.Remove(name);
        else
            _tag.MergeAttribute(name, value, replaceExisting: true);

        return this;
    }

    private string Get(string name) => _tag.Attributes.TryGetValue(name, out var value) ? value : null;
}
