using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>A file that belongs to a record. Its bytes are a document of their own, so that who lists files does not read them.</summary>
public sealed class Attachment
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Id in addresses.</summary>
    public string AttachmentId { get; set; } = "";

    /// <summary>128 random bits, by which a form that was refused finds the file again; null once a record has it.</summary>
    public string? HeldKey { get; set; }

    /// <summary>Content item id of the record; null while its form is still being filled in.</summary>
    public string? RecordId { get; set; }

    /// <summary>Kind of record, as in its history: <c>CMP</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Place within the record, named by its module: <c>photos</c>, <c>drawings</c>.</summary>
    public string Slot { get; set; } = "";

    /// <summary>Cleaned name.</summary>
    public string FileName { get; set; } = "";

    /// <summary>Media type, as the content says.</summary>
    public string MediaType { get; set; } = "";

    /// <summary>Bytes.</summary>
    public int Size { get; set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime AddedAtUtc { get; set; }

    /// <summary>User id of who added it.</summary>
    public string AddedById { get; set; } = "";

    /// <summary>Name of who added it, as it was then.</summary>
    public string AddedByName { get; set; } = "";

    /// <summary>Whether it is a picture, which pages show.</summary>
    public bool IsPicture => MediaType == PhotoPrint.MediaType;
}

/// <summary>Finds files.</summary>
public sealed class AttachmentIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string AttachmentId { get; set; } = "";

    /// <summary>Unique, null once a record has the file.</summary>
    public string? HeldKey { get; set; }

    public string? RecordId { get; set; }

    public string Slot { get; set; } = "";

    public DateTime AddedAtUtc { get; set; }
}

/// <summary>Maps files to rows.</summary>
public sealed class AttachmentIndexProvider : IndexProvider<Attachment>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<Attachment> context) => context.For<AttachmentIndex>()
        .Map(file => new AttachmentIndex { AttachmentId = file.AttachmentId, HeldKey = file.HeldKey, RecordId = file.RecordId, Slot = file.Slot, AddedAtUtc = file.AddedAtUtc });
}

/// <summary>Bytes of a file.</summary>
public sealed class AttachmentContent
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary><see cref="Attachment.AttachmentId"/> for the file, the same with <c>-small</c> for a picture as lists show it.</summary>
    public string Key { get; set; } = "";

    /// <summary>The file.</summary>
    public byte[] Bytes { get; set; } = [];
}

/// <summary>Finds bytes.</summary>
public sealed class AttachmentContentIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string Key { get; set; } = "";
}

/// <summary>Maps bytes to rows.</summary>
public sealed class AttachmentContentIndexProvider : IndexProvider<AttachmentContent>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<AttachmentContent> context) => context.For<AttachmentContentIndex>()
        .Map(content => new AttachmentContentIndex { Key = content.Key });
}
