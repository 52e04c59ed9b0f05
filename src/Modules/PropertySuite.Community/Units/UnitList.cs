using PropertySuite.Community.Buildings;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.People;
using PropertySuite.Community.Ties;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Community.Units;

/// <summary>The list of units as data (REG-12): found by code, by a holder's name or phone; narrowed by building, kind and state.</summary>
public sealed class UnitList(
    ISession session, BuildingBook buildings, IPersonDirectory people, UnitStates states, ICommunityCalendar calendar, RegisterWords words)
{
    private const int RowsOnPage = 50;
    private const int MostHolders = 500;

    /// <summary>One page, in the order asked for.</summary>
    /// <exception cref="RefusedException">The list has no such column to sort by.</exception>
    public async Task<UnitListPage> ReadAsync(UnitListRequest request)
    {
        var rows = await RowsAsync(request);
        var pages = Math.Max(1, (rows.Count + RowsOnPage - 1) / RowsOnPage);
        var page = Math.Clamp(request.Page, 1, pages);
        return new UnitListPage(
            request,
            await LinesAsync([.. rows.Skip((page - 1) * RowsOnPage).Take(RowsOnPage)]),
            rows.Count, page, pages,
            await buildings.ListAsync());
    }

    /// <summary>All rows of the request, for a spreadsheet.</summary>
    public async Task<IReadOnlyList<UnitLine>> ReadAllAsync(UnitListRequest request) => await LinesAsync(await RowsAsync(request));

    // A community has hundreds of units, seldom thousands, and their state is of the day; so states are narrowed here.
    private async Task<List<(UnitIndex Unit, UnitState State)>> RowsAsync(UnitListRequest request)
    {
        var query = session.QueryIndex<UnitIndex>();
        if (request.State != UnitState.Closed) query = query.Where(unit => unit.LiveCode != null);
        if (request.Building is { Length: > 0 } building) query = query.Where(unit => unit.BuildingId == building);
        if (request.Kind is { } kind)
        {
            var name = kind.ToString();
            query = query.Where(unit => unit.Kind == name);
        }

        var units = (await query.OrderBy(unit => unit.Code).ListAsync()).ToList();
        if (Words.OrNull(request.Q) is { } text) units = await MatchingAsync(units, text);

        var today = await states.OnAsync(await calendar.TodayAsync(), units);
        var rows = units.Select(unit => (Unit: unit, State: today[unit.UnitId]));
        if (request.State is { } state) rows = rows.Where(row => row.State == state);
        return Sorted(rows, request.Sort);
    }

    private async Task<List<UnitIndex>> MatchingAsync(List<UnitIndex> units, string text)
    {
        var keys = UnitSearch.Keys(text);
        var byCode = units.FindAll(unit => keys.Any(key => unit.SearchCode.Contains(key, StringComparison.Ordinal)));
        if (byCode.Count > 0) return byCode;

        var holders = (await people.SearchAsync(text, MostHolders)).Select(person => person.Id).ToArray();
        if (holders.Length == 0) return [];
        var day = (await calendar.TodayAsync()).DayNumber;
        var held = (await session.QueryIndex<TieIndex>(tie => tie.PersonId.IsIn(holders) && tie.FromDay <= day && tie.UntilDay > day).ListAsync())
            .Select(tie => tie.UnitId).ToHashSet();
        return units.FindAll(unit => held.Contains(unit.UnitId));
    }

    private static List<(UnitIndex Unit, UnitState State)> Sorted(IEnumerable<(UnitIndex Unit, UnitState State)> rows, string? sort)
    {
        Func<(UnitIndex Unit, UnitState State), IComparable> key = sort?.TrimStart('-') switch
        {
            null or "" or "unit" => row => row.Unit.Code,
            "floor" => row => row.Unit.Floor,
            "kind" => row => row.Unit.Kind,
            "state" => row => row.State,
            _ => throw ListRefusals.UnknownColumn.With(),
        };
        var byKey = sort?.StartsWith('-') == true ? rows.OrderByDescending(key) : rows.OrderBy(key);
        return [.. byKey.ThenBy(row => row.Unit.Code, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<UnitLine>> LinesAsync(List<(UnitIndex Unit, UnitState State)> rows)
    {
        var ids = rows.Select(row => row.Unit.UnitId).ToArray();
        var day = (await calendar.TodayAsync()).DayNumber;
        var ties = ids.Length == 0 ? [] : (await session
            .QueryIndex<TieIndex>(tie => tie.UnitId.IsIn(ids) && tie.FromDay <= day && tie.UntilDay > day).ListAsync()).ToList();
        var held = ties.ToLookup(tie => tie.UnitId, tie => tie.ToSummary());
        var names = await people.FindManyAsync(ties.Select(tie => tie.PersonId));
        var known = await buildings.ByIdAsync();
        return [.. rows.Select(row => new UnitLine(
            row.Unit.UnitId,
            row.Unit.Code,
            known.GetValueOrDefault(row.Unit.BuildingId)?.Name ?? "",
            row.Unit.Floor,
            words.Of(Enum.Parse<UnitKind>(row.Unit.Kind)),
            row.Unit.Layout ?? "",
            row.State,
            Holder(held[row.Unit.UnitId], names)))];
    }

    // Whom the desk asks for: the tenant or operator where there is one, else the owners.
    private static string Holder(IEnumerable<TieSummary> ties, IReadOnlyDictionary<string, PersonSummary> names)
    {
        var all = ties.Where(tie => tie.Kind is not (TieKind.Staff or TieKind.Family or TieKind.Employee)).ToList();
        var first = all.FindAll(tie => tie.Kind is TieKind.Tenant or TieKind.Operator);
        return string.Join(", ", (first.Count > 0 ? first : all)
            .OrderByDescending(tie => tie.SharePercent).Select(tie => names.GetValueOrDefault(tie.PersonId)?.DisplayName).OfType<string>());
    }
}

/// <param name="Page">From 1.</param>
public sealed record UnitListPage(
    UnitListRequest Request, IReadOnlyList<UnitLine> Lines, int Total, int Page, int Pages, IReadOnlyList<BuildingIndex> Buildings)
{
    public bool MayManage { get; init; }
}

/// <summary>A unit as a line of the list.</summary>
/// <param name="Holder">Whom to ask for.</param>
public sealed record UnitLine(
    string UnitId, string Code, string Building, int Floor, string Kind, string Layout, UnitState State, string Holder);
