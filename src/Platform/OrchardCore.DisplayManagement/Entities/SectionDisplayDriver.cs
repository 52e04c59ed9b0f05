using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace OrchardCore.DisplayManagement.Entities;

/// <summary>Base of drivers of a section that is stored in an entity's properties.</summary>
public abstract class SectionDisplayDriverBase<TModel, TSection> : DisplayDriver<TModel>
    where TModel : class, IEntity
    where TSection : new()
{
    /// <summary>The property that holds the section.</summary>
    protected virtual string PropertyName => typeof(TSection).Name;

    public sealed override Task<IDisplayResult> DisplayAsync(TModel model, BuildDisplayContext context) => DisplayAsync(model, Section(model), context);

    public sealed override IDisplayResult Display(TModel model, BuildDisplayContext context) => Display(model, Section(model), context);

    public override Task<IDisplayResult> EditAsync(TModel model, BuildEditorContext context) => EditAsync(model, Section(model), context);

    public sealed override IDisplayResult Edit(TModel model, BuildEditorContext context) => Edit(model, Section(model), context);

    public override async Task<IDisplayResult> UpdateAsync(TModel model, UpdateEditorContext context)
    {
        var section = Section(model);
        var result = await UpdateAsync(model, section, context);
        if (result is not null && context.Updater.ModelState.IsValid)
            model.Put(PropertyName, section);

        return result;
    }

    public virtual Task<IDisplayResult> DisplayAsync(TModel model, TSection section, BuildDisplayContext context) => Task.FromResult(Display(model, section, context));

    public virtual IDisplayResult Display(TModel model, TSection section, BuildDisplayContext context) => null;

    public virtual Task<IDisplayResult> EditAsync(TModel model, TSection section, BuildEditorContext context) => Task.FromResult(Edit(model, section, context));

    public virtual IDisplayResult Edit(TModel model, TSection section, BuildEditorContext context) => null;

    /// <summary>Takes the posted values over into the section, which is stored when the model state is valid and the result is not null.</summary>
    public virtual Task<IDisplayResult> UpdateAsync(TModel model, TSection section, UpdateEditorContext context) => EditAsync(model, section, context);

    protected override void BuildPrefix(TModel model, string htmlFieldPrefix)
    {
        var name = typeof(TSection).Name;
        Prefix = string.IsNullOrEmpty(htmlFieldPrefix) ? name : htmlFieldPrefix + "." + name;
    }

    private TSection Section(TModel model) => model.As<TSection>(PropertyName) ?? new TSection();
}

/// <summary>Base of drivers of a section that is stored in an entity's properties.</summary>
public abstract class SectionDisplayDriver<TModel, TSection> : SectionDisplayDriverBase<TModel, TSection>
    where TModel : class, IEntity
    where TSection : new()
{
}

/// <summary>Base of drivers of a section of the site's settings.</summary>
public abstract class SiteDisplayDriver<TSettings> : SectionDisplayDriverBase<ISite, TSettings>
    where TSettings : new()
{
    /// <summary>The group of settings on whose page the section appears.</summary>
    protected abstract string SettingsGroupId { get; }

    public sealed override Task<IDisplayResult> UpdateAsync(ISite model, UpdateEditorContext context) =>
        IsOfThisGroup(context.GroupId) ? base.UpdateAsync(model, context) : Task.FromResult<IDisplayResult>(null);

    public sealed override Task<IDisplayResult> EditAsync(ISite model, BuildEditorContext context) =>
        IsOfThisGroup(context.GroupId) ? base.EditAsync(model, context) : Task.FromResult<IDisplayResult>(null);

    private bool IsOfThisGroup(string groupId) => string.Equals(groupId, SettingsGroupId, StringComparison.OrdinalIgnoreCase);
}
