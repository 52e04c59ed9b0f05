using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Navigation;

/// <summary>An entry of a menu.</summary>
public class MenuItem
{
    public LocalizedString Text { get; set; } = new(string.Empty, string.Empty);

    public string? Id { get; set; }

    /// <summary>Address to be used as it stands; computed from <see cref="Url"/> or <see cref="RouteValues"/> when a menu is built.</summary>
    public string? Href { get; set; }

    public string? Target { get; set; }

    public string? Url { get; set; }

    public string? Position { get; set; }

    /// <summary>Where two entries say the same place, the higher one wins.</summary>
    public int Priority { get; set; }

    public bool LinkToFirstChild { get; set; } = true;

    public bool LocalNav { get; set; }

    /// <summary>Culture in which alone the entry is shown; null: in all.</summary>
    public string? Culture { get; set; }

    public object? Resource { get; set; }

    public List<MenuItem> Items { get; set; } = [];

    public RouteValueDictionary? RouteValues { get; set; }

    /// <summary>Any one of them lets the entry be seen; none: everybody sees it.</summary>
    public List<Permission> Permissions { get; } = [];

    public List<string> Classes { get; } = [];
}
