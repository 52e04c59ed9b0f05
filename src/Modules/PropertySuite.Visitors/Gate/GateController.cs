using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The guard's phone (VIS-05, VIS-06): point at the pass, type its digits, or search.</summary>
[Requires(VisitPermissions.Operate)]
public sealed class GateController(GatePost post, Visits visits, VisitBoard board, RecurringPasses recurring, PassKeys keys, CodeTries tries, CommunityTimes times) : Controller, IShowsAgain
{
    /// <summary>Where the camera waits.</summary>
    [HttpGet, Admin("Visits/Gate", "Gate")]
    public async Task<IActionResult> Index() => View(await FillAsync(new GateForm()));

    /// <summary>Chooses the gate where this device stands; with a visit, its verdict comes next.</summary>
    [HttpPost, Admin("Visits/Gate/Place", "GatePlace")]
    public async Task<IActionResult> Place(string? entranceId, string? visitId)
    {
        await post.ChooseAsync(entranceId);
        return string.IsNullOrEmpty(visitId) ? RedirectToAction(nameof(Index)) : RedirectToAction("Index", "Verdict", new { visitId });
    }

    /// <summary>Checks what was scanned or typed, and leads to the verdict.</summary>
    [HttpPost, Admin("Visits/Gate/Check", "GateCheck")]
    public async Task<IActionResult> Check(GateForm form)
    {
        var visit = await ReadAsync(form.Code?.Trim() ?? "");
        return RedirectToAction("Index", "Verdict", new { visitId = visit.ContentItem.ContentItemId });
    }

    /// <summary>Looks for a visit by name, unit, plate or badge.</summary>
    [HttpGet, Admin("Visits/Gate/Find", "GateFind")]
    public async Task<IActionResult> Find(string? text) => View(new GateSearch(
        await post.FindAsync(),
        text,
        string.IsNullOrWhiteSpace(text) ? await board.ExpectedTodayAsync(50) : await board.FindAsync(text),
        await times.GetAsync(),
        post.Now));

    /// <summary>Who is inside now (VIS-08).</summary>
    [HttpGet, Admin("Visits/Gate/Inside", "GateInside")]
    public async Task<IActionResult> Inside(string? text)
    {
        var wanted = SearchText.Fold(text);
        var inside = await board.InsideAsync();
        return View(new GateSearch(await post.FindAsync(), text, [.. inside.Where(row => row.Search.Contains(wanted, StringComparison.Ordinal))], await times.GetAsync(), post.Now));
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        View("Index", await FillAsync(refused.ActionArguments.TryGetValue("form", out var form) && form is GateForm typed ? typed : new GateForm()));

    private async Task<GateForm> FillAsync(GateForm form)
    {
        form.Page = new GatePage(await post.FindAsync(), await post.ListAsync());
        return form;
    }

    private async Task<VisitPart> ReadAsync(string typed)
    {
        var digits = string.Concat(typed.Where(c => c is not (' ' or '-')));
        if (digits.Length <= 10 && digits.All(char.IsAsciiDigit))
        {
            return await ReadDigitsAsync(digits);
        }

        var reading = PassSigner.Read(typed, await keys.PublicAsync());
        return reading.Verdict switch
        {
            PassVerdict.Genuine => await visits.OfPassAsync(reading.Token!.PassId) ?? await ArriveAsync(await recurring.OfPassAsync(reading.Token.PassId)) ?? throw VisitRefusals.PassUnknown.At("Code"),
            PassVerdict.Foreign => throw VisitRefusals.PassForeign.At("Code"),
            PassVerdict.Forged => throw VisitRefusals.PassForged.At("Code"),
            _ => throw VisitRefusals.PassDamaged.At("Code"),
        };
    }

    private async Task<VisitPart?> ArriveAsync(RecurringPassPart? pass)
    {
        try
        {
            return pass is null ? null : await recurring.ArriveAsync(pass, await post.ActorAsync(), post.Now);
        }
        catch (RefusedException no)
        {
            throw no.At("Code");
        }
    }

    private async Task<VisitPart> ReadDigitsAsync(string digits)
    {
        if (digits.Length != 6)
        {
            throw VisitRefusals.CodeMalformed.At("Code");
        }

        var person = (await post.ActorAsync()).Id;
        if (tries.Wait(person) is { } wait)
        {
            throw VisitRefusals.TooManyTries.At("Code", (int)Math.Ceiling(wait.TotalMinutes));
        }

        if (await visits.OfCodeAsync(digits, (await times.GetAsync()).DayAt(post.Now)) is { } visit)
        {
            return visit;
        }

        if (await ArriveAsync(await recurring.OfCodeAsync(digits)) is { } arrived)
        {
            return arrived;
        }

        tries.Count(person);
        throw VisitRefusals.CodeUnknown.At("Code");
    }
}

/// <summary>What was scanned or typed.</summary>
public sealed class GateForm
{
    /// <summary>A pass as the camera read it, or six digits.</summary>
    public string? Code { get; set; }

    /// <summary>What the page offers; never posted.</summary>
    [BindNever, ValidateNever]
    public GatePage? Page { get; set; }
}

/// <summary>The camera page.</summary>
public sealed record GatePage(GatePlace? Gate, IReadOnlyList<EntranceSummary> Entrances);

/// <summary>A list on the guard's phone.</summary>
public sealed record GateSearch(GatePlace? Gate, string? Text, IReadOnlyList<VisitIndex> Rows, CommunityTime Time, DateTime NowUtc);
