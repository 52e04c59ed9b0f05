using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Visitors;

/// <summary>A recurring pass as it is found.</summary>
public sealed class RecurringIndex : MapIndex
{
    public string RecurringId { get; set; } = "";

    /// <summary>Unique: a number is given once.</summary>
    public string Number { get; set; } = "";

    public string State { get; set; } = "";

    public string Kind { get; set; } = "";

    public string UnitId { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string VisitorName { get; set; } = "";

    public string? PermitNumber { get; set; }

    /// <summary>Days of the community, midnight UTC by name only.</summary>
    public DateTime ValidFrom { get; set; }

    /// <summary>Day after the last one.</summary>
    public DateTime EndsOn { get; set; }

    public bool Reminded { get; set; }

    public string Search { get; set; } = "";

    /// <summary>Unique: what stands in the QR code.</summary>
    public string? PassId { get; set; }

    /// <summary>Unique: hash of the pass page's address.</summary>
    public string? LinkHash { get; set; }

    /// <summary>Unique, null once the pass has ended: six digits mean one recurring pass.</summary>
    public string? LiveCode { get; set; }
}

/// <summary>Maps recurring passes to rows.</summary>
public sealed class RecurringIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<RecurringIndex>()
        .When(item => item.ContentType == VisitTypes.RecurringPass && item.Latest)
        .Map(item =>
        {
            var pass = item.GetOrCreate<RecurringPassPart>();
            return new RecurringIndex
            {
                RecurringId = item.ContentItemId,
                Number = pass.Number,
                State = pass.State.ToString(),
                Kind = pass.Kind.ToString(),
                UnitId = pass.Host.UnitId,
                UnitCode = pass.Host.UnitCode,
                VisitorName = pass.Guest.Name,
                PermitNumber = pass.PermitNumber,
                ValidFrom = pass.ValidFrom.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                EndsOn = pass.ValidUntil.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                Reminded = pass.RemindedAtUtc is not null,
                Search = SearchText.Fold(pass.Guest.Name, pass.Host.UnitCode, pass.Guest.Plate, pass.Number, pass.PermitNumber),
                PassId = pass.Pass?.PassId,
                LinkHash = pass.Pass?.LinkHash,
                LiveCode = pass.State == RecurringState.Ended ? null : pass.Pass?.Code,
            };
        });
}
