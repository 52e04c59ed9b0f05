using System.Text.Json.Serialization;

namespace OrchardCore.Data.Documents;

/// <summary>A document of which a tenant has one, such as settings.</summary>
public interface IDocument
{
    /// <summary>Changes with every update; by it a cached copy is known to be the present one.</summary>
    string? Identifier { get; set; }

    /// <summary>True for a shared copy, which must not be changed.</summary>
    bool IsReadOnly { get; set; }
}

/// <summary>Base class of such documents.</summary>
public class Document : IDocument
{
    public string? Identifier { get; set; }

    [JsonIgnore]
    public bool IsReadOnly { get; set; }
}
