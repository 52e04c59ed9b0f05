using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Residents;

/// <summary>The way to one's household on a resident's first page.</summary>
public sealed class HouseholdHomeDriver : DisplayDriver<ResidentHome>
{
    public override IDisplayResult Display(ResidentHome model, BuildDisplayContext context) =>
        model.Units.Count == 0
            ? Combine()
            : Initialize<HouseholdRow>(row => row.Units = model.Units).Location("Content:50");
}

/// <summary>Shape <c>HouseholdRow</c>.</summary>
public class HouseholdRow
{
    public IReadOnlyList<UnitSummary> Units { get; set; } = [];
}
