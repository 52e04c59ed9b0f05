using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;

namespace PropertySuite.Documents;

/// <summary>Publishes, withdraws and reopens.</summary>
[Requires(Permissions.Edit)]
public sealed class PublicationStepsController(Publications publications, PublicationPages pages, IStringLocalizer<PublicationTexts> words) : Controller, IShowsAgain
{
    /// <summary>The form for a reason.</summary>
    [HttpGet, Admin("Publications/{publicationId}/Step/{verb}", "PublicationStep")]
    public async Task<IActionResult> Step(string publicationId, string verb) =>
        await publications.FindAsync(publicationId) is { } publication && PublicationVerbs.Of(verb) is { } asked ? View(Fill(publication, asked, new StepForm())) : NotFound();

    /// <summary>Takes the step.</summary>
    [HttpPost, Admin("Publications/{publicationId}/Step/{verb}", "PublicationStepPost"), ActionName(nameof(Step))]
    public async Task<IActionResult> Take(string publicationId, string verb, StepForm form)
    {
        if (await publications.FindAsync(publicationId) is not { } publication || PublicationVerbs.Of(verb) is not { } asked)
        {
            return NotFound();
        }

        await publications.SaveAsync(publication, publication.Take(asked, await pages.ActorAsync(), pages.Now, form.Reason));
        return Redirect(PageOf(publication));
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is StepForm asked
        && refused.ActionArguments.TryGetValue("publicationId", out var id) && await publications.FindAsync(id as string) is { } publication
        && refused.ActionArguments.TryGetValue("verb", out var verb) && PublicationVerbs.Of(verb as string ?? "") is { } known && known == PublicationVerbs.Withdraw
            ? View("Step", Fill(publication, known, asked))
            : null;

    private StepForm Fill(PublicationPart publication, Verb verb, StepForm form)
    {
        form.Page = new StepPage(words[verb.Text], publication.ContentItem.DisplayText ?? "", Url.Action(nameof(Step), new { publicationId = publication.ContentItem.ContentItemId, verb = verb.Id })!, PageOf(publication));
        return form;
    }

    private string PageOf(PublicationPart publication) => publication is NewsPart
        ? Url.Action("Show", "News", new { newsId = publication.ContentItem.ContentItemId })!
        : Url.Action("Show", "HouseDocuments", new { documentId = publication.ContentItem.ContentItemId })!;
}

/// <summary>The form for a reason.</summary>
public sealed class StepForm
{
    public string? Reason { get; set; }

    /// <summary>What the page says; never posted.</summary>
    [BindNever, ValidateNever]
    public StepPage? Page { get; set; }
}

/// <summary>What the form says.</summary>
public sealed record StepPage(string Title, string About, string Post, string Back);
