using PropertySuite.Core;
using PropertySuite.Core.Checklists;
using PropertySuite.Subcontractors;

namespace Modules.Tests.Subcontractors;

/// <summary>People, a company, a contract and moments that the tests of services share.</summary>
internal static class ServiceWorld
{
    public const string CompanyId = "brillo";

    /// <summary>Monday 23 November 2026, nine o'clock UTC.</summary>
    public static readonly DateTime Nine = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly WorkingCalendar Calendar = WorkingCalendar.Always(new CommunityTime(TimeZoneInfo.Utc));

    public static readonly Actor Manager = new("marta", "Marta Manager", [ServicePermissions.View, ServicePermissions.Manage, ServicePermissions.Inspect, ServicePermissions.Evaluate, ServicePermissions.Decide, ServicePermissions.Pay]);
    public static readonly Actor Supervisor = new("sara", "Sara Supervisor", [ServicePermissions.View, ServicePermissions.Manage, ServicePermissions.Inspect, ServicePermissions.Evaluate]);
    public static readonly Actor Engineer = new("eloy", "Eloy Engineer", [ServicePermissions.View, ServicePermissions.Inspect, ServicePermissions.Evaluate]);
    public static readonly Actor Cashier = new("carla", "Carla Cashier", [ServicePermissions.View, ServicePermissions.Pay]);
    public static readonly Actor Contractor = new("con", "Contact of Brillo", [ServicePermissions.Serve], [CompanyId]);
    public static readonly Actor OtherContractor = new("other", "Contact of another", [ServicePermissions.Serve], ["verde"]);
    public static readonly Actor Desk = new("dora", "Dora Desk");

    /// <summary>Everybody, by the role names of the tables.</summary>
    public static readonly IReadOnlyList<(string Name, Actor Actor)> Everybody =
    [
        ("Manager", Manager), ("Supervisor", Supervisor), ("Engineer", Engineer), ("Cashier", Cashier), ("Contractor", Contractor), ("OtherContractor", OtherContractor), ("Desk", Desk), ("Clock", Actor.Clock),
    ];

    public static CompanyPart Company(DateOnly? insuredUntil = null)
    {
        var company = new CompanyPart();
        company.Register(Manager, Nine, new("Brillo Norte Limpiezas", Trade.Cleaning, null, new(null, null, null), "ES0012345678"));
        company.Record(Manager, Nine, Calendar, new(DocumentKind.Insurance, "Policy 1", insuredUntil ?? Today.AddYears(1)));
        return company;
    }

    public static ContractPart Contract(decimal fee = 16_800m, DateOnly? starts = null, DateOnly? ends = null)
    {
        var contract = new ContractPart();
        contract.Sign(Supervisor, Nine, Calendar, CompanyId, Company(), new("Cleaning", starts ?? new(2026, 1, 1), ends ?? new(2027, 12, 31), fee, 60, []));
        return contract;
    }

    public static CheckSheet Sheet(string choice = "1") => new CheckSheet("list", "CLEAN", "Daily", [new("a", "Lobby", null, 60), new("b", "Exits", null, 40, CheckScale.YesNo, IsCritical: true)], [])
        .With("a", choice, null).With("b", "1", null);

    public static string Refused(Action act) => Assert.Throws<RefusedException>(act).Code;
}
