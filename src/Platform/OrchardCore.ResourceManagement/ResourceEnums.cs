namespace OrchardCore.ResourceManagement;

/// <summary>Where a required resource is written.</summary>
public enum ResourceLocation
{
    /// <summary>Scripts go to the foot, styles to the head.</summary>
    Unspecified,
    Foot,
    Head,

    /// <summary>Where the tag stands.</summary>
    Inline,
}

/// <summary>Order among resources that do not depend on each other.</summary>
public enum ResourcePosition
{
    ByDependency,
    First,
    Last,
}

/// <summary>What a <c>&lt;resources&gt;</c> tag writes.</summary>
public enum ResourceTagType
{
    Meta,
    HeadLink,
    Stylesheet,
    HeadScript,
    FootScript,

    /// <summary>Stylesheets, then head scripts.</summary>
    Header,

    /// <summary>Foot scripts.</summary>
    Footer,
}
