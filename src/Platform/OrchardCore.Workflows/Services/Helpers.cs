using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Entities;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using PropertySuite.Platform.Workflows;

namespace OrchardCore.Workflows.Helpers;

public static class ServiceCollectionExtensions
{
    /// <summary>Adds a kind of activity with the driver of its editor.</summary>
    public static IServiceCollection AddActivity<TActivity, TDriver>(this IServiceCollection services)
        where TActivity : class, IActivity
        where TDriver : class, IDisplayDriver<IActivity>
    {
        services.AddScoped<IDisplayDriver<IActivity>, TDriver>();
        return services.AddSingleton(new ActivityKind(typeof(TActivity)));
    }
}

public static class ActivityExtensions
{
    public static bool IsEvent(this IActivity activity) => activity is IEvent;

    /// <summary>The title that the author gave, or the default.</summary>
    public static LocalizedHtmlString GetTitleOrDefault(this IActivity activity, Func<LocalizedHtmlString> defaultTitle)
    {
        var title = activity.As<ActivityMetadata>().Title;
        return string.IsNullOrEmpty(title) ? defaultTitle() : new LocalizedHtmlString(title, System.Net.WebUtility.HtmlEncode(title));
    }

    public static LocalizedHtmlString GetLocalizedStatus(this IHtmlLocalizer H, WorkflowStatus status) => status switch
    {
        WorkflowStatus.Idle => H["Idle"],
        WorkflowStatus.Starting => H["Starting"],
        WorkflowStatus.Resuming => H["Resuming"],
        WorkflowStatus.Executing => H["Running"],
        WorkflowStatus.Halted => H["Waiting"],
        WorkflowStatus.Finished => H["Finished"],
        WorkflowStatus.Faulted => H["Failed"],
        WorkflowStatus.Aborted => H["Cancelled"],
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}

public static class DictionaryExtensions
{
    /// <returns>The default of the type where the key is missing.</returns>
    public static TValue GetValue<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key) =>
        dictionary.TryGetValue(key, out var value) ? value : default;

    /// <summary>The value as a type; the default where it is missing or does not fit.</summary>
    public static TValue GetValue<TValue>(this IDictionary<string, object> dictionary, string key) =>
        dictionary.TryGetValue(key, out var value) ? StateValues.As<TValue>(value) : default;

    /// <summary>Both together; the second wins.</summary>
    public static IDictionary<TKey, TValue> Merge<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, IDictionary<TKey, TValue> other)
    {
        var merged = new Dictionary<TKey, TValue>(dictionary);
        foreach (var (key, value) in other)
            merged[key] = value;
        return merged;
    }
}
