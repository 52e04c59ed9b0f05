using PropertySuite.Complaints;
using PropertySuite.Core;

namespace Modules.Tests.Complaints;

/// <summary>People and rules of the tests. It is Monday, 16 November 2026, nine in the morning in Madrid; the office works from 9 to 17, Monday to Friday.</summary>
internal static class ComplaintWorld
{
    public const string Unit = "unit-b07c";
    public const string Person = "person-elena";

    public static readonly DateTime Nine = new(2026, 11, 16, 8, 0, 0, DateTimeKind.Utc);

    public static readonly WorkingCalendar Office = new(
        new CommunityTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid")), Enumerable.Range(1, 5).Select(day => new WorkingShift((DayOfWeek)day, new(9, 0), new(17, 0))), []);

    public static readonly ComplaintRules Rules = new ComplaintSettings().ToRules(Office);

    public static readonly Actor Hugo = new("desk", "Hugo", [ComplaintPermissions.View, ComplaintPermissions.Register, ComplaintPermissions.Handle]);
    public static readonly Actor Ines = new("desk-2", "Inés", [ComplaintPermissions.View, ComplaintPermissions.Register, ComplaintPermissions.Handle]);
    public static readonly Actor Marcos = new("engineer", "Marcos", [ComplaintPermissions.View, ComplaintPermissions.Handle, ComplaintPermissions.Work]);
    public static readonly Actor Beatriz = new("supervisor", "Beatriz", [ComplaintPermissions.View, ComplaintPermissions.Register, ComplaintPermissions.Handle, ComplaintPermissions.Lead]);
    public static readonly Actor Laura = new("manager", "Laura", [ComplaintPermissions.View, ComplaintPermissions.Register, ComplaintPermissions.Handle, ComplaintPermissions.Lead, ComplaintPermissions.Manage]);
    public static readonly Actor Elena = new("owner", "Elena", [ComplaintPermissions.Raise], [Person, Unit]);
    public static readonly Actor ExOwner = new("ex-owner", "Elena, who sold", [ComplaintPermissions.Raise], []);
    public static readonly Actor Neighbour = new("neighbour", "Rafael", [ComplaintPermissions.Raise], ["person-rafael", Unit]);
    public static readonly Actor Nobody = new("nobody", "Nobody");

    public static ComplaintIntake Leak(ComplaintKind kind = ComplaintKind.Complaint) => new(
        kind, ComplaintChannel.Web, "water", "Leak in the bathroom", "Water drips from the ceiling.", new Complainant(Person, "Elena", "600 000 343", null), new ComplaintPlace(Unit, "B-07-C", "B", null));

    /// <summary>A case that has just come.</summary>
    public static ComplaintPart Received(ComplaintKind kind = ComplaintKind.Complaint)
    {
        var complaint = new ComplaintPart();
        complaint.Register(Elena, Nine, Leak(kind), Rules);
        complaint.Take("JDA-CMP-2026-00003");
        return complaint;
    }

    /// <summary>A case that Marcos works on since half past nine.</summary>
    public static ComplaintPart InProgress(int level = 2)
    {
        var complaint = Received();
        complaint.Accept(Laura, Nine.AddMinutes(10), level, "water", "Engineer", Rules);
        complaint.Grab(Marcos, Nine.AddMinutes(20), Rules);
        complaint.BeContacted(Marcos, Nine.AddMinutes(30), "I come at ten.");
        return complaint;
    }

    /// <summary>A case whose solution was proposed at eleven.</summary>
    public static ComplaintPart Proposed(int level = 2)
    {
        var complaint = InProgress(level);
        complaint.Propose(Marcos, Nine.AddHours(2), "Drain sealed.", "Bad seal", Rules);
        return complaint;
    }

    public static string Refused(Action act) => Assert.Throws<RefusedException>(act).Code;
}
