using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Parking;

/// <summary>The lists of parking, as data.</summary>
public static class ParkingLists
{
    private const string Removed = nameof(VehicleState.Removed);
    private const string Waiting = nameof(ApplicationState.Waiting);
    private const string Released = nameof(LeaseState.Released);

    private static readonly string[] ToDecide = [nameof(ApplicationState.Submitted), nameof(ApplicationState.Verified), nameof(ApplicationState.ContractToSign)];
    private static readonly string[] OpenViolations = [.. Enum.GetNames<ViolationState>().Except([nameof(ViolationState.Closed), nameof(ViolationState.Dropped)])];

    /// <summary>Spaces with where they stand today.</summary>
    public static ListDefinition<SpaceIndex> Spaces(IReadOnlyDictionary<string, SpaceStanding> standing, IReadOnlyList<AreaIndex> areas)
    {
        var list = new ListDefinition<SpaceIndex>(typeof(SpaceWords)).View("all", "All", (query, _) => query);
        foreach (var state in new[] { SpaceState.Free, SpaceState.Offered, SpaceState.Reserved, SpaceState.Let })
        {
            var ids = standing.Values.Where(space => space.State == state).Select(space => space.Space.SpaceId).ToArray();
            list.View(state.ToString().ToLowerInvariant(), SpaceWords.Name(state), (query, _) => query.Where(row => row.SpaceId.IsIn(ids)));
        }

        return list
            .Column("code", "Space", row => Cell.Link(row.Code, $"~admin/Parking/Spaces/{row.SpaceId}"), row => row.Code)
            .Column("state", "State", row => StateOf(row))
            .Column("unit", "Unit", row => Cell.Of(standing.GetValueOrDefault(row.SpaceId)?.Right?.UnitCode ?? row.UnitCode, "ps-unit"))
            .Column("until", "Until", row => Cell.Of(standing.GetValueOrDefault(row.SpaceId)?.Right is { } right ? ListDay.Show(right.UntilDay.AsDay().AddDays(-1)) : ""))
            .Column("kind", "Kind", row => Cell.Word(SpaceWords.Name(Enum.Parse<SpaceKind>(row.Kind))), row => row.Kind)
            .Column("size", "Size", row => Cell.Word(SpaceWords.Name(Enum.Parse<SpaceSize>(row.Size))), row => row.Size)
            .Column("level", "Level", row => Cell.Number(row.Level), row => row.Level)
            .Column("for", "Equipped for", row => Cell.Word(row.Accessible ? row.Charger ? "Accessible, with charger" : "Accessible" : row.Charger ? "With charger" : ""))
            .Column("whose", "Whose", row => Cell.Word(SpaceWords.Name(Enum.Parse<SpaceOwnership>(row.Ownership))), row => row.Ownership)
            .Filter("area", "Area", [.. areas.Select(area => new ListChoice(area.AreaId, area.Name, IsWord: false))], (query, area) => query.Where(row => row.AreaId == area))
            .Filter("kind", "Kind", [.. Enum.GetValues<SpaceKind>().Select(kind => new ListChoice(kind.ToString(), SpaceWords.Name(kind)))], (query, kind) => query.Where(row => row.Kind == kind))
            .Filter("use", "Serves for", [.. Enum.GetValues<SpaceUse>().Select(use => new ListChoice(use.ToString(), SpaceLifecycle.Name(use)))], (query, use) => query.Where(row => row.UseName == use))
            .Filter("equipped", "Equipped for", [new("accessible", "Accessible"), new("charger", "With charger")], (query, what) => what == "accessible" ? query.Where(row => row.Accessible) : query.Where(row => row.Charger))
            .Search((query, text) => query.Where(row => row.Search.Contains(text)))
            .OrderedBy(row => row.Code);

        Cell StateOf(SpaceIndex row) => standing.GetValueOrDefault(row.SpaceId) is { } found ? Cell.State(SpaceWords.Name(found.State), SpaceWords.Dot(found.State)) : Cell.Of("");
    }

