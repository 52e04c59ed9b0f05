using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>What a household asks of desk and gate (VIS-12), on its own page.</summary>
[Route("my/visits/instructions"), Requires(VisitPermissions.Announce)]
public sealed class MyInstructionsController(Household household, Instructions instructions, CommunityTimes times, IClock clock) : Controller, IShowsAgain
{
    /// <summary>What stands, and the form for more.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await FillAsync(new InstructionForm()));

    /// <summary>Gives an instruction.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index(InstructionForm form)
    {
        var resident = await household.GetAsync();
        var held = resident.Unit(form.UnitId) ?? throw VisitRefusals.UnitNotYours.At(nameof(form.UnitId));
        var today = (await times.GetAsync()).DayAt(clock.UtcNow);
        await instructions.GiveAsync(resident.Actor, new InstructionPlan(
            held.Unit.Id,
            held.Unit.Code,
            form.Kind,
            VisitPlan.OrNull(form.Name),
            VisitPlan.OrNull(form.Text),
            Day(form.From, today, nameof(form.From)) ?? today,
            Day(form.Until, today, nameof(form.Until))));
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Takes an instruction back.</summary>
    [HttpPost("{instructionId}/end")]
    public async Task<IActionResult> End(string instructionId) =>
        await instructions.EndAsync((await household.GetAsync()).Actor, instructionId) ? RedirectToAction(nameof(Index)) : NotFound();

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is InstructionForm typed ? View("Index", await FillAsync(typed)) : null;

    private static DateOnly? Day(string? typed, DateOnly today, string field) => VisitPlan.OrNull(typed) is null
        ? null
        : ForgivingTime.ReadDate(typed, today) ?? throw VisitRefusals.DateUnreadable.At(field);

    private async Task<InstructionForm> FillAsync(InstructionForm form)
    {
        var resident = await household.GetAsync();
        var standing = new List<(string UnitCode, Instruction Instruction)>();
        foreach (var held in resident.Units)
        {
            standing.AddRange((await instructions.ToComeAsync(held.Unit.Id)).Select(instruction => (held.Unit.Code, instruction)));
        }

        form.UnitId ??= resident.Units.Count > 0 ? resident.Units[0].Unit.Id : null;
        form.Page = new InstructionsPage(resident, standing);
        return form;
    }
}

/// <summary>The form.</summary>
public sealed class InstructionForm
{
    public string? UnitId { get; set; }

    public InstructionKind Kind { get; set; } = InstructionKind.HoldMail;

    public string? Name { get; set; }

    public string? Text { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    /// <summary>What the page offers; never posted.</summary>
    [BindNever, ValidateNever]
    public InstructionsPage? Page { get; set; }
}

/// <summary>The page.</summary>
public sealed record InstructionsPage(Resident Resident, IReadOnlyList<(string UnitCode, Instruction Instruction)> Standing);
