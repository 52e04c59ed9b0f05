namespace OrchardCore.ContentManagement;

/// <summary>Anything that belongs to a content item, or is one.</summary>
public interface IContent
{
    ContentItem ContentItem { get; }
}
