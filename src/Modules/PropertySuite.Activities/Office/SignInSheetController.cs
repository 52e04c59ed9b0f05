using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Activities;

/// <summary>The sign-in sheet for the door, as a numbered paper: who has a place, with a field to sign.</summary>
[Requires(ActivityPermissions.Attend)]
public sealed class SignInSheetController(ActivityBook activities, ActivityReading reading, Papers papers, CurrentActor current, YesSql.ISession session) : Controller
{
    /// <summary>Kind of the paper.</summary>
    public const string Kind = "activities.sign-in";

    private const string Sheet = "~/Areas/PropertySuite.Activities/Views/SignInSheet/Paper.cshtml";

    /// <summary>Issues a sheet from the registrations of this moment; those before are void.</summary>
    [HttpPost, Admin("Activities/Record/{activityId}/SignInSheet", "ActivitySignInSheet")]
    public async Task<IActionResult> Issue(string activityId)
    {
        if (await activities.FindAsync(activityId) is not { } activity)
        {
            return NotFound();
        }

        var rows = await session.QueryIndex<RegistrationIndex>(row => row.ActivityId == activityId && row.State.IsIn(RegistrationStates.PlacedNames)).OrderBy(row => row.PersonName).ListAsync();
        await papers.StandAsync(activityId, Kind, PaperStanding.Void);
        var paper = await papers.IssueAsync(
            new PaperDraft<SignInSheet>(Kind, Wording.Of(typeof(SignInSheet), "Sign-in sheet"), activityId, activity.Number, ActivityPermissions.Attend, Sheet, new SignInSheet(await reading.OfAsync(activity), [.. rows])),
            await current.GetAsync(ActivityPermissions.Attend));
        return RedirectToRoute("Paper", new { paperId = paper.PaperId });
    }
}

/// <summary>What the sheet is written from.</summary>
public sealed record SignInSheet(ReadActivity Read, IReadOnlyList<RegistrationIndex> Rows);
