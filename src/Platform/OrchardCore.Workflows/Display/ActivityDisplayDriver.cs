using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.ViewModels;

namespace OrchardCore.Workflows.Display;

/// <summary>Shows an activity: shapes <c>{Activity}_Fields_Thumbnail</c> where it is offered and <c>{Activity}_Fields_Design</c> where it is used.</summary>
public abstract class ActivityDisplayDriver<TActivity> : DisplayDriver<IActivity, TActivity>
    where TActivity : class, IActivity
{
    protected static readonly string ActivityName = typeof(TActivity).Name;

    public override IDisplayResult Display(TActivity model, BuildDisplayContext context) => Combine(
        Shape($"{ActivityName}_Fields_Thumbnail", new ActivityViewModel<TActivity>(model)).Location("Thumbnail", "Content"),
        Shape($"{ActivityName}_Fields_Design", new ActivityViewModel<TActivity>(model)).Location("Design", "Content"));
}

/// <summary>Shows and edits an activity: shape <c>{Activity}_Fields_Edit</c>.</summary>
public abstract class ActivityDisplayDriver<TActivity, TEditViewModel> : ActivityDisplayDriver<TActivity>
    where TActivity : class, IActivity
    where TEditViewModel : class, new()
{
    private static readonly string EditShapeType = $"{ActivityName}_Fields_Edit";

    public override IDisplayResult Edit(TActivity model, BuildEditorContext context) =>
        Initialize<TEditViewModel>(EditShapeType, viewModel => EditActivityAsync(model, viewModel)).Location("Content");

    public override async Task<IDisplayResult> UpdateAsync(TActivity model, UpdateEditorContext context)
    {
        var viewModel = new TEditViewModel();
        if (await context.Updater.TryUpdateModelAsync(viewModel, Prefix))
            await UpdateActivityAsync(viewModel, model);
        return await EditAsync(model, context);
    }

    protected virtual ValueTask EditActivityAsync(TActivity activity, TEditViewModel model)
    {
        EditActivity(activity, model);
        return ValueTask.CompletedTask;
    }

    protected virtual void EditActivity(TActivity activity, TEditViewModel model)
    {
    }

    protected virtual Task UpdateActivityAsync(TEditViewModel model, TActivity activity)
    {
        UpdateActivity(model, activity);
        return Task.CompletedTask;
    }

    protected virtual void UpdateActivity(TEditViewModel model, TActivity activity)
    {
    }
}
