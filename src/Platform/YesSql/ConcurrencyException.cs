namespace YesSql;

/// <summary>A document was changed or deleted by somebody else between being loaded and being written.</summary>
public class ConcurrencyException : Exception
{
    public ConcurrencyException(Document document)
        : base($"The document {document.Id} of type '{document.Type}' was changed or deleted since its version {document.Version} was read.") =>
        Document = document;

    /// <summary>The document as the writer knew it.</summary>
    public Document Document { get; }
}
