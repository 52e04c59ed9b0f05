using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>House documents as the office keeps them (DOC-01, DOC-02).</summary>
[Requires(Permissions.Edit)]
public sealed class HouseDocumentsController(
    Publications publications, PublicationPages pages, Attachments attachments, YesSql.ISession session, ListWriter writer, IStringLocalizer<HouseDocumentsController> S) : Controller, IShowsAgain
{
    /// <summary>The list.</summary>
    [HttpGet, Admin("Documents", "HouseDocuments")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var list = PublicationLists.Documents(pages.Now);
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(pages.Now));
        return View(await writer.ViewAsync(list, page, request, S["House documents"], S["No documents here. Add the rules of the house, a manual or a form."]));
    }

    /// <summary>The form for something new.</summary>
    [HttpGet, Admin("Documents/New", "HouseDocumentsNew")]
    public async Task<IActionResult> Create() => View("Edit", await OfferAsync(new HouseDocumentForm()));

    /// <summary>Begins a draft.</summary>
    [HttpPost, Admin("Documents/New", "HouseDocumentsNewPost")]
    public async Task<IActionResult> Create(HouseDocumentForm form)
    {
        var (by, now) = (await pages.ActorAsync(), pages.Now);
        var document = await publications.NewAsync<HouseDocumentPart>(DocumentTypes.HouseDocument);
        document.Place(form.Category);
        var step = document.Write(by, now, await PlanAsync(form));
        await publications.CreateAsync(document, [step, .. await VersionAsync(document, form, by)]);
        return RedirectToAction(nameof(Show), new { documentId = document.ContentItem.ContentItemId });
    }

    /// <summary>One document, composed from its lifecycle.</summary>
    [HttpGet, Admin("Documents/{documentId}", "HouseDocumentsShow")]
    public async Task<IActionResult> Show(string documentId) =>
        await publications.FindAsync<HouseDocumentPart>(documentId) is { } document ? View(await pages.PageAsync(document, Url, Url.Action("Index", "Library")! + "#" + documentId)) : NotFound();

    /// <summary>The form.</summary>
    [HttpGet, Admin("Documents/{documentId}/Edit", "HouseDocumentsEdit")]
    public async Task<IActionResult> Edit(string documentId) =>
        await publications.FindAsync<HouseDocumentPart>(documentId) is { } document ? View(await OfferAsync(HouseDocumentForm.Of(document, await pages.TimeAsync()))) : NotFound();

    /// <summary>Changes what is written; with a file it adds a version.</summary>
    [HttpPost, Admin("Documents/{documentId}/Edit", "HouseDocumentsEditPost")]
    public async Task<IActionResult> Edit(string documentId, HouseDocumentForm form)
    {
        if (await publications.FindAsync<HouseDocumentPart>(documentId) is not { } document)
        {
            return NotFound();
        }

        var by = await pages.ActorAsync();
        var step = document.Change(by, pages.Now, await PlanAsync(form));
        document.Place(form.Category);
        await publications.SaveAsync(document, [step, .. await VersionAsync(document, form, by)]);
        return RedirectToAction(nameof(Show), new { documentId });
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused)
    {
        if (!refused.ActionArguments.TryGetValue("form", out var form) || form is not HouseDocumentForm typed)
        {
            return null;
        }

        typed.Editing = refused.ActionArguments.TryGetValue("documentId", out var id) ? id as string : null;
        await attachments.HoldAsync(typed.File, await pages.ActorAsync());
        return View("Edit", await OfferAsync(typed));
    }

    private async Task<IReadOnlyList<Step>> VersionAsync(HouseDocumentPart document, HouseDocumentForm form, Actor by)
    {
        if (form.File.IsEmpty)
        {
            return [];
        }

        var languages = await pages.LanguagesAsync();
        var today = (await pages.TimeAsync()).DayAt(pages.Now);
        var from = PublicationForm.Day(form.EffectiveFrom, today, nameof(form.EffectiveFrom)) ?? today;
        var steps = new List<Step>();
        foreach (var file in await attachments.AddAsync(DocumentTypes.DocumentKind, document.ContentItem.ContentItemId, DocumentTypes.FileSlot, form.File, by, nameof(form.File)))
        {
            steps.Add(document.Add(file.AttachmentId, languages.Contains(form.FileLanguage, StringComparer.Ordinal) ? form.FileLanguage! : languages[0], from, string.IsNullOrWhiteSpace(form.Changes) ? null : form.Changes.Trim(), by, pages.Now));
        }

        return steps;
    }

    private async Task<PublicationPlan> PlanAsync(HouseDocumentForm form)
    {
        var time = await pages.TimeAsync();
        return form.ToPlan(time, time.DayAt(pages.Now), await pages.LanguagesAsync());
    }

    private async Task<HouseDocumentForm> OfferAsync(HouseDocumentForm form)
    {
        form.Languages = await pages.LanguagesAsync();
        form.Offer(form.Languages);
        return form;
    }
}
