using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>What works cost in a type of flat.</summary>
/// <param name="Layout">Type as the register writes it, or <c>*</c> for all others.</param>
/// <param name="Fee">Management fee.</param>
/// <param name="Deposit">The owner's deposit.</param>
public sealed record LayoutTariff(string Layout, decimal Fee, decimal Deposit);

/// <summary>Section of the site's settings: what works cost, and how long things take.</summary>
public class DecorationSettings
{
    /// <summary>Fee and deposit by type of flat.</summary>
    public List<LayoutTariff> Layouts { get; set; } = [new("T1", 60, 500), new("T2", 80, 700), new("T3", 100, 900), new("T4", 130, 1100), new("duplex", 160, 1400), new("*", 130, 1100)];

    /// <summary>Rubbish removal, for each square metre of built area.</summary>
    public decimal RubbishPerSquareMetre { get; set; } = 2.10m;

    /// <summary>The contractor's deposit.</summary>
    public decimal ContractorDeposit { get; set; } = 600;

    /// <summary>A worker's pass.</summary>
    public decimal PassFee { get; set; } = 5;

    /// <summary>Deposit of a worker's card.</summary>
    public decimal CardDeposit { get; set; } = 10;

    /// <summary>Months between acceptance and second check: 1 to 6.</summary>
    public int SecondCheckMonths { get; set; } = 2;

    /// <summary>Days in which an approved application is to be paid.</summary>
    public int PaymentDays { get; set; } = 15;

    /// <summary>When work is permitted, as it stands on the permit; null for the shipped words.</summary>
    public string? Hours { get; set; }

    /// <summary>The tariff of a type of flat.</summary>
    public LayoutTariff Of(string? layout)
    {
        var looked = SearchText.Fold(layout);
        return Layouts.FirstOrDefault(tariff => SearchText.Fold(tariff.Layout) == looked) ?? Layouts.FirstOrDefault(tariff => tariff.Layout == "*") ?? new LayoutTariff("*", 0, 0);
    }
}

/// <summary>A sum that an approved application is asked for.</summary>
/// <param name="Code">Code of the tariff; part of the demand's key.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Text">English words for what it is for.</param>
/// <param name="Amount">How much.</param>
/// <param name="ByContractor">Whether the firm pays it.</param>
public sealed record DueSum(string Code, DemandKind Kind, string Text, decimal Amount, bool ByContractor = false);

/// <summary>What works cost (DEC-07, DEC-08).</summary>
public static class DecorationTariff
{
    /// <summary>The sums for works in a unit; those that are nothing are left out.</summary>
    public static IReadOnlyList<DueSum> Of(DecorationSettings settings, PermitUnit unit, WorksPlan plan)
    {
        var tariff = settings.Of(unit.Layout);
        return [.. new DueSum[]
        {
            new("DEC-M", DemandKind.Fee, "Management of works", tariff.Fee),
            new("DEC-W", DemandKind.Fee, "Rubbish removal", decimal.Round(settings.RubbishPerSquareMetre * unit.BuiltArea, 2, MidpointRounding.AwayFromZero)),
            new("DEC-P", DemandKind.Fee, "Workers' passes", settings.PassFee * plan.Workers),
            new("DEC-D", DemandKind.Deposit, "Deposit for works", tariff.Deposit),
            new("DEC-C", DemandKind.Deposit, "Deposit of the contractor", settings.ContractorDeposit, ByContractor: true),
            new("DEC-K", DemandKind.Deposit, "Deposit for workers' cards", settings.CardDeposit * plan.Workers),
        }.Where(sum => sum.Amount > 0)];
    }
}
