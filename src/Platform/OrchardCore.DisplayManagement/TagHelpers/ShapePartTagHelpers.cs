using Microsoft.AspNetCore.Razor.TagHelpers;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Shapes;

namespace PropertySuite.Platform.Display.TagHelpers;

/// <summary>Base of tags within a shape's tag.</summary>
public abstract class ShapePartTagHelper : TagHelper
{
    public string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.Items.TryGetValue(typeof(IShape), out var item) && item is IShape shape && !string.IsNullOrEmpty(Name))
            Apply(shape.Metadata, shape);

        output.SuppressOutput();
    }

    protected abstract void Apply(ShapeMetadata metadata, IShape shape);
}

[HtmlTargetElement("add-alternate", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public class AddAlternateTagHelper : ShapePartTagHelper
{
    protected override void Apply(ShapeMetadata metadata, IShape shape) => metadata.Alternates.Add(Name);
}

[HtmlTargetElement("add-wrapper", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public class AddWrapperTagHelper : ShapePartTagHelper
{
    protected override void Apply(ShapeMetadata metadata, IShape shape) => metadata.Wrappers.Add(Name);
}

[HtmlTargetElement("add-class", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public class AddClassTagHelper : ShapePartTagHelper
{
    protected override void Apply(ShapeMetadata metadata, IShape shape) => shape.Classes.Add(Name);
}
