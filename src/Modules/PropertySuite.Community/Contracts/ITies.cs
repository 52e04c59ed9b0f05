namespace PropertySuite.Community.Contracts;

/// <summary>Who holds what on a day. Every page of a resident is scoped by this: rights end with the tie (REG-04).</summary>
public interface ITies
{
    /// <summary>The ties of a unit that hold on that day, owners first.</summary>
    Task<IReadOnlyList<TieSummary>> OfUnitAsync(string unitId, DateOnly on);

    /// <summary>The ties of a person that hold on that day.</summary>
    Task<IReadOnlyList<TieSummary>> OfPersonAsync(string personId, DateOnly on);

    /// <summary>The ties of these people that hold on that day.</summary>
    Task<IReadOnlyList<TieSummary>> OfPeopleAsync(IEnumerable<string> personIds, DateOnly on);

    /// <summary>The units that the person behind this account holds on that day, by code; none when the account is nobody's.</summary>
    Task<IReadOnlyList<UnitSummary>> UnitsOfUserAsync(string userId, DateOnly on);
}
