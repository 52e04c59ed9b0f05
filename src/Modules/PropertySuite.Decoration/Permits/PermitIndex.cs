using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Decoration;

/// <summary>Works as they are found.</summary>
public sealed class PermitIndex : MapIndex
{
    public string PermitId { get; set; } = "";

    /// <summary>Unique: a number is given once.</summary>
    public string Number { get; set; } = "";

    public string State { get; set; } = "";

    public string UnitId { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string? ApplicantId { get; set; }

    public string ApplicantName { get; set; } = "";

    public string Contractor { get; set; } = "";

    public DateTime BegunAtUtc { get; set; }

    /// <summary>Days of the community, midnight UTC by name only.</summary>
    public DateTime FromDay { get; set; }

    public DateTime LastDay { get; set; }

    /// <summary>When what comes next is due, UTC.</summary>
    public DateTime? DueAtUtc { get; set; }

    /// <summary>When the clock has to look at it, UTC.</summary>
    public DateTime? ClockAtUtc { get; set; }

    public int OpenViolations { get; set; }

    public string Search { get; set; } = "";

    /// <summary>Unique, null once works are accepted or given up: one permit at a time for a unit.</summary>
    public string? OpenUnitKey { get; set; }
}

/// <summary>Maps works to rows.</summary>
public sealed class PermitIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<PermitIndex>()
        .When(item => item.ContentType == PermitPart.ContentType && item.Latest)
        .Map(item =>
        {
            var permit = item.GetOrCreate<PermitPart>();
            var search = SearchText.Fold(permit.Number, permit.Unit.Code, permit.Applicant.Name, permit.Plan.Contractor);
            return new PermitIndex
            {
                PermitId = item.ContentItemId,
                Number = permit.Number,
                State = permit.State.ToString(),
                UnitId = permit.Unit.Id,
                UnitCode = permit.Unit.Code,
                ApplicantId = permit.Applicant.PersonId,
                ApplicantName = permit.Applicant.Name,
                Contractor = permit.Plan.Contractor,
                BegunAtUtc = permit.BegunAtUtc,
                FromDay = permit.Plan.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                LastDay = permit.LastDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                DueAtUtc = permit.DueAtUtc,
                ClockAtUtc = permit.ClockAtUtc,
                OpenViolations = permit.Violations.Count(violation => violation.CuredAtUtc is null),
                Search = search.Length > 255 ? search[..255] : search,
                OpenUnitKey = PermitStates.IsOpen(permit.State) ? permit.Unit.Id : null,
            };
        });
}
