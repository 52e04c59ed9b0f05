#nullable enable
namespace PropertySuite.Platform.Display;

/// <summary>Attribute names as property names: <c>page-size</c> is <c>PageSize</c>, <c>name_id</c> is <c>Name_Id</c>.</summary>
internal static class AttributeNames
{
    public static string Pascal(string attribute)
    {
        var name = string.Create(attribute.Length, attribute, static (span, text) =>
        {
            var upper = true;
            for (var i = 0; i < text.Length; i++)
            {
                span[i] = upper ? char.ToUpperInvariant(text[i]) : text[i];
                upper = text[i] is '-' or '_';
            }
        });
        return name.Replace("-", string.Empty, StringComparison.Ordinal);
    }
}
