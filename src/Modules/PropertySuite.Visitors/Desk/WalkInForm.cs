using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace PropertySuite.Visitors;

/// <summary>The desk's form, as it is posted.</summary>
public sealed class WalkInForm
{
    /// <summary>Unit as it was typed: <c>b7c</c> will do.</summary>
    public string? Unit { get; set; }

    /// <summary>Id of the host among those of the unit; null when the desk does not know which.</summary>
    public string? HostId { get; set; }

    public string? Name { get; set; }

    public VisitKind Kind { get; set; } = VisitKind.Guest;

    public string? Phone { get; set; }

    public string? Persons { get; set; } = "1";

    public string? Plate { get; set; }

    public string? Reason { get; set; }

    public bool IdentitySeen { get; set; }

    /// <summary>Number of the document, to compare with the watch list; never kept.</summary>
    public string? Document { get; set; }

    /// <summary>The photo that was taken; null for none.</summary>
    public IFormFile? Photo { get; set; }

    /// <summary>Key of the photo that came with the form before it was refused; null for none.</summary>
    public string? HeldPhoto { get; set; }

    /// <summary>What the page offers; never posted.</summary>
    [BindNever, ValidateNever]
    public WalkInPage? Page { get; set; }

    /// <summary>What the form says; a walk-in is expected to stay as long as its kind usually does.</summary>
    public VisitPlan ToPlan(VisitHost host, DateTime nowUtc) => new(
        Kind,
        new VisitGuest(Name?.Trim() ?? "", VisitPlan.OrNull(Phone), VisitPlan.Count(Persons), VisitPlan.Plate(Plate)),
        host,
        new VisitWindow(nowUtc, nowUtc + VisitKinds.UsualStay(Kind)),
        Reason);
}
