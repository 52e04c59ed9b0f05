#nullable enable
using OrchardCore.ResourceManagement;

namespace PropertySuite.Platform.Resources;

internal sealed class ResourcesTagHelperProcessor(IResourceManager resources) : IResourcesTagHelperProcessor
{
    public Task ProcessAsync(ResourcesTagHelperProcessorContext context)
    {
        switch (context.Type)
        {
            case ResourceTagType.Meta:
                resources.RenderMeta(context.Writer);
                break;
            case ResourceTagType.HeadLink:
                resources.RenderHeadLink(context.Writer);
                break;
            case ResourceTagType.Stylesheet:
                resources.RenderStylesheet(context.Writer);
                break;
            case ResourceTagType.HeadScript:
                resources.RenderHeadScript(context.Writer);
                break;
            case ResourceTagType.FootScript:
            case ResourceTagType.Footer:
                resources.RenderFootScript(context.Writer);
                break;
            case ResourceTagType.Header:
                resources.RenderHeadLink(context.Writer);
                resources.RenderStylesheet(context.Writer);
                resources.RenderHeadScript(context.Writer);
                break;
        }

        return Task.CompletedTask;
    }
}
