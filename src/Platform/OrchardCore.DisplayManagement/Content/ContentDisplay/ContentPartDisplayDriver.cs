using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Platform.Display.Content;

namespace OrchardCore.ContentManagement.Display.ContentDisplay;

/// <summary>Base of drivers of a part.</summary>
public abstract class ContentPartDisplayDriver<TPart> : DisplayDriverBase, IContentPartDisplayDriver
    where TPart : ContentPart, new()
{
    // Flows with the call: a driver may be asked for another item while it waits for something in one.
    private readonly AsyncLocal<PartNames> _names = new();

    Task<IDisplayResult> IContentPartDisplayDriver.BuildDisplayAsync(ContentPart contentPart, ContentTypePartDefinition typePartDefinition, BuildDisplayContext context)
    {
        if (contentPart is not TPart part)
            return Task.FromResult<IDisplayResult>(null);

        Enter(typePartDefinition, context.HtmlFieldPrefix);
        return DisplayAsync(part, new BuildPartDisplayContext(typePartDefinition, context));
    }

    Task<IDisplayResult> IContentPartDisplayDriver.BuildEditorAsync(ContentPart contentPart, ContentTypePartDefinition typePartDefinition, BuildEditorContext context)
    {
        if (contentPart is not TPart part)
            return Task.FromResult<IDisplayResult>(null);

        Enter(typePartDefinition, context.HtmlFieldPrefix);
        return EditAsync(part, new BuildPartEditorContext(typePartDefinition, context));
    }

    async Task<IDisplayResult> IContentPartDisplayDriver.UpdateEditorAsync(ContentPart contentPart, ContentTypePartDefinition typePartDefinition, UpdateEditorContext context)
    {
        if (contentPart is not TPart part)
            return null;

        Enter(typePartDefinition, context.HtmlFieldPrefix);
        var result = await UpdateAsync(part, new UpdatePartEditorContext(typePartDefinition, context));
        if (part.ContentItem is { } item)
            item.Apply(typePartDefinition.Name, part);

        return result;
    }

    public virtual Task<IDisplayResult> DisplayAsync(TPart part, BuildPartDisplayContext context) => Task.FromResult(Display(part, context));

    public virtual IDisplayResult Display(TPart part, BuildPartDisplayContext context) => null;

    public virtual Task<IDisplayResult> EditAsync(TPart part, BuildPartEditorContext context) => Task.FromResult(Edit(part, context));

    public virtual IDisplayResult Edit(TPart part, BuildPartEditorContext context) => null;

    /// <summary>Takes the posted values over into the part; errors go into the updater's model state. Shows the editor again by default.</summary>
    public virtual Task<IDisplayResult> UpdateAsync(TPart part, UpdatePartEditorContext context) => EditAsync(part, context);

    /// <summary>Gives the shape the differentiator and the alternates of its part.</summary>
    public override ShapeResult Factory(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder, Func<IShape, Task> initializeAsync)
    {
        var result = base.Factory(shapeType, shapeBuilder, initializeAsync);
        if (_names.Value is { } names)
        {
            result.Differentiator(names.Differentiator(shapeType)).Name(names.Differentiator(shapeType));
            result.SharedAlternates = displayType => names.Alternates(shapeType, displayType);
        }

        return result;
    }

    /// <summary>The shape type of the editor that the type's definition chose: <c>{shapeType}__{Editor}</c>.</summary>
    protected string GetEditorShapeType(string shapeType, ContentTypePartDefinition typePartDefinition)
    {
        var editor = typePartDefinition.Editor();
        return string.IsNullOrEmpty(editor) ? shapeType : shapeType + "__" + editor;
    }

    protected string GetEditorShapeType(string shapeType, BuildPartEditorContext context) => GetEditorShapeType(shapeType, context.TypePartDefinition);

    protected string GetEditorShapeType(ContentTypePartDefinition typePartDefinition) => GetEditorShapeType(typeof(TPart).Name + "_Edit", typePartDefinition);

    protected string GetEditorShapeType(BuildPartEditorContext context) => GetEditorShapeType(context.TypePartDefinition);

    /// <summary>The shape type of the display mode that the type's definition chose: <c>{shapeType}_Display__{Mode}</c>.</summary>
    protected string GetDisplayShapeType(string shapeType, BuildPartDisplayContext context)
    {
        var mode = context.TypePartDefinition.DisplayMode();
        return string.IsNullOrEmpty(mode) ? shapeType : shapeType + PartNames.DisplayToken + "__" + mode;
    }

    protected string GetDisplayShapeType(BuildPartDisplayContext context) => GetDisplayShapeType(typeof(TPart).Name, context);

    private void Enter(ContentTypePartDefinition typePartDefinition, string htmlFieldPrefix)
    {
        _names.Value = PartNames.Of(typePartDefinition);
        Prefix = string.IsNullOrEmpty(htmlFieldPrefix) ? typePartDefinition.Name : htmlFieldPrefix + "." + typePartDefinition.Name;
    }
}
