namespace YesSql;

/// <summary>A row of the document table.</summary>
public class Document
{
    public long Id { get; set; }

    public string Type { get; set; } = "";

    public string Content { get; set; } = "";

    /// <summary>Counts the writes of this document; an update names the version that it started from.</summary>
    public long Version { get; set; }

    public Document Clone() => new() { Id = Id, Type = Type, Content = Content, Version = Version };
}
