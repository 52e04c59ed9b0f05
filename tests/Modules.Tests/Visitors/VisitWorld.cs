using PropertySuite.Core;
using PropertySuite.Visitors;

namespace Modules.Tests.Visitors;

/// <summary>A small known world: unit B-07-C with its host, a guest, a desk, a gate, and a day in November.</summary>
internal static class VisitWorld
{
    public const string UnitB07C = "unit-b-07-c";

    public static readonly DateTime Nine = new(2026, 11, 13, 9, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Ten = Nine.AddHours(1);
    public static readonly GatePlace North = new("gate-n", "North gate");
    public static readonly GivenBadge Badge27 = new("badge-27", "27", "Tower B", EscortRequired: false);
    public static readonly VisitPass Pass = new("AAAAAAAAAAAAAAAAAAAAAA", "483127", new DateOnly(2026, 11, 13), "hash", "sealed");

    public static readonly Actor Elena = new("elena", "Elena Vidal", [VisitPermissions.Announce], [UnitB07C]);
    public static readonly Actor Stranger = new("rafael", "Rafael of B-08-C", [VisitPermissions.Announce], ["unit-b-08-c"]);
    public static readonly Actor Lucia = new("lucia", "Lucía Ferrer", [VisitPermissions.Register]);
    public static readonly Actor Tomas = new("tomas", "Tomás Aguilar", [VisitPermissions.Operate]);
    public static readonly Actor Device = new("tomas", "Tomás Aguilar", [VisitPermissions.Operate], place: "North gate", device: GateDevice.WithoutConnection);
    public static readonly Actor Carla = new("carla", "Carla Captain", [VisitPermissions.Approve, VisitPermissions.Watch]);
    public static readonly Actor Nobody = new("nobody", "Nobody");

    public static VisitPlan Plan(DateTime? from = null, DateTime? until = null, int persons = 2) => new(
        VisitKind.Guest,
        new VisitGuest("Nuria Salcedo Pons", "600 000 344", persons, "7720-DMO"),
        new VisitHost(UnitB07C, "B-07-C", "person-elena", "Elena Vidal"),
        new VisitWindow(from ?? Nine, until ?? Ten));

    public static VisitPart Invited(int toleranceMinutes = 0)
    {
        var visit = new VisitPart();
        visit.Invite(Elena, Nine.AddDays(-1), Plan() with { ToleranceMinutes = toleranceMinutes }, Pass);
        return visit;
    }

    public static VisitPart Asking(VisitState first)
    {
        var visit = new VisitPart();
        visit.Invite(Elena, Nine.AddDays(-1), Plan() with { ToleranceMinutes = 0, Rules = VisitRules.Usual with { NeedsApproval = true } }, Pass);
        foreach (var _ in visit.Follow(Nine.AddDays(-1)))
        {
        }

        if (first == VisitState.Approved)
        {
            visit.Approve(Carla, Nine.AddDays(-1));
        }
        else if (first == VisitState.Denied)
        {
            visit.Deny(Carla, Nine.AddDays(-1), "Not today");
        }

        return visit;
    }

    public static VisitPart AtTheDesk()
    {
        var visit = new VisitPart();
        visit.Register(Lucia, Nine, Plan(Nine, Nine.AddHours(4)) with { ToleranceMinutes = 0 }, identitySeen: true);
        return visit;
    }

    public static VisitPart Inside()
    {
        var visit = Invited();
        visit.Admit(Tomas, Nine, North, 2, Badge27);
        return visit;
    }

    /// <summary>A visit brought into a state by the verbs alone.</summary>
    public static VisitPart In(VisitState state)
    {
        switch (state)
        {
            case VisitState.Invited:
                return Invited();
            case VisitState.WalkIn:
                return AtTheDesk();
            case VisitState.CheckedIn:
                return Inside();
            case VisitState.NeedsApproval or VisitState.Approved or VisitState.Denied:
                return Asking(state);
            case VisitState.Overstay:
                var late = Inside();
                VisitLifecycle.Table.Take(late, VisitVerbs.Overstay, Actor.Clock, late.OverstayAtUtc);
                return late;
            case VisitState.Escalated:
                var incident = Invited();
                incident.Escalate(Tomas, Nine, "Forced entry");
                return incident;
            case VisitState.CheckedOut:
                var left = Inside();
                left.Leave(Tomas, Nine.AddMinutes(40), North, BadgeReturn.Returned);
                return left;
            case VisitState.Cancelled:
                var cancelled = Invited();
                cancelled.Cancel(Elena, Nine);
                return cancelled;
            case VisitState.Expired:
                var expired = Invited();
                VisitLifecycle.Table.Take(expired, VisitVerbs.Expire, Actor.Clock, Ten);
                return expired;
            default:
                var answered = AtTheDesk();
                answered.Log(Lucia, Nine.AddMinutes(2), state switch { VisitState.Confirmed => true, VisitState.Refused => false, _ => null }, "Elena Vidal", "600 000 218");
                return answered;
        }
    }

    public static string Refused(Action act) => Assert.Throws<RefusedException>(act).Code;
}
