using System.Text.Json.Nodes;

namespace OrchardCore.ContentManagement.Metadata.Records;

/// <summary>A type as it is stored and as recipes write it.</summary>
public class ContentTypeDefinitionRecord
{
    public string Name { get; set; } = "";

    public string? DisplayName { get; set; }

    public JsonObject? Settings { get; set; }

    public IList<ContentTypePartDefinitionRecord> ContentTypePartDefinitionRecords { get; set; } = [];
}

/// <summary>A part on a type as it is stored.</summary>
public class ContentTypePartDefinitionRecord
{
    public string PartName { get; set; } = "";

    public string Name { get; set; } = "";

    public JsonObject? Settings { get; set; }
}

/// <summary>A part as it is stored and as recipes write it.</summary>
public class ContentPartDefinitionRecord
{
    public string Name { get; set; } = "";

    public JsonObject? Settings { get; set; }

    public IList<ContentPartFieldDefinitionRecord> ContentPartFieldDefinitionRecords { get; set; } = [];
}

/// <summary>A field on a part as it is stored.</summary>
public class ContentPartFieldDefinitionRecord
{
    public string FieldName { get; set; } = "";

    public string Name { get; set; } = "";

    public JsonObject? Settings { get; set; }
}
