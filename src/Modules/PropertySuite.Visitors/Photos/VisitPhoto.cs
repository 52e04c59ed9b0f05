using YesSql.Indexes;

namespace PropertySuite.Visitors;

/// <summary>A visitor's photo (VIS-02): a document of its own, so that who reads a visit does not read its picture.</summary>
public sealed class VisitPhoto
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>128 random bits, by which the form that was refused finds it again.</summary>
    public string Key { get; set; } = "";

    /// <summary>Content item id of the visit; null while its form is still being filled in.</summary>
    public string? VisitId { get; set; }

    /// <summary>Media type, as the bytes say.</summary>
    public string MediaType { get; set; } = "";

    /// <summary>The picture.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>When it was taken in, UTC.</summary>
    public DateTime TakenAtUtc { get; set; }
}

/// <summary>Finds photos.</summary>
public sealed class VisitPhotoIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string Key { get; set; } = "";

    /// <summary>Unique, null while no visit has it: a visit has one photo.</summary>
    public string? VisitId { get; set; }

    public DateTime TakenAtUtc { get; set; }
}

/// <summary>Maps photos to rows.</summary>
public sealed class VisitPhotoIndexProvider : IndexProvider<VisitPhoto>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<VisitPhoto> context) => context.For<VisitPhotoIndex>()
        .Map(photo => new VisitPhotoIndex { Key = photo.Key, VisitId = photo.VisitId, TakenAtUtc = photo.TakenAtUtc });
}
