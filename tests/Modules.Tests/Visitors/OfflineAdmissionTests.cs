using PropertySuite.Core;
using PropertySuite.Visitors;
using static Modules.Tests.Visitors.VisitWorld;

namespace Modules.Tests.Visitors;

/// <summary>VIS-06 without a connection: judged by the moment at the gate.</summary>
public sealed class OfflineAdmissionTests
{
    [Fact]
    public void VIS06_A_visit_that_expired_before_the_device_could_tell_was_used_after_all()
    {
        var visit = In(VisitState.Expired);

        var step = visit.AdmitOffline(Device, Nine.AddMinutes(5), North, 1, Ten.AddHours(1));

        Assert.Equal((VisitState.CheckedIn, "admit-offline", "Expired"), (visit.State, step.Verb, step.From));
        Assert.Equal((Nine.AddMinutes(5), 1, Ten.AddHours(1)), (visit.Admission!.AtUtc, visit.Admission.Persons, visit.Admission.ReportedAtUtc));
    }

    [Fact]
    public void VIS06_As_many_as_announced_came_in_when_the_device_names_no_number_and_more_are_counted_when_it_does()
    {
        var (silent, telling) = (Invited(), Invited());

        silent.AdmitOffline(Device, Nine, North, 0, Ten);
        telling.AdmitOffline(Device, Nine, North, 5, Ten);

        Assert.Equal((2, 5), (silent.Admission!.Persons, telling.Admission!.Persons));
        Assert.Equal(5, VisitIndexProvider.Row("v", telling).Persons);
    }

    [Theory]
    [InlineData(VisitState.Cancelled, 0, "visit.cancelled")]
    [InlineData(VisitState.CheckedIn, 0, "visit.already-inside")]
    [InlineData(VisitState.CheckedOut, 0, "visit.already-left")]
    [InlineData(VisitState.Refused, 0, "visit.refused")]
    [InlineData(VisitState.Invited, -1, "visit.too-early")]
    [InlineData(VisitState.Invited, 60, "visit.too-late")]
    [InlineData(VisitState.Expired, 60, "visit.too-late")]
    public void VIS06_What_does_not_fit_is_refused_with_its_reason_and_noted_on_the_visit(VisitState state, int minutes, string code)
    {
        var visit = In(state);
        var at = Nine.AddMinutes(minutes);

        Assert.Equal(code, Refused(() => visit.AdmitOffline(Device, at, North, 1, Ten)));
        var note = visit.NoteConflict(Device, at, "why");

        Assert.Equal((state, "offline-conflict", state.ToString(), state.ToString(), "why"), (visit.State, note.Verb, note.From, note.To, note.Reason));
    }

    [Fact]
    public void VIS06_A_guard_who_is_online_admits_by_the_usual_road_only() =>
        Assert.Equal("lifecycle.not-yours", Refused(() => Invited().AdmitOffline(Tomas, Nine, North, 1, Nine)));

    [Fact]
    public void A_note_that_the_table_does_not_name_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => VisitLifecycle.Table.Note(Invited(), VisitVerbs.Admit, Tomas, Nine));
}
