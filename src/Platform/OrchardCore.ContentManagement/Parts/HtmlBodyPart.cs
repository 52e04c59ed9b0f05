using OrchardCore.ContentManagement;

namespace OrchardCore.Html.Models
{
    /// <summary>The body of an item, stored as written and cleaned when rendered.</summary>
    public class HtmlBodyPart : ContentPart
    {
        public string? Html { get; set; }
    }
}

namespace OrchardCore.Html.Settings
{
    /// <summary>How a type's bodies are treated.</summary>
    public class HtmlBodyPartSettings
    {
        public bool SanitizeHtml { get; set; } = true;
    }
}
