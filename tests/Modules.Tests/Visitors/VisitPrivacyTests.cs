using PropertySuite.Core;
using PropertySuite.Visitors;
using static Modules.Tests.Visitors.VisitWorld;

namespace Modules.Tests.Visitors;

/// <summary>VIS-18 and VIS-19: figures without names, and names only while they are needed.</summary>
public sealed class VisitPrivacyTests
{
    [Theory]
    [InlineData("Nuria Salcedo Pons", "N. S. P.")]
    [InlineData("王小明", "王**")]
    [InlineData("Bo", "B.")]
    [InlineData("", "")]
    public void VIS19_A_masked_name_is_its_initials(string name, string masked) => Assert.Equal(masked, MaskedVisit.Name(name));

    [Theory]
    [InlineData("7720-DMO", "••••••MO")]
    [InlineData("A", "A")]
    [InlineData(null, "")]
    public void VIS19_A_masked_plate_keeps_its_last_two_signs(string? plate, string masked) => Assert.Equal(masked, MaskedVisit.Plate(plate));

    [Theory]
    [InlineData(0, false, false, false)]
    [InlineData(24, false, false, true)]
    [InlineData(24, true, false, false)]
    [InlineData(0, false, true, true)]
    [InlineData(-1, false, true, false)]
    public void VIS19_A_name_is_masked_a_while_after_the_visit_at_once_where_the_unit_asks_it_and_never_while_somebody_is_inside(int hours, bool inside, bool isPrivate, bool hidden) =>
        Assert.Equal(hidden, MaskedVisit.HidesName(Ten, inside, Ten.AddHours(hours), 24, isPrivate));

    [Fact]
    public void VIS18_Figures_count_by_hour_unit_kind_and_refusal_in_the_communitys_time()
    {
        var time = new CommunityTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"));
        VisitIndex[] came =
        [
            new() { UnitCode = "B-07-C", Kind = "Guest", Persons = 2, AdmittedAtUtc = Nine, LeftAtUtc = Nine.AddHours(2) },
            new() { UnitCode = "B-07-C", Kind = "Courier", Persons = 1, AdmittedAtUtc = Nine.AddMinutes(30), LeftAtUtc = Nine.AddMinutes(90) },
            new() { UnitCode = "A-01-A", Kind = "Guest", Persons = 1, AdmittedAtUtc = Ten },
        ];

        var figures = VisitFigures.Of(time, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), came, [new() { RefusalKind = "Solicitor" }]);

        Assert.Equal((3, 4, TimeSpan.FromMinutes(90)), (figures.Visits, figures.Persons, figures.AverageStay));
        Assert.Equal([2, 1], figures.ByHour.Where(bar => bar.Count > 0).Select(bar => bar.Count));
        Assert.Equal("10", figures.ByHour.First(bar => bar.Count > 0).Name);
        Assert.Equal(("B-07-C", 2), (figures.ByUnit[0].Name, figures.ByUnit[0].Count));
        Assert.Equal(("Guest", 2), (figures.ByKind[0].Name, figures.ByKind[0].Count));
        Assert.Equal("Solicitor", Assert.Single(figures.Refusals).Name);
    }
}
