using Microsoft.AspNetCore.Html;

namespace OrchardCore.ContentManagement.Models;

/// <summary>The body of an item as markup; null if it has none.</summary>
public class BodyAspect
{
    public IHtmlContent? Body { get; set; }
}

/// <summary>The text by which an item is found.</summary>
public class FullTextAspect
{
    public List<string> Segments { get; } = [];
}
