using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Activities;

namespace OrchardCore.Workflows.ViewModels;

/// <summary>The model of an activity's thumbnail and design.</summary>
public class ActivityViewModel<TActivity> : ShapeViewModel
    where TActivity : IActivity
{
    public ActivityViewModel()
    {
    }

    public ActivityViewModel(TActivity activity) => Activity = activity;

    public TActivity Activity { get; set; }
}
