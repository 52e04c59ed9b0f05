using System.Reflection;

namespace OrchardCore.Modules;

/// <summary>A type that is used only where all the named features are enabled.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public class RequireFeaturesAttribute : Attribute
{
    public RequireFeaturesAttribute(string featureName) => RequiredFeatureNames = [featureName];

    public RequireFeaturesAttribute(string featureName, params string[] otherFeatureNames)
        => RequiredFeatureNames = [featureName, .. otherFeatureNames];

    public IList<string> RequiredFeatureNames { get; }

    /// <summary>The ids that <paramref name="type"/> requires; empty when it requires none.</summary>
    public static IList<string> GetRequiredFeatureNamesForType(Type type)
        => type.GetCustomAttribute<RequireFeaturesAttribute>(false)?.RequiredFeatureNames ?? [];
}
