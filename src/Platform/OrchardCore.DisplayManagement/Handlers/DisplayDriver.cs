using OrchardCore.DisplayManagement.Views;

namespace OrchardCore.DisplayManagement.Handlers;

/// <summary>Base of drivers with contexts of their own.</summary>
public abstract class DisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext> : DisplayDriverBase, IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>
    where TModel : class
    where TDisplayContext : BuildDisplayContext
    where TEditorContext : BuildEditorContext
    where TUpdateContext : UpdateEditorContext
{
    protected static readonly string ModelName = typeof(TModel).Name;

    Task<IDisplayResult> IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>.BuildDisplayAsync(TModel model, TDisplayContext context) => BuildDisplay(model, context);

    Task<IDisplayResult> IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>.BuildEditorAsync(TModel model, TEditorContext context) => BuildEditor(model, context);

    Task<IDisplayResult> IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>.UpdateEditorAsync(TModel model, TUpdateContext context) => UpdateEditor(model, context);

    /// <summary>Whether the driver has a say about this model.</summary>
    public virtual bool CanHandleModel(TModel model) => true;

    public virtual Task<IDisplayResult> DisplayAsync(TModel model, TDisplayContext context) => Task.FromResult(Display(model, context));

    public virtual IDisplayResult Display(TModel model, TDisplayContext context) => null;

    public virtual Task<IDisplayResult> EditAsync(TModel model, TEditorContext context) => Task.FromResult(Edit(model, context));

    public virtual IDisplayResult Edit(TModel model, TEditorContext context) => null;

    /// <summary>Takes the posted values over; errors go into the updater's model state. Shows the editor again by default.</summary>
    public virtual Task<IDisplayResult> UpdateAsync(TModel model, TUpdateContext context) =>
        context is TEditorContext editor ? EditAsync(model, editor) : Task.FromResult<IDisplayResult>(null);

    protected static IDisplayResult NullShapeResult() => null;

    protected virtual void BuildPrefix(TModel model, string htmlFieldPrefix) =>
        Prefix = string.IsNullOrEmpty(htmlFieldPrefix) ? ModelName : htmlFieldPrefix + "." + ModelName;

    internal Task<IDisplayResult> BuildDisplay(TModel model, TDisplayContext context)
    {
        if (!CanHandleModel(model))
            return Task.FromResult<IDisplayResult>(null);

        BuildPrefix(model, context.HtmlFieldPrefix);
        return DisplayAsync(model, context);
    }

    internal Task<IDisplayResult> BuildEditor(TModel model, TEditorContext context)
    {
        if (!CanHandleModel(model))
            return Task.FromResult<IDisplayResult>(null);

        BuildPrefix(model, context.HtmlFieldPrefix);
        return EditAsync(model, context);
    }

    internal Task<IDisplayResult> UpdateEditor(TModel model, TUpdateContext context)
    {
        if (!CanHandleModel(model))
            return Task.FromResult<IDisplayResult>(null);

        BuildPrefix(model, context.HtmlFieldPrefix);
        return UpdateAsync(model, context);
    }
}

/// <summary>Base of drivers of a model.</summary>
public abstract class DisplayDriver<TModel> : DisplayDriver<TModel, BuildDisplayContext, BuildEditorContext, UpdateEditorContext>, IDisplayDriver<TModel>
    where TModel : class
{
}

/// <summary>Base of drivers of one concrete kind of a model, with contexts of their own.</summary>
public abstract class DisplayDriver<TModel, TConcrete, TDisplayContext, TEditorContext, TUpdateContext> : DisplayDriver<TConcrete, TDisplayContext, TEditorContext, TUpdateContext>, IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>
    where TModel : class
    where TConcrete : class, TModel
    where TDisplayContext : BuildDisplayContext
    where TEditorContext : BuildEditorContext
    where TUpdateContext : UpdateEditorContext
{
    Task<IDisplayResult> IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>.BuildDisplayAsync(TModel model, TDisplayContext context) =>
        model is TConcrete concrete && CanHandleModel(model) ? BuildDisplay(concrete, context) : Task.FromResult<IDisplayResult>(null);

    Task<IDisplayResult> IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>.BuildEditorAsync(TModel model, TEditorContext context) =>
        model is TConcrete concrete && CanHandleModel(model) ? BuildEditor(concrete, context) : Task.FromResult<IDisplayResult>(null);

    Task<IDisplayResult> IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>.UpdateEditorAsync(TModel model, TUpdateContext context) =>
        model is TConcrete concrete && CanHandleModel(model) ? UpdateEditor(concrete, context) : Task.FromResult<IDisplayResult>(null);

    public virtual bool CanHandleModel(TModel model) => true;
}

/// <summary>Base of drivers of one concrete kind of a model.</summary>
public abstract class DisplayDriver<TModel, TConcrete> : DisplayDriver<TModel, TConcrete, BuildDisplayContext, BuildEditorContext, UpdateEditorContext>, IDisplayDriver<TModel>
    where TModel : class
    where TConcrete : class, TModel
{
}
