namespace OrchardCore.ContentManagement;

/// <summary>A part of a content item: a group of properties with behaviour, and a place for fields.</summary>
public class ContentPart : ContentElement
{
}

/// <summary>A field of a part: one value with its editor.</summary>
public class ContentField : ContentElement
{
}
