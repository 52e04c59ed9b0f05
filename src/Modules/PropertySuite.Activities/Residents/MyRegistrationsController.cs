using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Modules;
using PropertySuite.Core;
using PropertySuite.Core.Pages;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Activities;

/// <summary>A resident's registrations and shifts (ACT-07, ACT-08, ACT-11). Scoped to the person and the units held today.</summary>
[Route("my/registrations"), Requires(ActivityPermissions.TakePart)]
public sealed class MyRegistrationsController(
    Neighbours neighbours, Registrations registrations, ActivityBook activities, Turns turns, ActivityReading reading, CommunityTimes times, YesSql.ISession session, IClock clock) : Controller, IShowsAgain
{
    /// <summary>What is to come, and what was.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var me = await neighbours.GetAsync();
        var rows = await OfAsync(me);
        var shifts = me.Units.Count == 0 ? [] : await turns.OfPersonAsync(me.Person!.Id);
        var time = await times.GetAsync();
        var year = time.BeginningOf(new DateOnly(time.DayAt(clock.UtcNow).Year, 1, 1));
        return View(new MyRegistrations(
            me, rows, shifts, await reading.ManyAsync(rows.Select(row => row.ActivityId).Concat(shifts.Select(row => row.ActivityId))),
            me.Person is null ? 0 : await turns.HoursAsync(me.Person.Id, year), time, clock.UtcNow));
    }

    /// <summary>The form.</summary>
    [HttpGet("new/{activityId}")]
    public async Task<IActionResult> Create(string activityId)
    {
        var me = await neighbours.GetAsync();
        return await FillAsync(activityId, me, new RegistrationForm { UnitId = me.Units.Count > 0 ? me.Units[0].UnitId : null }) is { } form ? View(form) : NotFound();
    }

    /// <summary>Registers, or joins the waiting list.</summary>
    [HttpPost("new/{activityId}")]
    public async Task<IActionResult> Create(string activityId, RegistrationForm form)
    {
        var me = await neighbours.GetAsync();
        if (!await IsPublicAsync(activityId))
        {
            return NotFound();
        }

        if (me.Person is null) throw ActivityRefusals.PersonUnknown.With();
        var who = me.Units.FirstOrDefault(unit => unit.UnitId == form.UnitId) ?? throw ActivityRefusals.UnitNotYours.At(nameof(form.UnitId));
        var persons = int.TryParse(form.Persons?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw ActivityRefusals.NumberMalformed.At(nameof(form.Persons));
        var registration = await registrations.RegisterAsync(me.Actor, activityId, new RegistrationPlan(who, persons, ActivityForm.OrNull(form.Remark), form.InPictures));
        return RedirectToAction(nameof(Show), new { registrationId = registration.ContentItem.ContentItemId });
    }

    /// <summary>One registration with its code for the door.</summary>
    [HttpGet("{registrationId}")]
    public async Task<IActionResult> Show(string registrationId)
    {
        var me = await neighbours.GetAsync();
        if (!await IsMineAsync(me, registrationId) || await registrations.FindAsync(registrationId) is not { } registration || await activities.FindAsync(registration.ActivityId) is not { } activity)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-cache, no-store";
        var now = clock.UtcNow;
        var ahead = ActivityStates.Ahead.Contains(activity.State) || activity.State == ActivityState.Held;
        return View(new MyRegistration(
            registration, await reading.OfAsync(activity),
            registration.State == RegistrationState.Confirmed && ahead ? QrPicture.Of(registration.Code) : null,
            RegistrationLifecycle.Table.IsOpen(registration, RegistrationVerbs.Accept, me.Actor, now),
            activity.State != ActivityState.Cancelled && RegistrationLifecycle.Table.IsOpen(registration, RegistrationVerbs.Cancel, me.Actor, now),
            registration.State == RegistrationState.Waiting ? await PlaceInLineAsync(registration) : 0,
            await times.GetAsync(), now));
    }

    /// <summary>Takes the place that is kept.</summary>
    [HttpPost("{registrationId}/accept")]
    public async Task<IActionResult> Accept(string registrationId)
    {
        var me = await neighbours.GetAsync();
        if (!await IsMineAsync(me, registrationId)) return NotFound();
        await registrations.AcceptAsync(registrationId, me.Actor);
        return RedirectToAction(nameof(Show), new { registrationId });
    }

    /// <summary>Gives it up.</summary>
    [HttpPost("{registrationId}/cancel")]
    public async Task<IActionResult> Cancel(string registrationId)
    {
        var me = await neighbours.GetAsync();
        if (!await IsMineAsync(me, registrationId)) return NotFound();
        await registrations.CancelAsync(registrationId, me.Actor);
        return RedirectToAction(nameof(Show), new { registrationId });
    }

    /// <summary>Signs up for a shift.</summary>
    [HttpPost("shifts/{activityId}/{shiftId}")]
    public async Task<IActionResult> SignUp(string activityId, string shiftId)
    {
        var me = await neighbours.GetAsync();
        if (!await IsPublicAsync(activityId)) return NotFound();
        if (me.Person is null || me.Units.Count == 0) throw ActivityRefusals.PersonUnknown.With();
        await turns.SignUpAsync(me.Actor, activityId, shiftId, me.Person.Id, me.Person.DisplayName);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Gives a shift up.</summary>
    [HttpPost("shifts/{turnId}/withdraw")]
    public async Task<IActionResult> Withdraw(string turnId)
    {
        var me = await neighbours.GetAsync();
        return await turns.FindAsync(turnId) is { } turn && me.Units.Count > 0 && turn.PersonId == me.Person?.Id && await turns.ChangeAsync(turnId, (found, now) => found.Withdraw(me.Actor, now))
            ? RedirectToAction(nameof(Index))
            : NotFound();
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is RegistrationForm typed
        && refused.ActionArguments.TryGetValue("activityId", out var id) && await FillAsync((string)id!, await neighbours.GetAsync(), typed) is { } filled
            ? View("Create", filled)
            : null;

    private async Task<RegistrationForm?> FillAsync(string activityId, Neighbour me, RegistrationForm form)
    {
        if (await activities.FindAsync(activityId) is not { IsPublic: true } activity)
        {
            return null;
        }

        var personId = me.Person?.Id;
        var before = personId is null ? null : await session.QueryIndex<RegistrationIndex>(row => row.LivePersonKey == activityId + ":" + personId).FirstOrDefaultAsync();
        form.Page = new RegistrationFormPage(me, await reading.OfAsync(activity), before?.RegistrationId);
        return form;
    }

    private async Task<IReadOnlyList<RegistrationIndex>> OfAsync(Neighbour me)
    {
        if (me.Units.Count == 0)
        {
            return [];
        }

        var personId = me.Person!.Id;
        var unitIds = me.Units.Select(unit => unit.UnitId).ToArray();
        return [.. await session.QueryIndex<RegistrationIndex>(row => row.PersonId == personId && row.UnitId.IsIn(unitIds)).OrderByDescending(row => row.StartUtc).Take(60).ListAsync()];
    }

    // The row alone: the record is read when its lock is held.
    private async Task<bool> IsMineAsync(Neighbour me, string registrationId) =>
        me.Units.Count > 0
        && await session.QueryIndex<RegistrationIndex>(row => row.RegistrationId == registrationId).FirstOrDefaultAsync() is { } row
        && row.PersonId == me.Person!.Id && me.Units.Any(unit => unit.UnitId == row.UnitId);

    private async Task<bool> IsPublicAsync(string activityId) => await session.QueryIndex<ActivityIndex>(row => row.ActivityId == activityId && row.IsPublic).CountAsync() > 0;

    private async Task<int> PlaceInLineAsync(RegistrationPart registration)
    {
        var (activityId, number) = (registration.ActivityId, registration.QueueNumber ?? 0);
        return await session.QueryIndex<PlaceIndex>(row => row.ActivityId == activityId && row.Waits && row.Number <= number).CountAsync();
    }
}

/// <summary>The resident's list.</summary>
public sealed record MyRegistrations(
    Neighbour Me, IReadOnlyList<RegistrationIndex> Rows, IReadOnlyList<TurnIndex> Shifts, IReadOnlyDictionary<string, ReadActivity> Activities, decimal Hours, CommunityTime Time, DateTime NowUtc)
{
    /// <summary>Registrations that are to come, the next one first.</summary>
    public IReadOnlyList<RegistrationIndex> ToCome => [.. Rows.Where(row => RegistrationStates.OpenNames.Contains(row.State) && Activities.GetValueOrDefault(row.ActivityId) is { } read && (ActivityStates.Ahead.Contains(read.Activity.State) || read.Activity.State == ActivityState.Postponed)).OrderBy(row => row.StartUtc)];

    /// <summary>Registrations that were.</summary>
    public IReadOnlyList<RegistrationIndex> Past => [.. Rows.Except(ToCome)];
}

/// <summary>A registration of a resident.</summary>
/// <param name="Line">How many stand in line, this one included; 0 when it does not wait.</param>
public sealed record MyRegistration(RegistrationPart Registration, ReadActivity Read, QrPicture? Code, bool MayAccept, bool MayCancel, int Line, CommunityTime Time, DateTime NowUtc);

/// <summary>The form.</summary>
public sealed class RegistrationForm
{
    public string? UnitId { get; set; }

    public string? Persons { get; set; } = "1";

    public string? Remark { get; set; }

    public bool InPictures { get; set; }

    /// <summary>What the page says; never posted.</summary>
    [BindNever, ValidateNever]
    public RegistrationFormPage? Page { get; set; }
}

/// <summary>What the form's page says.</summary>
/// <param name="Before">Id of the registration that the person has already; null for none.</param>
public sealed record RegistrationFormPage(Neighbour Me, ReadActivity Read, string? Before);
