using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>The application as it is filled in, by residents and by the desk for them.</summary>
public sealed class WorksForm
{
    /// <summary>Unit, on the residents' pages.</summary>
    public string? UnitId { get; set; }

    /// <summary>Code of the unit, at the desk.</summary>
    public string? Unit { get; set; }

    /// <summary>Who applies, at the desk.</summary>
    public string? ApplicantId { get; set; }

    public List<ScopeKind> Scope { get; set; } = [];

    public string? Description { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Contractor { get; set; }

    public string? SiteManager { get; set; }

    public string? SiteManagerPhone { get; set; }

    public string? Workers { get; set; }

    public string? Remarks { get; set; }

    /// <summary>Whether the house rules for works are known.</summary>
    public bool Rules { get; set; }

    /// <summary>What stands around the form.</summary>
    [BindNever, ValidateNever]
    public WorksFormPage Page { get; set; } = default!;

    /// <summary>The form of a plan that exists.</summary>
    public static WorksForm Of(PermitPart permit) => new()
    {
        UnitId = permit.Unit.Id,
        Unit = permit.Unit.Code,
        ApplicantId = permit.Applicant.PersonId,
        Scope = [.. permit.Plan.Scope],
        Description = permit.Plan.Description,
        From = ListDay.Show(permit.Plan.From),
        Until = ListDay.Show(permit.Plan.Until),
        Contractor = permit.Plan.Contractor,
        SiteManager = permit.Plan.SiteManager,
        SiteManagerPhone = permit.Plan.SiteManagerPhone,
        Workers = permit.Plan.Workers.ToString(CultureInfo.InvariantCulture),
        Remarks = permit.Plan.Remarks,
        Rules = permit.RulesAcknowledged,
    };

    /// <summary>What was filled in.</summary>
    /// <exception cref="RefusedException">A day or a figure cannot be read.</exception>
    public WorksPlan ToPlan(DateOnly today) => new()
    {
        Scope = Scope,
        Description = Description ?? "",
        From = ForgivingTime.ReadDate(From, today) ?? throw PermitRefusals.DayUnreadable.At(nameof(From)),
        Until = ForgivingTime.ReadDate(Until, today) ?? throw PermitRefusals.DayUnreadable.At(nameof(Until)),
        Contractor = Contractor ?? "",
        SiteManager = SiteManager ?? "",
        SiteManagerPhone = SiteManagerPhone ?? "",
        Workers = string.IsNullOrWhiteSpace(Workers) ? 0 : int.TryParse(Workers.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw PermitRefusals.WorkersWrong.At(nameof(Workers)),
        Remarks = string.IsNullOrWhiteSpace(Remarks) ? null : Remarks.Trim(),
    };
}

/// <summary>What stands around the form of an application.</summary>
/// <param name="Post">Where it is posted.</param>
/// <param name="Back">Where one goes without it.</param>
/// <param name="Number">Number of an application that exists; null for a new one.</param>
/// <param name="Units">Units to choose among, for residents.</param>
/// <param name="Applicants">People to choose among, at the desk.</param>
/// <param name="Today">Today, for the example of a day.</param>
public sealed record WorksFormPage(string Post, string Back, string? Number, IReadOnlyList<HeldUnit> Units, IReadOnlyList<Applicant> Applicants, DateOnly Today)
{
    /// <summary>Whether the desk fills it in.</summary>
    public bool AtDesk { get; init; }
}

/// <summary>A document that is handed in.</summary>
public sealed class DocumentForm
{
    public DocumentKind? Document { get; set; }

    public AttachedFiles Files { get; set; } = new();

    /// <summary>At the desk: the paper was seen.</summary>
    public bool OnPaper { get; set; }
}

/// <summary>What is said with a step.</summary>
public sealed class PermitStepForm
{
    public string? Reason { get; set; }

    /// <summary>The last day that is asked for.</summary>
    public string? Day { get; set; }

    /// <summary>What is kept.</summary>
    public string? Amount { get; set; }

    /// <summary>What stands around the form.</summary>
    [BindNever, ValidateNever]
    public PermitStepPage Page { get; set; } = default!;
}

/// <summary>What stands around the form of a step.</summary>
/// <param name="Permit">The works.</param>
/// <param name="Verb">The step.</param>
/// <param name="AsksReason">Whether a reason has to be given.</param>
/// <param name="Post">Where it is posted.</param>
/// <param name="Back">Where one goes without it.</param>
public sealed record PermitStepPage(PermitPart Permit, Verb Verb, bool AsksReason, string Post, string Back)
{
    /// <summary>Whether a new last day is asked.</summary>
    public bool AsksDay => Verb == PermitVerbs.AskExtension;

    /// <summary>Whether an amount is asked.</summary>
    public bool AsksAmount => Verb == PermitVerbs.Keep;
}
