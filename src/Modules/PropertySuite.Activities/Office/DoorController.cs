using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Activities;

/// <summary>Who came (ACT-12): by the code of the registration on a phone's camera, or by the list.</summary>
[Requires(ActivityPermissions.Attend)]
public sealed class DoorController(ActivityBook activities, Registrations registrations, ActivityReading reading, CurrentActor current, YesSql.ISession session, IClock clock) : Controller, IShowsAgain
{
    /// <summary>Where the camera waits, and the list.</summary>
    [HttpGet, Admin("Activities/Record/{activityId}/Door", "ActivityDoor")]
    public async Task<IActionResult> Index(string activityId, string? text, string? came) =>
        await FillAsync(activityId, new DoorForm { Text = text, Came = came }) is { } form ? View(form) : NotFound();

    /// <summary>Somebody shows the code of a registration.</summary>
    [HttpPost, Admin("Activities/Record/{activityId}/Door/Check", "ActivityDoorCheck")]
    public async Task<IActionResult> Check(string activityId, DoorForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Code)) throw ActivityRefusals.CodeMissing.At("Code");
        var registration = await registrations.OfCodeAsync(activityId, form.Code) ?? throw ActivityRefusals.CodeUnknown.At("Code");
        try
        {
            await registrations.AttendAsync(registration.ContentItem.ContentItemId, await ActorAsync(), came: true);
        }
        catch (RefusedException no)
        {
            throw no.At("Code");
        }

        return RedirectToAction(nameof(Index), new { activityId, came = registration.ContentItem.ContentItemId });
    }

    /// <summary>Somebody of the list came.</summary>
    [HttpPost, Admin("Activities/Record/{activityId}/Door/{registrationId}/Came", "ActivityDoorCame")]
    public async Task<IActionResult> Came(string activityId, string registrationId, string? persons, string? text)
    {
        if (!await IsOfAsync(activityId, registrationId)) return NotFound();
        await registrations.AttendAsync(registrationId, await ActorAsync(), came: true, int.TryParse(persons, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null);
        return RedirectToAction(nameof(Index), new { activityId, text, came = registrationId });
    }

    /// <summary>A mistake: the person did not come after all.</summary>
    [HttpPost, Admin("Activities/Record/{activityId}/Door/{registrationId}/Undo", "ActivityDoorUndo")]
    public async Task<IActionResult> Undo(string activityId, string registrationId, string? text)
    {
        if (!await IsOfAsync(activityId, registrationId)) return NotFound();
        await registrations.AttendAsync(registrationId, await ActorAsync(), came: false);
        return RedirectToAction(nameof(Index), new { activityId, text });
    }

    /// <summary>How many came without a registration.</summary>
    [HttpPost, Admin("Activities/Record/{activityId}/Door/WalkIns", "ActivityDoorWalkIns")]
    public async Task<IActionResult> WalkIns(string activityId, DoorForm form)
    {
        await session.BeginTransactionAsync();
        if (await activities.FindAsync(activityId) is not { } activity) return NotFound();
        var persons = int.TryParse(form.WalkIns?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw ActivityRefusals.NumberMalformed.At("WalkIns");
        activity.CountWalkIns(await ActorAsync(), clock.UtcNow, persons);
        await activities.SaveAsync(activity);
        return RedirectToAction(nameof(Index), new { activityId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is DoorForm typed && refused.ActionArguments.TryGetValue("activityId", out var id) && await FillAsync((string)id!, typed) is { } filled
            ? View("Index", filled)
            : null;

    private async Task<DoorForm?> FillAsync(string activityId, DoorForm form)
    {
        if (await activities.FindAsync(activityId) is not { } activity)
        {
            return null;
        }

        var wanted = SearchText.Fold(form.Text);
        var rows = (await session.QueryIndex<RegistrationIndex>(row => row.ActivityId == activityId && row.State.IsIn(RegistrationStates.PlacedNames)).OrderBy(row => row.PersonName).ListAsync())
            .Where(row => row.Search.Contains(wanted, StringComparison.Ordinal)).ToList();
        form.WalkIns ??= activity.WalkIns == 0 ? null : activity.WalkIns.ToString(CultureInfo.CurrentCulture);
        form.Page = new DoorPage(activityId, await reading.OfAsync(activity), rows, rows.Find(row => row.RegistrationId == form.Came), activity.IsDoorOpen(clock.UtcNow));
        return form;
    }

    private async Task<bool> IsOfAsync(string activityId, string registrationId) =>
        await session.QueryIndex<RegistrationIndex>(row => row.RegistrationId == registrationId && row.ActivityId == activityId).CountAsync() > 0;

    private Task<Actor> ActorAsync() => current.GetAsync(RegistrationLifecycle.Table.Permissions);
}

/// <summary>What was scanned or typed.</summary>
public sealed class DoorForm
{
    /// <summary>Code of a registration.</summary>
    public string? Code { get; set; }

    /// <summary>Name, unit or number to look for in the list.</summary>
    public string? Text { get; set; }

    /// <summary>Persons without a registration.</summary>
    public string? WalkIns { get; set; }

    /// <summary>Who has just come.</summary>
    [BindNever]
    public string? Came { get; set; }

    /// <summary>What the page shows; never posted.</summary>
    [BindNever, ValidateNever]
    public DoorPage? Page { get; set; }
}

/// <summary>The door.</summary>
public sealed record DoorPage(string ActivityId, ReadActivity Read, IReadOnlyList<RegistrationIndex> Rows, RegistrationIndex? JustCame, bool IsOpen);
