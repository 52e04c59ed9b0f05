using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement;

namespace PropertySuite.Platform.Features.Contents;

/// <summary>The list of content items.</summary>
public sealed class ContentListPage
{
    public string? Text { get; set; }

    public string? Type { get; set; }

    public string? Status { get; set; }

    public string? Sort { get; set; }

    public int Total { get; set; }

    public IReadOnlyList<ContentTypeDefinition> Types { get; set; } = [];

    public IReadOnlyList<ContentTypeDefinition> Creatable { get; set; } = [];

    public IReadOnlyList<IShape> Rows { get; set; } = [];

    public IShape? Pager { get; set; }

    public string ReturnUrl { get; set; } = string.Empty;
}
