namespace OrchardCore.ResourceManagement;

/// <summary>Writes for a <c>&lt;resources&gt;</c> tag.</summary>
public interface IResourcesTagHelperProcessor
{
    Task ProcessAsync(ResourcesTagHelperProcessorContext context);
}

/// <summary>Where the tags go, and which.</summary>
public class ResourcesTagHelperProcessorContext(TextWriter writer, ResourceTagType type)
{
    public TextWriter Writer { get; } = writer;

    public ResourceTagType Type { get; } = type;
}
