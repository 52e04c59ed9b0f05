using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Complaints;

/// <summary>A case as it is found and counted.</summary>
public sealed class ComplaintIndex : MapIndex
{
    public string ComplaintId { get; set; } = "";

    /// <summary>Unique: a number is given once.</summary>
    public string Number { get; set; } = "";

    public string State { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Channel { get; set; } = "";

    public string Category { get; set; } = "";

    public int Level { get; set; }

    public string Subject { get; set; } = "";

    public string? UnitId { get; set; }

    public string? Building { get; set; }

    /// <summary>Unit or place, as lists show it.</summary>
    public string Place { get; set; } = "";

    public string? PersonId { get; set; }

    public string? PersonName { get; set; }

    public string? Team { get; set; }

    public string? AssigneeId { get; set; }

    public string? AssigneeName { get; set; }

    public DateTime ReceivedAtUtc { get; set; }

    /// <summary>What people have to do next by, UTC; null while the clock stands still and when it is over.</summary>
    public DateTime? DeadlineUtc { get; set; }

    /// <summary>When the clock has to look at it next, UTC.</summary>
    public DateTime? ClockUtc { get; set; }

    public DateTime? ResolvedAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }

    /// <summary>Whether the first contact was in time; null until then.</summary>
    public bool? ContactMet { get; set; }

    /// <summary>Whether the solution was in time; null until then.</summary>
    public bool? SolveMet { get; set; }

    public int Reopenings { get; set; }

    public int Escalation { get; set; }

    public int? Satisfaction { get; set; }

    public bool IsPaused { get; set; }

    public string? MasterId { get; set; }

    /// <summary>Unique: hash of the secret in the link of a proposal; null while nobody is asked.</summary>
    public string? LinkHash { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>Maps cases to rows.</summary>
public sealed class ComplaintIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<ComplaintIndex>()
        .When(item => item.ContentType == ComplaintTypes.Complaint && item.Latest)
        .Map(item => Row(item.ContentItemId, item.GetOrCreate<ComplaintPart>()));

    private static ComplaintIndex Row(string id, ComplaintPart complaint) => new()
    {
        ComplaintId = id,
        Number = complaint.Number,
        State = complaint.State.ToString(),
        Kind = complaint.Kind.ToString(),
        Channel = complaint.Channel.ToString(),
        Category = complaint.Category,
        Level = complaint.Level,
        Subject = complaint.Subject,
        UnitId = complaint.Place.UnitId,
        Building = complaint.Place.Building,
        Place = complaint.Place.Shown,
        PersonId = complaint.By.PersonId,
        PersonName = complaint.By.Name,
        Team = complaint.Team,
        AssigneeId = complaint.AssigneeId,
        AssigneeName = complaint.AssigneeName,
        ReceivedAtUtc = complaint.ReceivedAtUtc,
        DeadlineUtc = complaint.DeadlineUtc,
        ClockUtc = complaint.ClockUtc,
        ResolvedAtUtc = complaint.ResolvedAtUtc,
        EndedAtUtc = complaint.EndedAtUtc,
        ContactMet = complaint.Contact?.WasMet,
        SolveMet = complaint.Solve?.WasMet,
        Reopenings = complaint.Reopenings,
        Escalation = complaint.Escalation,
        Satisfaction = complaint.Satisfaction,
        IsPaused = ComplaintStates.Waiting.Contains(complaint.State),
        MasterId = complaint.MasterId,
        LinkHash = complaint.LinkHash,
        Search = Short(SearchText.Fold(complaint.Number, complaint.Subject, complaint.Place.Shown, complaint.By.Name)),
    };

    private static string Short(string text) => text.Length <= 255 ? text : text[..255];
}
