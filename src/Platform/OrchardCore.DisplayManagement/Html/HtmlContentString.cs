using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace OrchardCore.DisplayManagement.Html;

/// <summary>Text as markup: encoded when written.</summary>
public class HtmlContentString : IHtmlContent
{
    private readonly string _value;

    public HtmlContentString(string value) => _value = value;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => encoder.Encode(writer, _value ?? string.Empty);

    public override string ToString() => _value;
}
