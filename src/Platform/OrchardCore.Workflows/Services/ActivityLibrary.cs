#nullable enable
using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Workflows;

/// <summary>Makes activities from the scope's services; which kinds there are is found out once a scope.</summary>
internal sealed class ActivityLibrary(IServiceProvider services, IEnumerable<ActivityKind> kinds) : IActivityLibrary
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> s_makers = new();

    private Dictionary<string, (IActivity Shared, Type Type)>? _byName;

    public IEnumerable<IActivity> ListActivities() => ByName.Values.Select(entry => entry.Shared);

    public IEnumerable<LocalizedString> ListCategories() =>
        ListActivities().Select(activity => activity.Category).DistinctBy(category => category.Value).OrderBy(category => category.Value, StringComparer.CurrentCulture);

    public IActivity GetActivityByName(string name) => ByName.TryGetValue(name ?? "", out var entry) ? entry.Shared : null!;

    public IActivity InstantiateActivity(string name) => ByName.TryGetValue(name ?? "", out var entry) ? Make(entry.Type) : null!;

    public IEnumerable<IActivity> InstantiateActivities(IEnumerable<string> activityNames) => activityNames.Select(InstantiateActivity).OfType<IActivity>();

    private Dictionary<string, (IActivity Shared, Type Type)> ByName
    {
        get
        {
            if (_byName is not null)
                return _byName;
            var byName = new Dictionary<string, (IActivity, Type)>(StringComparer.Ordinal);
            foreach (var type in kinds.Select(kind => kind.Type).Distinct())
            {
                var shared = Make(type);
                byName[shared.Name] = (shared, type);
            }

            return _byName = byName;
        }
    }

    private IActivity Make(Type type) => (IActivity)s_makers.GetOrAdd(type, static type => ActivatorUtilities.CreateFactory(type, []))(services, []);
}
