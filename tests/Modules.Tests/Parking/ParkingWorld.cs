using PropertySuite.Core;
using PropertySuite.Parking;

namespace Modules.Tests.Parking;

/// <summary>People, days and records of these tests.</summary>
internal static class ParkingWorld
{
    public const string Unit = "unitb07c";
    public static readonly Actor Elena = new("elena", "Elena", [ParkingPermissions.Apply], [Unit]);
    public static readonly Actor Stranger = new("stranger", "Stranger", [ParkingPermissions.Apply], ["unitother"]);
    public static readonly Actor Lucia = new("lucia", "Lucía", [ParkingPermissions.View, ParkingPermissions.Handle, ParkingPermissions.Report]);
    public static readonly Actor Tomas = new("tomas", "Tomás", [ParkingPermissions.Check, ParkingPermissions.Report]);
    public static readonly Actor Manager = new("manager", "Manuela", [ParkingPermissions.View, ParkingPermissions.Manage]);
    public static readonly Actor Nobody = new("nobody", "Nobody");
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    public static readonly Holder OfB07C = new(Unit, "B-07-C", "person", "Elena Vidal");

    public static readonly (string Name, Actor Actor)[] Actors =
        [("applicant", Elena), ("another", Stranger), ("desk", Lucia), ("guard", Tomas), ("manager", Manager), ("policy", Actor.Policy), ("clock", Actor.Clock), ("nobody", Nobody)];

    public static ParkingWish Wish => new(null, null, SpaceKind.Car, false, false, Today, 12);

    public static ApplicationPart Applied()
    {
        var application = new ApplicationPart();
        application.Apply(Elena, Now, OfB07C, "car", "1234-DMO", Wish, isFirst: true);
        return application;
    }

    public static ApplicationPart Application(ApplicationState state)
    {
        var application = Applied();
        if (state == ApplicationState.Submitted) return application;
        if (state == ApplicationState.Refused) { application.Take(ApplicationVerbs.Refuse, Lucia, Now, "why"); return application; }
        if (state == ApplicationState.Withdrawn) { application.Take(ApplicationVerbs.Withdraw, Elena, Now); return application; }
        application.Take(ApplicationVerbs.Verify, Lucia, Now);
        if (state == ApplicationState.Verified) return application;
        if (state == ApplicationState.Waiting) { application.Take(ApplicationVerbs.Wait, Lucia, Now); return application; }
        application.Propose(Lucia, Now, Offer());
        if (state == ApplicationState.Offered) return application;
        application.Accept(Elena, Now, TimeSpan.FromHours(72));
        if (state == ApplicationState.AwaitingPayment) return application;
        if (state == ApplicationState.Lapsed) { application.Take(ApplicationVerbs.LapsePayment, Actor.Clock, Now.AddHours(72)); return application; }
        application.Take(ApplicationVerbs.Pay, Actor.Clock, Now);
        if (state == ApplicationState.ContractToSign) return application;
        application.Sign(Lucia, Now);
        return application;
    }

    public static SpaceOffer Offer() => new("space", "P1-017", Period.Of(Today, 12), 62m, Now.AddHours(48));

    public static LeasePart Lease(DateOnly from, DateOnly until, int grace = 7)
    {
        var lease = new LeasePart();
        lease.Begin(Lucia, Now, Today, new("space", "P1-017", "P1", new Period(from, until), 62m), OfB07C, "car", "1234-DMO", grace);
        return lease;
    }

    public static string Refused(Action act) => Assert.Throws<RefusedException>(act).Code;
}
