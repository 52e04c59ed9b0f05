using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Residents;

/// <summary>Who is at home in the units that the reader holds today, and what the register says of the reader (REG-07 begins here).</summary>
[Route("my/household"), Requires(Permissions.UseResidentPages)]
public sealed class HouseholdController(IPersonDirectory people, ITies ties, ICommunityCalendar calendar) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var userId = User.FindFirstValue(ClaimTypes.NameIdentifier)!;
        var today = await calendar.TodayAsync();
        var me = await people.OfUserAsync(userId);
        var households = new List<Household>();
        foreach (var unit in await ties.UnitsOfUserAsync(userId, today))
        {
            households.Add(await HouseholdAsync(unit, me!.Id, today));
        }
        return View(new HouseholdPage(me, households));
    }

    // The reader's own ties, and who is at home. An owner's share is no business of the tenant.
    private async Task<Household> HouseholdAsync(UnitSummary unit, string myId, DateOnly today)
    {
        var all = await ties.OfUnitAsync(unit.Id, today);
        var shown = all.Where(tie => tie.PersonId == myId || tie.AtHome).ToList();
        var names = await people.FindManyAsync(shown.Select(tie => tie.PersonId));
        return new Household(unit, [.. shown.Where(tie => names.ContainsKey(tie.PersonId)).Select(tie => new HouseholdMember(
            names[tie.PersonId].DisplayName, tie.Kind, tie.PersonId == myId, tie.From, tie.PersonId == myId ? tie.SharePercent : null))]);
    }
}

/// <param name="Me">What the register says of the reader; null for accounts that are nobody's.</param>
public sealed record HouseholdPage(PersonSummary? Me, IReadOnlyList<Household> Households);

public sealed record Household(UnitSummary Unit, IReadOnlyList<HouseholdMember> Members);

/// <param name="SharePercent">The reader's own share; null for others.</param>
public sealed record HouseholdMember(string Name, TieKind Kind, bool IsMe, DateOnly From, decimal? SharePercent);
