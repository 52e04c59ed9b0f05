using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Platform.Display.Content;

namespace OrchardCore.ContentManagement.Display.ContentDisplay;

/// <summary>Base of drivers of a field.</summary>
public abstract class ContentFieldDisplayDriver<TField> : DisplayDriverBase, IContentFieldDisplayDriver
    where TField : ContentField, new()
{
    // Flows with the call: a driver may be asked for another item while it waits for something in one.
    private readonly AsyncLocal<FieldNames> _names = new();

    Task<IDisplayResult> IContentFieldDisplayDriver.BuildDisplayAsync(ContentPart contentPart, ContentPartFieldDefinition partFieldDefinition, ContentTypePartDefinition typePartDefinition, BuildDisplayContext context)
    {
        if (!IsOurs(partFieldDefinition))
            return Task.FromResult<IDisplayResult>(null);

        var field = Enter(contentPart, partFieldDefinition, typePartDefinition, context.HtmlFieldPrefix);
        return DisplayAsync(field, new BuildFieldDisplayContext(contentPart, typePartDefinition, partFieldDefinition, context));
    }

    Task<IDisplayResult> IContentFieldDisplayDriver.BuildEditorAsync(ContentPart contentPart, ContentPartFieldDefinition partFieldDefinition, ContentTypePartDefinition typePartDefinition, BuildEditorContext context)
    {
        if (!IsOurs(partFieldDefinition))
            return Task.FromResult<IDisplayResult>(null);

        var field = Enter(contentPart, partFieldDefinition, typePartDefinition, context.HtmlFieldPrefix);
        return EditAsync(field, new BuildFieldEditorContext(contentPart, typePartDefinition, partFieldDefinition, context));
    }

    async Task<IDisplayResult> IContentFieldDisplayDriver.UpdateEditorAsync(ContentPart contentPart, ContentPartFieldDefinition partFieldDefinition, ContentTypePartDefinition typePartDefinition, UpdateEditorContext context)
    {
        if (!IsOurs(partFieldDefinition))
            return null;

        var field = Enter(contentPart, partFieldDefinition, typePartDefinition, context.HtmlFieldPrefix);
        var result = await UpdateAsync(field, new UpdateFieldEditorContext(contentPart, typePartDefinition, partFieldDefinition, context));
        contentPart.Apply(partFieldDefinition.Name, field);
        return result;
    }

    public virtual Task<IDisplayResult> DisplayAsync(TField field, BuildFieldDisplayContext fieldDisplayContext) => Task.FromResult(Display(field, fieldDisplayContext));

    public virtual IDisplayResult Display(TField field, BuildFieldDisplayContext fieldDisplayContext) => null;

    public virtual Task<IDisplayResult> EditAsync(TField field, BuildFieldEditorContext context) => Task.FromResult(Edit(field, context));

    public virtual IDisplayResult Edit(TField field, BuildFieldEditorContext context) => null;

    /// <summary>Takes the posted values over into the field; errors go into the updater's model state. Shows the editor again by default.</summary>
    public virtual Task<IDisplayResult> UpdateAsync(TField field, UpdateFieldEditorContext context) => EditAsync(field, context);

    /// <summary>Gives the shape the differentiator and the alternates of its field.</summary>
    public override ShapeResult Factory(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder, Func<IShape, Task> initializeAsync)
    {
        var result = base.Factory(shapeType, shapeBuilder, initializeAsync);
        if (_names.Value is { } names)
        {
            result.Differentiator(names.Differentiator(shapeType)).Name(names.Name(shapeType));
            result.SharedAlternates = displayType => names.Alternates(shapeType, displayType);
        }

        return result;
    }

    /// <summary>The shape type of the editor that the field's definition chose: <c>{shapeType}__{Editor}</c>.</summary>
    protected string GetEditorShapeType(string shapeType, ContentPartFieldDefinition partFieldDefinition)
    {
        var editor = partFieldDefinition.Editor();
        return string.IsNullOrEmpty(editor) ? shapeType : shapeType + "__" + editor;
    }

    protected string GetEditorShapeType(string shapeType, BuildFieldEditorContext context) => GetEditorShapeType(shapeType, context.PartFieldDefinition);

    protected string GetEditorShapeType(ContentPartFieldDefinition partFieldDefinition) => GetEditorShapeType(typeof(TField).Name + "_Edit", partFieldDefinition);

    protected string GetEditorShapeType(BuildFieldEditorContext context) => GetEditorShapeType(context.PartFieldDefinition);

    /// <summary>The shape type of the display mode that the field's definition chose: <c>{shapeType}_Display__{Mode}</c>.</summary>
    protected string GetDisplayShapeType(string shapeType, BuildFieldDisplayContext context)
    {
        var mode = context.PartFieldDefinition.DisplayMode();
        return string.IsNullOrEmpty(mode) ? shapeType : shapeType + PartNames.DisplayToken + "__" + mode;
    }

    protected string GetDisplayShapeType(BuildFieldDisplayContext context) => GetDisplayShapeType(typeof(TField).Name, context);

    private static bool IsOurs(ContentPartFieldDefinition definition) => string.Equals(definition.FieldDefinition.Name, typeof(TField).Name, StringComparison.Ordinal);

    private TField Enter(ContentPart part, ContentPartFieldDefinition field, ContentTypePartDefinition typePart, string htmlFieldPrefix)
    {
        _names.Value = FieldNames.Of(typePart, field);
        var own = typePart.Name + "." + field.Name;
        Prefix = string.IsNullOrEmpty(htmlFieldPrefix) ? own : htmlFieldPrefix + "." + own;
        return part.GetOrCreate<TField>(field.Name);
    }
}
