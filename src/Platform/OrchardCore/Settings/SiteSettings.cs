using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Data.Documents;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace PropertySuite.Platform.Settings;

/// <summary>The settings of a site as they are stored.</summary>
internal sealed class SiteSettings : Document, ISite
{
    private RouteValueDictionary _homeRoute = [];

    public string SiteName { get; set; } = string.Empty;

    public string PageTitleFormat { get; set; } = string.Empty;

    public string SiteSalt { get; set; } = string.Empty;

    public string SuperUser { get; set; } = string.Empty;

    public string? Calendar { get; set; }

    public string? TimeZoneId { get; set; }

    public ResourceDebugMode ResourceDebugMode { get; set; }

    public bool UseCdn { get; set; }

    public string? CdnBaseUrl { get; set; }

    public int PageSize { get; set; } = 25;

    public int MaxPageSize { get; set; } = 100;

    public int MaxPagedCount { get; set; }

    /// <summary>As the office has written it; null where it has not.</summary>
    [JsonInclude, JsonPropertyName("BaseUrl")]
    public string? WrittenBaseUrl { get; set; }

    /// <summary>Where the site is reached as this server knows it; never stored.</summary>
    [JsonIgnore]
    public string? OwnAddress { get; set; }

    [JsonIgnore]
    public string? BaseUrl
    {
        get => WrittenBaseUrl is { Length: > 0 } ? WrittenBaseUrl : OwnAddress;
        set => WrittenBaseUrl = value;
    }

    /// <summary>Values come back from the store as JSON; routes compare text.</summary>
    public RouteValueDictionary HomeRoute
    {
        get => _homeRoute;
        set
        {
            _homeRoute = [];
            foreach (var (key, item) in value ?? [])
            {
                _homeRoute[key] = item switch
                {
                    JsonElement element => element.ToString(),
                    JsonNode node => node.ToString(),
                    _ => item,
                };
            }
        }
    }

    public bool AppendVersion { get; set; } = true;

    public CacheMode CacheMode { get; set; }

    public JsonObject Properties { get; set; } = [];

    public T As<T>()
        where T : new()
        => EntityExtensions.As<T>(this);
}
