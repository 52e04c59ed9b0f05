using OrchardCore.Data.Documents;

namespace OrchardCore.ContentManagement.Metadata.Records;

/// <summary>All types and parts of a tenant.</summary>
internal sealed class ContentDefinitionRecord : Document
{
    public IList<ContentTypeDefinitionRecord> ContentTypeDefinitionRecords { get; set; } = [];

    public IList<ContentPartDefinitionRecord> ContentPartDefinitionRecords { get; set; } = [];
}
