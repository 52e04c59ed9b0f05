using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace OrchardCore.ResourceManagement;

/// <summary>A resource that a page wrote or will write.</summary>
public class ResourceRequiredContext
{
    public ResourceDefinition Resource { get; set; }

    public RequireSettings Settings { get; set; }

    public IFileVersionProvider FileVersionProvider { get; set; }

    /// <summary>Writes the tag; a condition of the settings is ignored, since no supported browser reads conditional comments.</summary>
    public void WriteTo(TextWriter writer, string appPath) =>
        Resource.GetTagBuilder(Settings, appPath, FileVersionProvider).WriteTo(writer, HtmlEncoder.Default);
}
