using PropertySuite.Community.Contracts;
using PropertySuite.Community.Ties;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Community.People;

/// <summary>What the reader asked of the list of people, as the address says it.</summary>
public class PersonListRequest
{
    /// <summary>Name or phone.</summary>
    public string? Q { get; set; }

    /// <summary>Null shows everybody, who holds nothing today included.</summary>
    public TieKind? Tie { get; set; }

    public int Page { get; set; } = 1;

    /// <summary>The same request with something else changed, as route values.</summary>
    public IDictionary<string, string?> With(params (string Name, object? Value)[] changes)
    {
        var values = new Dictionary<string, string?> { ["q"] = Q, ["tie"] = Tie?.ToString() };
        foreach (var (name, value) in changes) values[name] = value?.ToString();
        return values.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary();
    }
}

/// <summary>The list of people as data (REG-12, REG-16).</summary>
public sealed class PersonList(ISession session, IUnitDirectory units, ICommunityCalendar calendar, RegisterAccess access, RegisterWords words)
{
    private const int RowsOnPage = 50;

    /// <summary>One page, by family name.</summary>
    public async Task<PersonListPage> ReadAsync(PersonListRequest request)
    {
        var query = await NarrowedAsync(request);
        var total = await query.CountAsync();
        var pages = Math.Max(1, (total + RowsOnPage - 1) / RowsOnPage);
        var page = Math.Clamp(request.Page, 1, pages);
        var rows = await (await NarrowedAsync(request)).OrderBy(person => person.SortName)
            .Skip((page - 1) * RowsOnPage).Take(RowsOnPage).ListAsync();
        return new PersonListPage(request, await LinesAsync([.. rows]), total, page, pages);
    }

    /// <summary>All rows of the request, for a spreadsheet.</summary>
    public async Task<IReadOnlyList<PersonLine>> ReadAllAsync(PersonListRequest request) =>
        await LinesAsync([.. await (await NarrowedAsync(request)).OrderBy(person => person.SortName).ListAsync()]);

    private async Task<IQueryIndex<PersonIndex>> NarrowedAsync(PersonListRequest request)
    {
        var query = PersonDirectory.Matching(session, request.Q ?? "");
        if (request.Tie is not { } kind) return query;

        var (name, day) = (kind.ToString(), (await calendar.TodayAsync()).DayNumber);
        var holders = (await session.QueryIndex<TieIndex>(tie => tie.Kind == name && tie.FromDay <= day && tie.UntilDay > day).ListAsync())
            .Select(tie => tie.PersonId).Distinct().ToArray();
        return holders.Length == 0 ? query.Where(person => person.PersonId == "") : query.Where(person => person.PersonId.IsIn(holders));
    }

    private async Task<IReadOnlyList<PersonLine>> LinesAsync(IReadOnlyList<PersonIndex> rows)
    {
        var ids = rows.Select(row => row.PersonId).ToArray();
        var day = (await calendar.TodayAsync()).DayNumber;
        var ties = ids.Length == 0 ? [] : TieDirectory.InOrder(await session
            .QueryIndex<TieIndex>(tie => tie.PersonId.IsIn(ids) && tie.FromDay <= day && tie.UntilDay > day).ListAsync());
        var codes = await units.FindManyAsync(ties.Select(tie => tie.UnitId));
        var held = ties.ToLookup(tie => tie.PersonId);
        var open = await access.MaySeePersonalDataAsync();
        return [.. rows.Select(row => new PersonLine(
            row.PersonId,
            row.DisplayName,
            row.IsCompany,
            open ? row.Phone ?? "" : Masked.Phone(row.Phone),
            open ? row.Email ?? "" : Masked.Email(row.Email),
            [.. held[row.PersonId].Where(tie => codes.ContainsKey(tie.UnitId))
                .Select(tie => new PersonHolding(tie.UnitId, codes[tie.UnitId].Code, words.Of(tie.Kind)))]))];
    }
}

/// <param name="Page">From 1.</param>
public sealed record PersonListPage(PersonListRequest Request, IReadOnlyList<PersonLine> Lines, int Total, int Page, int Pages)
{
    public bool MayManage { get; init; }
}

/// <summary>A person as a line of the list; contacts are masked where the reader may not know them.</summary>
public sealed record PersonLine(string PersonId, string Name, bool IsCompany, string Phone, string Email, IReadOnlyList<PersonHolding> Holdings);

/// <summary>What a person holds today.</summary>
/// <param name="As">Kind of tie, in the reader's words.</param>
public sealed record PersonHolding(string UnitId, string Code, string As);
