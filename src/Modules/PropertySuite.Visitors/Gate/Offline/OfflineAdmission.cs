using YesSql.Indexes;

namespace PropertySuite.Visitors;

/// <summary>An admission as a device without a connection sent it: which pass, when, at which gate. No name, no unit.</summary>
public sealed class OfflineReport
{
    /// <summary>128 random bits of the device, base64url: an admission sent twice is one.</summary>
    public string? ClientKey { get; set; }

    /// <summary>The pass as it was scanned.</summary>
    public string? Pass { get; set; }

    /// <summary>When, by the server's clock as the device knew it; UTC.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>Id of the entrance.</summary>
    public string? GateId { get; set; }

    /// <summary>How many came in; 0 for as many as announced.</summary>
    public int Persons { get; set; }

    /// <summary>Who stood at the gate (<see cref="GateSeal"/>).</summary>
    public string? Seal { get; set; }
}

/// <summary>What became of an admission that a device reported. Written once; a second report gets the same answer.</summary>
public sealed class OfflineAdmission
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Key of the device.</summary>
    public string ClientKey { get; set; } = "";

    /// <summary>The visit; null when the pass was of none.</summary>
    public string? VisitId { get; set; }

    /// <summary>When the visitor was let in, UTC.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>When the report arrived, UTC.</summary>
    public DateTime SentAtUtc { get; set; }

    /// <summary>Why it could not be confirmed; null when it was.</summary>
    public string? Sentence { get; set; }
}

/// <summary>Finds reports.</summary>
public sealed class OfflineAdmissionIndex : MapIndex
{
    /// <summary>Unique: one report, one admission.</summary>
    public string ClientKey { get; set; } = "";

    public DateTime SentAtUtc { get; set; }
}

/// <summary>Maps reports to rows.</summary>
public sealed class OfflineAdmissionIndexProvider : IndexProvider<OfflineAdmission>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<OfflineAdmission> context) => context.For<OfflineAdmissionIndex>()
        .Map(report => new OfflineAdmissionIndex { ClientKey = report.ClientKey, SentAtUtc = report.SentAtUtc });
}
