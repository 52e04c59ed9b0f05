using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>What a notice says.</summary>
public sealed record NoticeData(string Number, string Company, string Place, string Text, FindingGrade Grade, DateTime DueUtc, int Repeats);

/// <summary>Notices of findings as papers (SUB-07): numbered, kept, with a code that proves them.</summary>
public sealed class Notices(Papers papers)
{
    /// <summary>Kind of the paper.</summary>
    public const string Kind = "services.notice";

    private const string View = "~/Areas/PropertySuite.Subcontractors/Views/Papers/Notice.cshtml";

    /// <summary>Writes the notice of a finding.</summary>
    public Task<Paper> IssueAsync(FindingPart finding, Actor by) => papers.IssueAsync(
        new PaperDraft<NoticeData>(
            Kind,
            Wording.Of(typeof(ServiceTexts), "Notice of a finding"),
            finding.ContentItem.ContentItemId,
            finding.Number,
            ServicePermissions.View,
            View,
            new NoticeData(finding.Number, finding.CompanyName, finding.Place, finding.Text, finding.Grade, finding.DueUtc ?? default, finding.Repeats)),
        by);
}
