using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Adds the last visits whose host is this person to the person's page.</summary>
public sealed class PersonVisitsDriver(VisitBoard board, VisitPrivacy privacy, VisitAccess access, CommunityTimes times) : DisplayDriver<PersonHub>
{
    private const int Rows = 6;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(PersonHub model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(VisitPermissions.View)) return Combine();

        var rows = await board.OfHostAsync(model.Person.Id, model.Ties.Select(tie => tie.UnitId), Rows);
        var hidesName = await privacy.MaskAsync();
        var time = await times.GetAsync();
        return Initialize<PersonVisits>(shape => (shape.Rows, shape.HidesName, shape.Time, shape.NowUtc) = (rows, hidesName, time, model.AtUtc))
            .Location(rows.Count > 0 ? "Main:20" : "-");
    }
}

/// <summary>The last visits to a person. Shape <c>PersonVisits</c>.</summary>
public class PersonVisits
{
    public IReadOnlyList<VisitIndex> Rows { get; set; } = [];

    /// <summary>Whether a row's name is masked (VIS-19).</summary>
    public Func<VisitIndex, bool> HidesName { get; set; } = static _ => false;

    public CommunityTime Time { get; set; } = default!;

    public DateTime NowUtc { get; set; }
}
