using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Activities;

namespace OrchardCore.Workflows.Services;

/// <summary>The kinds of activities that the site's features bring.</summary>
public interface IActivityLibrary
{
    IEnumerable<IActivity> ListActivities();

    IEnumerable<LocalizedString> ListCategories();

    /// <returns>The shared one, which must not be changed; null where there is none.</returns>
    IActivity GetActivityByName(string name);

    /// <returns>A new one; null where there is no such kind.</returns>
    IActivity InstantiateActivity(string name);

    IEnumerable<IActivity> InstantiateActivities(IEnumerable<string> activityNames);
}

public static class ActivityLibraryExtensions
{
    public static T InstantiateActivity<T>(this IActivityLibrary library, string name)
        where T : IActivity
        => (T)library.InstantiateActivity(name);

    public static T InstantiateActivity<T>(this IActivityLibrary library, string name, JsonObject properties)
        where T : IActivity
    {
        var activity = library.InstantiateActivity<T>(name);
        activity.Properties = properties;
        return activity;
    }
}
