namespace OrchardCore.ResourceManagement;

/// <summary>That a page wants a resource, and how.</summary>
public class RequireSettings
{
    private Dictionary<string, string> _attributes;

    public RequireSettings()
    {
    }

    internal RequireSettings(ResourceManagementOptions options)
    {
        CdnMode = options.UseCdn;
        DebugMode = options.DebugMode;
        Culture = options.Culture;
        CdnBaseUrl = options.CdnBaseUrl;
        AppendVersion = options.AppendVersion;
    }

    public string BasePath { get; set; }

    public string Type { get; set; }

    public string Name { get; set; }

    public string Culture { get; set; }

    public bool DebugMode { get; set; }

    public bool CdnMode { get; set; }

    public string CdnBaseUrl { get; set; }

    public ResourceLocation Location { get; set; }

    public string Condition { get; set; }

    /// <summary>Wanted version: full, or its beginning (<c>3.5</c>); null: the highest.</summary>
    public string Version { get; set; }

    public bool? AppendVersion { get; set; }

    public List<string> Dependencies { get; set; }

    public Action<ResourceDefinition> InlineDefinition { get; set; }

    public ResourcePosition Position { get; set; }

    public Dictionary<string, string> Attributes => _attributes ??= new(StringComparer.OrdinalIgnoreCase);

    public bool HasAttributes => _attributes is { Count: > 0 };

    public RequireSettings AtHead() => AtLocation(ResourceLocation.Head);

    public RequireSettings AtFoot() => AtLocation(ResourceLocation.Foot);

    /// <summary>Sets the place; the head wins, since what is needed there cannot wait for the foot.</summary>
    public RequireSettings AtLocation(ResourceLocation location)
    {
        if (location > Location)
            Location = location;

        return this;
    }

    public RequireSettings UseCulture(string cultureName)
    {
        if (!string.IsNullOrEmpty(cultureName))
            Culture = cultureName;

        return this;
    }

    public RequireSettings UseDebugMode() => UseDebugMode(true);

    public RequireSettings UseDebugMode(bool debugMode)
    {
        DebugMode |= debugMode;
        return this;
    }

    public RequireSettings UseCdn() => UseCdn(true);

    public RequireSettings UseCdn(bool cdn)
    {
        CdnMode |= cdn;
        return this;
    }

    public RequireSettings UseCdnBaseUrl(string cdnBaseUrl)
    {
        CdnBaseUrl = cdnBaseUrl;
        return this;
    }

    public RequireSettings WithBasePath(string basePath)
    {
        BasePath = basePath;
        return this;
    }

    public RequireSettings UseCondition(string condition)
    {
        Condition = condition;
        return this;
    }

    public RequireSettings UseVersion(string version)
    {
        if (!string.IsNullOrEmpty(version))
            Version = version;

        return this;
    }

    public RequireSettings ShouldAppendVersion(bool? appendVersion)
    {
        AppendVersion = appendVersion;
        return this;
    }

    public RequireSettings SetDependencies(params string[] dependencies)
    {
        Dependencies ??= [];
        Dependencies.AddRange(dependencies);
        return this;
    }

    public RequireSettings Define(Action<ResourceDefinition> resourceDefinition)
    {
        if (resourceDefinition is not null)
        {
            var previous = InlineDefinition;
            InlineDefinition = previous is null ? resourceDefinition : r => { previous(r); resourceDefinition(r); };
        }

        return this;
    }

    public RequireSettings SetAttribute(string name, string value)
    {
        Attributes[name] = value;
        return this;
    }

    /// <summary>A dependency is written at the head when what depends on it is.</summary>
    public RequireSettings UpdatePositionFromDependent(RequireSettings dependent)
    {
        if (dependent.Location == ResourceLocation.Head)
            Location = ResourceLocation.Head;
        if (dependent.Position == ResourcePosition.First)
            Position = ResourcePosition.First;

        return this;
    }

    /// <summary>What depends on something written last comes last too.</summary>
    public RequireSettings UpdatePositionFromDependency(RequireSettings dependency)
    {
        if (dependency.Position == ResourcePosition.Last && Position == ResourcePosition.ByDependency)
            Position = ResourcePosition.Last;

        return this;
    }

    public RequireSettings CombinePosition(RequireSettings dependent)
    {
        if (Position == ResourcePosition.ByDependency)
            Position = dependent.Position;

        return this;
    }

    /// <summary>A requirement with the same general wishes and no resource yet.</summary>
    public RequireSettings New() => new()
    {
        Name = Name,
        Type = Type,
        Location = Location,
        CdnMode = CdnMode,
        DebugMode = DebugMode,
        Culture = Culture,
        Condition = Condition,
        Version = Version,
        AppendVersion = AppendVersion,
        Position = Position,
        BasePath = BasePath,
        CdnBaseUrl = CdnBaseUrl,
    };

    public RequireSettings NewAndCombine(RequireSettings other) => New().Combine(other);

    /// <summary>Takes over what the other asks for beyond this.</summary>
    public RequireSettings Combine(RequireSettings other)
    {
        AtLocation(other.Location).UseCulture(other.Culture).UseDebugMode(other.DebugMode).UseCdn(other.CdnMode).UseVersion(other.Version);
        Condition = other.Condition ?? Condition;
        AppendVersion = other.AppendVersion ?? AppendVersion;
        BasePath = other.BasePath ?? BasePath;
        if (other.HasAttributes)
        {
            foreach (var (name, value) in other.Attributes)
                Attributes[name] = value;
        }

        if (other.Dependencies is not null)
            SetDependencies([.. other.Dependencies]);

        return Define(other.InlineDefinition);
    }
}
