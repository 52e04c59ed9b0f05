#nullable enable
using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Workflows;

/// <summary>The kinds of activities of a site by their names; a name is found out by making one, once.</summary>
internal sealed class ActivityNames(IEnumerable<ActivityKind> kinds)
{
    private volatile IReadOnlyDictionary<string, Type>? _byName;

    public IReadOnlyDictionary<string, Type> Get(Func<Type, IActivity> make)
    {
        if (_byName is { } known)
            return known;
        var byName = new Dictionary<string, Type>(StringComparer.Ordinal);
        foreach (var type in kinds.Select(kind => kind.Type).Distinct())
            byName[make(type).Name] = type;
        return _byName = byName;
    }
}

/// <summary>Makes activities from the scope's services.</summary>
internal sealed class ActivityLibrary(IServiceProvider services, ActivityNames names) : IActivityLibrary
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> s_makers = new();

    private readonly Dictionary<string, IActivity> _shared = new(StringComparer.Ordinal);

    public IEnumerable<IActivity> ListActivities() => ByName.Keys.Select(GetActivityByName);

    public IEnumerable<LocalizedString> ListCategories() =>
        ListActivities().Select(activity => activity.Category).DistinctBy(category => category.Value).OrderBy(category => category.Value, StringComparer.CurrentCulture);

    public IActivity GetActivityByName(string name)
    {
        if (!_shared.TryGetValue(name ?? "", out var shared) && ByName.TryGetValue(name ?? "", out var type))
            _shared[name!] = shared = Make(type);
        return shared!;
    }

    public IActivity InstantiateActivity(string name) => ByName.TryGetValue(name ?? "", out var type) ? Make(type) : null!;

    public IEnumerable<IActivity> InstantiateActivities(IEnumerable<string> activityNames) => activityNames.Select(InstantiateActivity).OfType<IActivity>();

    private IReadOnlyDictionary<string, Type> ByName => names.Get(Make);

    private IActivity Make(Type type) => (IActivity)s_makers.GetOrAdd(type, static type => ActivatorUtilities.CreateFactory(type, []))(services, []);
}
