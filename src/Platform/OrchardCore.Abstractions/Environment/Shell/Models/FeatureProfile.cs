namespace OrchardCore.Environment.Shell.Models;

/// <summary>Which features the tenants with this profile may use.</summary>
public class FeatureProfile
{
    public string Id { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public List<FeatureRule> FeatureRules { get; set; } = [];
}

public class FeatureRule
{
    /// <summary><c>Include</c> or <c>Exclude</c>; the last rule that matches decides.</summary>
    public string Rule { get; set; } = string.Empty;

    /// <summary>A feature id, with <c>*</c> for any characters.</summary>
    public string Expression { get; set; } = string.Empty;
}
