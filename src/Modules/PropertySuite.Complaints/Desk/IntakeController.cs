using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>Takes a case in at the desk or by phone, in a minute (CMP-02 to CMP-07).</summary>
[Requires(ComplaintPermissions.Register)]
public sealed class IntakeController(ComplaintBook book, ComplaintPolicy policy, CallerFinder callers, ServiceDesk desk, Attachments attachments, CommunityTimes times) : Controller, IShowsAgain
{
    /// <summary>The form; with a number, a name or a unit typed it shows who calls, and with a place which open cases are like it.</summary>
    [HttpGet, Admin("Complaints/New", "ComplaintNew")]
    public async Task<IActionResult> Create(IntakeForm form)
    {
        ModelState.Clear();
        return View(await FillAsync(form));
    }

    /// <summary>Registers the case.</summary>
    [HttpPost, Admin("Complaints/New", "ComplaintNewPost"), ActionName(nameof(Create))]
    public async Task<IActionResult> Register(IntakeForm form)
    {
        var by = form.IsAnonymous ? Complainant.Anonymous : await ComplainantAsync(form);
        var category = await policy.CategoryAsync(form.Category);
        var place = await callers.PlaceAsync(form.Unit, form.Place);
        var actor = await desk.ActorAsync();
        var complaint = await book.RegisterAsync(actor, new ComplaintIntake(form.Kind, form.Channel, category.Id, form.Subject ?? "", form.Text ?? "", by, place));
        await attachments.AddAsync(ComplaintTypes.ComplaintNumber, complaint.ContentItem.ContentItemId, ComplaintGate.Shared, form.Files, actor, nameof(form.Files));
        return RedirectToAction("Index", "ComplaintRecord", new { complaintId = complaint.ContentItem.ContentItemId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("form", out var form) || form is not IntakeForm typed)
        {
            return null;
        }

        await attachments.HoldAsync(typed.Files, await desk.ActorAsync());
        return View("Create", await FillAsync(typed));
    }

    private async Task<Complainant> ComplainantAsync(IntakeForm form)
    {
        var behalf = Clean(form.OnBehalfOf);
        if (Clean(form.PersonId) is not { } id)
        {
            // A stranger, a neighbour, an authority (CMP-06).
            return new(null, Clean(form.Caller), null, behalf);
        }

        var person = await callers.PersonAsync(id);
        return new(person.Id, person.DisplayName, person.Phone, behalf);
    }

    private async Task<IntakeForm> FillAsync(IntakeForm form)
    {
        var choices = await callers.FindAsync(form.Caller, form.Unit);
        if (choices.Count == 1 && form.PersonId is null && !form.IsAnonymous)
        {
            form.PersonId = choices[0].Person.Id;
        }

        var chosen = choices.FirstOrDefault(choice => choice.Person.Id == form.PersonId);
        if (string.IsNullOrWhiteSpace(form.Unit) && chosen?.Units is [var only])
        {
            form.Unit = only.Code;
            ModelState.Remove(nameof(form.Unit));
        }

        IReadOnlyList<ComplaintIndex> similar = [];
        if (!string.IsNullOrWhiteSpace(form.Unit) || !string.IsNullOrWhiteSpace(form.Category))
        {
            try
            {
                similar = await book.SimilarAsync(form.Category ?? "", await callers.PlaceAsync(form.Unit, form.Place));
            }
            catch (RefusedException)
            {
                // The unit is said to be unknown when the form is sent.
            }
        }

        form.Page = new IntakePage(
            await policy.CategoriesAsync(), choices, similar, await times.GetAsync(), desk.Now, await desk.MayAsync(ServiceDesk.ViewPersonalData), !string.IsNullOrWhiteSpace(form.Caller) || !string.IsNullOrWhiteSpace(form.Unit));
        return form;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The form.</summary>
public sealed class IntakeForm
{
    public ComplaintChannel Channel { get; set; } = ComplaintChannel.Phone;

    /// <summary>Number or name of who calls.</summary>
    public string? Caller { get; set; }

    /// <summary>Person of the register; empty for a stranger.</summary>
    public string? PersonId { get; set; }

    public bool IsAnonymous { get; set; }

    public string? OnBehalfOf { get; set; }

    public string? Unit { get; set; }

    public string? Place { get; set; }

    public ComplaintKind Kind { get; set; }

    public string? Category { get; set; }

    public string? Subject { get; set; }

    public string? Text { get; set; }

    public AttachedFiles Files { get; set; } = new();

    /// <summary>What the page says; never posted.</summary>
    [BindNever, ValidateNever]
    public IntakePage? Page { get; set; }
}

/// <summary>What the form offers.</summary>
public sealed record IntakePage(
    IReadOnlyList<(ComplaintCategory Category, string Name)> Categories,
    IReadOnlyList<CallerChoice> Callers,
    IReadOnlyList<ComplaintIndex> Similar,
    CommunityTime Time,
    DateTime NowUtc,
    bool MaySeePhones,
    bool HasLooked);
