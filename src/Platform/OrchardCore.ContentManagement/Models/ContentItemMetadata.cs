using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace OrchardCore.ContentManagement;

/// <summary>Where an item is shown and edited; null where there is no such page.</summary>
public class ContentItemMetadata
{
    public RouteValueDictionary? DisplayRouteValues { get; set; }

    public RouteValueDictionary? EditorRouteValues { get; set; }

    public RouteValueDictionary? CreateRouteValues { get; set; }

    public RouteValueDictionary? RemoveRouteValues { get; set; }

    public RouteValueDictionary? AdminRouteValues { get; set; }

    public readonly IList<GroupInfo> DisplayGroupInfo = [];

    public readonly IList<GroupInfo> EditorGroupInfo = [];
}

/// <summary>A group of a display or an editor, shown on a page of its own.</summary>
public class GroupInfo
{
    public string Id { get; set; } = "";

    public LocalizedString? Name { get; set; }

    public string? Position { get; set; }
}

/// <summary>Where an item can be looked at before it is published.</summary>
public class PreviewAspect
{
    public string? PreviewUrl { get; set; }
}
