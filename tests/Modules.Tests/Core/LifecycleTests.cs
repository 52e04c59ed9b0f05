using PropertySuite.Core;

namespace Modules.Tests.Core;

public sealed class LifecycleTests
{
    private static readonly DateTime Noon = new(2026, 11, 13, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Verb Open = new("open", "Open");
    private static readonly Verb Close = new("close", "Close");
    private static readonly Role<Door> Keeper = Roles.With<Door>("Keeper", "KeepDoors");
    private static readonly Refusal Stuck = new(typeof(LifecycleTests), "door.stuck", "The door is stuck.");

    private static readonly Lifecycle<Door, DoorState> Table = Lifecycle
        .Of<Door, DoorState>(typeof(LifecycleTests), door => door.State, (door, state) => door.State = state)
        .From(DoorState.Closed).To(DoorState.Open, Open).By(Keeper).When(new Guard<Door>(Stuck, (door, _) => !door.IsStuck)).Then((door, step) => door.OpenedBy = step.By.Name).Due("close it", door => door.CloseBy)
        .From(DoorState.Open).To(DoorState.Closed, Close).By(Keeper, Roles.Clock<Door>()).AskingReason();

    private readonly Actor _keeper = new("k", "Keeper", ["KeepDoors"]);

    [Fact]
    public void A_transition_moves_the_record_and_applies_its_effects()
    {
        var door = new Door();

        var step = Table.Take(door, Open, _keeper, Noon);

        Assert.Equal((DoorState.Open, "Keeper"), (door.State, door.OpenedBy));
        Assert.Equal(new Step("open", "Closed", "Open", _keeper, Noon), step);
    }

    [Fact]
    public void A_condition_that_does_not_hold_closes_it_with_its_own_sentence()
    {
        var refused = Assert.Throws<RefusedException>(() => Table.Take(new Door { IsStuck = true }, Open, _keeper, Noon));

        Assert.Equal("door.stuck", refused.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_reason_that_is_asked_must_be_given(string? reason)
    {
        var door = new Door { State = DoorState.Open };

        Assert.Equal("Reason", Assert.Throws<RefusedException>(() => Table.Take(door, Close, _keeper, Noon, reason)).Field);
        Assert.Equal("windy", Table.Take(door, Close, _keeper, Noon, " windy ").Reason);
    }

    [Fact]
    public void The_clock_acts_where_the_table_names_it_and_nowhere_else()
    {
        Assert.Equal("lifecycle.not-yours", Assert.Throws<RefusedException>(() => Table.Take(new Door(), Open, Actor.Clock, Noon)).Code);
        Assert.Equal("clock", Table.Take(new Door { State = DoorState.Open }, Close, Actor.Clock, Noon, "evening").By.Id);
    }

    [Fact]
    public void The_nearest_deadline_runs_in_its_state_only()
    {
        var door = new Door { CloseBy = Noon.AddHours(1) };
        Assert.Null(Table.NearestDeadline(door, Noon));

        door.State = DoorState.Open;
        Assert.Equal(Noon.AddHours(1), Table.NearestDeadline(door, Noon)!.Value.AtUtc);
    }

    [Fact]
    public void The_table_names_the_permissions_that_it_rests_on() => Assert.Equal(["KeepDoors"], Table.Permissions);

    [Fact]
    public void A_usual_path_that_returns_to_its_beginning_ends_there() =>
        Assert.Equal([DoorState.Closed, DoorState.Open], Table.UsualPath(DoorState.Closed));

    public enum DoorState
    {
        Closed,
        Open,
    }

    private sealed class Door
    {
        public DoorState State { get; set; }

        public bool IsStuck { get; init; }

        public string? OpenedBy { get; set; }

        public DateTime? CloseBy { get; init; }
    }
}
