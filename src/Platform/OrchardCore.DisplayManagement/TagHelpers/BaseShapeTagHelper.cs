using Microsoft.AspNetCore.Razor.TagHelpers;
using PropertySuite.Platform.Display;

namespace OrchardCore.DisplayManagement.TagHelpers;

/// <summary>Base of tags that stand for a shape. Attributes become the shape's properties: <c>prop-size</c> and <c>size</c> both give <c>Size</c>.</summary>
public abstract class BaseShapeTagHelper : TagHelper
{
    protected const string PropertyDictionaryName = "prop-all";
    protected const string PropertyPrefix = "prop-";

    protected IShapeFactory _shapeFactory;
    protected IDisplayHelper _displayHelper;

    protected BaseShapeTagHelper(IShapeFactory shapeFactory, IDisplayHelper displayHelper)
    {
        _shapeFactory = shapeFactory;
        _displayHelper = displayHelper;
    }

    /// <summary>The shape type; null: as the tag's name says, <c>my-thing</c> being <c>MyThing</c>.</summary>
    public string Type { get; set; }

    [HtmlAttributeName(PropertyDictionaryName, DictionaryAttributePrefix = PropertyPrefix)]
    public IDictionary<string, object> Properties { get; set; } = new Dictionary<string, object>();

    public override async Task ProcessAsync(TagHelperContext tagHelperContext, TagHelperOutput output)
    {
        if (string.IsNullOrWhiteSpace(Type))
            Type = AttributeNames.Pascal(output.TagName);

        var shape = await _shapeFactory.CreateAsync(Type);
        foreach (var (name, value) in Properties)
            shape.Properties[AttributeNames.Pascal(name)] = value;

        foreach (var attribute in output.Attributes)
        {
            switch (attribute.Name.ToLowerInvariant())
            {
                case "id":
                    shape.Id = attribute.Value?.ToString();
                    break;
                case "class":
                    foreach (var name in attribute.Value?.ToString()?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
                        shape.Classes.Add(name);
                    break;
                default:
                    shape.Properties[AttributeNames.Pascal(attribute.Name)] = attribute.Value?.ToString();
                    break;
            }
        }

        // Tags inside may add alternates, wrappers and children.
        tagHelperContext.Items[typeof(IShape)] = shape;
        if (output.TagMode == TagMode.StartTagAndEndTag)
            await output.GetChildContentAsync();

        output.Content.SetHtmlContent(await _displayHelper.ShapeExecuteAsync(shape));
        output.TagName = null;
    }
}

/// <summary><c>&lt;shape type="…" prop-x="…"&gt;</c>.</summary>
[HtmlTargetElement("shape", Attributes = nameof(Type))]
public class ShapeTagHelper : BaseShapeTagHelper
{
    public ShapeTagHelper(IShapeFactory shapeFactory, IDisplayHelper displayHelper)
        : base(shapeFactory, displayHelper)
    {
    }
}
