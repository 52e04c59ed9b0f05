using System.Text.Json.Serialization;
using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>Whether a paper still says the truth. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaperStanding>))]
public enum PaperStanding
{
    /// <summary>What it says holds.</summary>
    InForce,

    /// <summary>What it says rests for a while, such as a permit whose works are stopped.</summary>
    Suspended,

    /// <summary>What it says holds no more.</summary>
    Void,
}

/// <summary>One print of a paper: the first is the original, the others say that they are reprints.</summary>
public sealed record PaperPrint(DateTime AtUtc, string ByName);

/// <summary>
/// A numbered document as it was written at its moment. Its text is kept and never written again; a reprint shows the same text and says
/// that it is one. Only the hash of the secret in its QR code is kept.
/// </summary>
public sealed class Paper
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Version of the document.</summary>
    public long Version { get; set; }

    /// <summary>Id in addresses of the staff.</summary>
    [JsonInclude] public string PaperId { get; internal set; } = "";

    /// <summary>Number of the paper; given once, kept when it is void.</summary>
    [JsonInclude] public string Number { get; internal set; } = "";

    /// <summary>Kind within its module, such as <c>decoration.permit</c>.</summary>
    [JsonInclude] public string Kind { get; internal set; } = "";

    /// <summary>What it is: "Decoration permit".</summary>
    [JsonInclude] public Wording Title { get; internal set; } = default!;

    /// <summary>Content item id of the record.</summary>
    [JsonInclude] public string RecordId { get; internal set; } = "";

    /// <summary>Number of the record.</summary>
    [JsonInclude] public string RecordNumber { get; internal set; } = "";

    /// <summary>Permission that reading it asks of the staff.</summary>
    [JsonInclude] public string Permission { get; internal set; } = "";

    /// <summary>Name of the community, as it was then.</summary>
    [JsonInclude] public string Community { get; internal set; } = "";

    /// <summary>Language in which it is written.</summary>
    [JsonInclude] public string Language { get; internal set; } = "";

    /// <summary>The text, as markup that this program wrote.</summary>
    [JsonInclude] public string Html { get; internal set; } = "";

    /// <summary>When it was issued, UTC.</summary>
    [JsonInclude] public DateTime AtUtc { get; internal set; }

    /// <summary>Name of who issued it, as it was then.</summary>
    [JsonInclude] public string ByName { get; internal set; } = "";

    /// <summary>Hash of the secret in its QR code.</summary>
    [JsonInclude] public string SecretHash { get; internal set; } = "";

    /// <summary>That secret, known while the paper is being issued and never kept; null afterwards.</summary>
    [JsonIgnore] public string? Secret { get; internal set; }

    /// <summary>Last day on which it holds; null for always.</summary>
    [JsonInclude] public DateOnly? ValidUntil { get; internal set; }

    /// <summary>Whether it still says the truth.</summary>
    [JsonInclude] public PaperStanding Standing { get; internal set; }

    /// <summary>Its prints.</summary>
    [JsonInclude] public IReadOnlyList<PaperPrint> Prints { get; internal set; } = [];
}

/// <summary>A paper as it is found.</summary>
public sealed class PaperIndex : MapIndex
{
    public string PaperId { get; set; } = "";

    /// <summary>Unique: a number is given once.</summary>
    public string Number { get; set; } = "";

    /// <summary>Unique: a code leads to one paper.</summary>
    public string SecretHash { get; set; } = "";

    public string RecordId { get; set; } = "";

    public string Kind { get; set; } = "";

    public DateTime AtUtc { get; set; }
}

/// <summary>Maps papers to rows.</summary>
public sealed class PaperIndexProvider : IndexProvider<Paper>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<Paper> context) => context.For<PaperIndex>()
        .Map(paper => new PaperIndex
        {
            PaperId = paper.PaperId,
            Number = paper.Number,
            SecretHash = paper.SecretHash,
            RecordId = paper.RecordId,
            Kind = paper.Kind,
            AtUtc = paper.AtUtc,
        });
}