    /// <summary>Applications.</summary>
    public static ListDefinition<ApplicationIndex> Applications(IReadOnlyList<AreaIndex> areas) => ApplicationColumns(new ListDefinition<ApplicationIndex>(typeof(ApplicationLifecycle))
            .View("decide", "To be decided", (query, _) => query.Where(row => row.State.IsIn(ToDecide)))
            .View("open", "Open", (query, _) => query.Where(row => row.State.IsIn(ApplicationStates.OpenNames)))
            .View("all", "All", (query, _) => query))
        .Column("state", "State", row => State(row), row => row.State)
        .Column("space", "Space", row => Cell.Of(row.SpaceCode, "ps-no"))
        .Column("applied", "Applied", row => Cell.Moment(row.AppliedAtUtc), row => row.AppliedAtUtc)
        .Column("due", "Due", row => Cell.Moment(row.DueAtUtc), row => row.DueAtUtc)
        .Filter("state", "State", [.. Enum.GetValues<ApplicationState>().Select(state => new ListChoice(state.ToString(), ApplicationLifecycle.Name(state)))], (query, state) => query.Where(row => row.State == state))
        .Filter("area", "Area", [.. areas.Select(area => new ListChoice(area.Code, area.Name, IsWord: false))], (query, area) => query.Where(row => row.AreaCode == area))
        .TextFilter("unit", "Unit", ApplicationUnit)
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.AppliedAtUtc, newestFirst: true);

    /// <summary>Those who wait, by their rank (PRK-07).</summary>
    /// <param name="ranks">Rank by application.</param>
    public static ListDefinition<ApplicationIndex> WaitingList(IReadOnlyDictionary<string, int> ranks, IReadOnlyList<AreaIndex> areas) => ApplicationColumns(new ListDefinition<ApplicationIndex>(typeof(ApplicationLifecycle))
            .View("waiting", "On the waiting list", (query, _) => query.Where(row => row.State == Waiting)))
        .Column("rank", "Rank", row => Cell.Number(ranks.GetValueOrDefault(row.ApplicationId)), row => row.RankKey)
        .Column("applied", "Applied", row => Cell.Moment(row.AppliedAtUtc), row => row.AppliedAtUtc)
        .Filter("area", "Area", [.. areas.Select(area => new ListChoice(area.Code, area.Name, IsWord: false))], (query, area) => query.Where(row => row.AreaCode == area))
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.RankKey);

    /// <summary>Leases.</summary>
    public static ListDefinition<LeaseIndex> Leases(IReadOnlyList<AreaIndex> areas, string currency) => new ListDefinition<LeaseIndex>(typeof(LeaseLifecycle))
        .View("running", "Holding a space", (query, _) => query.Where(row => row.Live))
        .View("expiring", "Ending within 30 days", (query, moment) => Ending(query, moment.Today.AddDays(30)))
        .View("later", "Begins later", (query, _) => query.Where(row => row.State == nameof(LeaseState.Reserved)))
        .View("over", "Released", (query, _) => query.Where(row => row.State == Released))
        .View("all", "All", (query, _) => query)
        .Column("space", "Space", row => Cell.Link(row.SpaceCode, $"~admin/Parking/Leases/{row.LeaseId}"), row => row.SpaceCode)
        .Column("unit", "Unit", row => Cell.Of(row.UnitCode, "ps-unit"), row => row.UnitCode)
        .Column("person", "Tenant", row => Cell.Of(row.PersonName), row => row.PersonName)
        .Column("plate", "Plate", row => Cell.Of(row.Plate, "ps-plate"), row => row.Plate)
        .Column("state", "State", row => Enum.Parse<LeaseState>(row.State) is var state ? Cell.State(LeaseLifecycle.Name(state), LeaseLifecycle.Dot(state)) : Cell.Of(""), row => row.State)
        .Column("from", "From", row => Cell.Of(ListDay.Show(row.FromDay.AsDay())), row => row.FromDay)
        .Column("until", "Last day", row => Cell.Of(ListDay.Show(row.UntilDay.AsDay().AddDays(-1))), row => row.UntilDay)
        .Column("rent", "Rent a month", row => Cell.Of(new Money(row.Monthly, currency).ToString()), row => row.Monthly)
        .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
        .Filter("area", "Area", [.. areas.Select(area => new ListChoice(area.Code, area.Name, IsWord: false))], (query, area) => query.Where(row => row.AreaCode == area))
        .Filter("state", "State", [.. Enum.GetValues<LeaseState>().Select(state => new ListChoice(state.ToString(), LeaseLifecycle.Name(state)))], (query, state) => query.Where(row => row.State == state))
        .DayFilter("before", "Ends by", Ending)
        .TextFilter("unit", "Unit", LeaseUnit)
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.UntilDay);

    /// <summary>Vehicles.</summary>
    public static ListDefinition<VehicleIndex> Vehicles() => new ListDefinition<VehicleIndex>(typeof(VehicleLifecycle))
        .View("here", "On the register", (query, _) => query.Where(row => row.State != Removed))
        .View("new", "To be verified", (query, _) => query.Where(row => row.State == nameof(VehicleState.Registered)))
        .View("blocked", "Blocked", (query, _) => query.Where(row => row.State == nameof(VehicleState.Blocked)))
        .View("all", "All", (query, _) => query)
        .Column("plate", "Plate", row => Cell.Link(row.Written, $"~admin/Parking/Vehicles/{row.VehicleId}"), row => row.Plate)
        .Column("unit", "Unit", row => Cell.Of(row.UnitCode, "ps-unit"), row => row.UnitCode)
        .Column("person", "Person", row => Cell.Of(row.PersonName), row => row.PersonName)
        .Column("kind", "Kind", row => Cell.Word(VehicleLifecycle.Name(Enum.Parse<VehicleKind>(row.Kind))), row => row.Kind)
        .Column("make", "Make and colour", row => Cell.Of(row.Make), row => row.Make)
        .Column("state", "State", row => Enum.Parse<VehicleState>(row.State) is var state ? Cell.State(VehicleLifecycle.Name(state), VehicleLifecycle.Dot(state)) : Cell.Of(""), row => row.State)
        .Filter("kind", "Kind", [.. Enum.GetValues<VehicleKind>().Select(kind => new ListChoice(kind.ToString(), VehicleLifecycle.Name(kind)))], (query, kind) => query.Where(row => row.Kind == kind))
        .TextFilter("unit", "Unit", VehicleUnit)
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.Plate);

    /// <summary>Violations.</summary>
    public static ListDefinition<ViolationIndex> Violations() => new ListDefinition<ViolationIndex>(typeof(ViolationLifecycle))
        .View("open", "Open", (query, _) => query.Where(row => row.State.IsIn(OpenViolations)))
        .View("fines", "Fine proposed", (query, _) => query.Where(row => row.State == nameof(ViolationState.FineProposed)))
        .View("all", "All", (query, _) => query)
        .Column("plate", "Plate", row => Cell.Link(row.Plate, $"~admin/Parking/Violations/{row.ViolationId}"), row => row.PlateKey)
        .Column("kind", "What", row => Cell.Word(ViolationLifecycle.Name(Enum.Parse<ViolationKind>(row.Kind))), row => row.Kind)
        .Column("place", "Where", row => Cell.Of(row.Place), row => row.Place)
        .Column("unit", "Unit", row => Cell.Of(row.UnitCode, "ps-unit"), row => row.UnitCode)
        .Column("state", "State", row => Enum.Parse<ViolationState>(row.State) is var state ? Cell.State(ViolationLifecycle.Name(state), ViolationLifecycle.Dot(state)) : Cell.Of(""), row => row.State)
        .Column("seen", "Seen at", row => Cell.Moment(row.SeenAtUtc), row => row.SeenAtUtc)
        .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number)
        .Filter("kind", "What", [.. Enum.GetValues<ViolationKind>().Select(kind => new ListChoice(kind.ToString(), ViolationLifecycle.Name(kind)))], (query, kind) => query.Where(row => row.Kind == kind))
        .Filter("state", "State", [.. Enum.GetValues<ViolationState>().Select(state => new ListChoice(state.ToString(), ViolationLifecycle.Name(state)))], (query, state) => query.Where(row => row.State == state))
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.SeenAtUtc, newestFirst: true);

    /// <summary>Leases that hold a space and whose last day lies before or on a day.</summary>
    public static IQueryIndex<LeaseIndex> Ending(IQueryIndex<LeaseIndex> query, DateOnly day)
    {
        var until = day.AddDays(1).AsColumn();
        return query.Where(row => row.Live && row.UntilDay <= until);
    }

    private static ListDefinition<ApplicationIndex> ApplicationColumns(ListDefinition<ApplicationIndex> list) => list
        .Column("person", "Applicant", row => Cell.Link(row.PersonName ?? row.UnitCode, $"~admin/Parking/Applications/{row.ApplicationId}"), row => row.PersonName)
        .Column("unit", "Unit", row => Cell.Of(row.UnitCode, "ps-unit"), row => row.UnitCode)
        .Column("plate", "Plate", row => Cell.Of(row.Plate, "ps-plate"), row => row.Plate)
        .Column("wish", "Wish", row => Cell.Of(row.AreaCode))
        .Column("number", "Number", row => Cell.Of(row.Number, "ps-no"), row => row.Number);

    private static Cell State(ApplicationIndex row) => Enum.Parse<ApplicationState>(row.State) is var state ? Cell.State(ApplicationLifecycle.Name(state), ApplicationLifecycle.Dot(state)) : Cell.Of("");

    private static IQueryIndex<ApplicationIndex> ApplicationUnit(IQueryIndex<ApplicationIndex> query, string typed)
    {
        var code = typed.ToUpperInvariant();
        return query.Where(row => row.UnitCode.Contains(code));
    }

    private static IQueryIndex<LeaseIndex> LeaseUnit(IQueryIndex<LeaseIndex> query, string typed)
    {
        var code = typed.ToUpperInvariant();
        return query.Where(row => row.UnitCode.Contains(code));
    }

    private static IQueryIndex<VehicleIndex> VehicleUnit(IQueryIndex<VehicleIndex> query, string typed)
    {
        var code = typed.ToUpperInvariant();
        return query.Where(row => row.UnitCode.Contains(code));
    }
}
