namespace OrchardCore.Modules;

/// <summary>Binds a start-up class, a controller or another type to one feature of its module.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public class FeatureAttribute : Attribute
{
    public FeatureAttribute(string featureName) => FeatureName = featureName;

    public string FeatureName { get; set; }
}
