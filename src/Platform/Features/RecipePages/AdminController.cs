using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Extensions;
using OrchardCore.Modules;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using PropertySuite.Core;
using PropertySuite.Platform.Features.Localization;
using PropertySuite.Platform.Recipes;

namespace PropertySuite.Platform.Features.RecipePages;

/// <summary>Runs recipes on the site, after a rehearsal that changes nothing.</summary>
[Area("OrchardCore.Recipes")]
[Feature("OrchardCore.Recipes")]
[Requires("ManageRecipes")]
public sealed class AdminController(
    RecipeChoice choice,
    RecipeRehearsals rehearsals,
    IRecipeExecutor executor,
    RecipeRuns runs,
    IContentDefinitionManager definitions,
    IExtensionManager extensions,
    DeclaredTexts texts,
    ILocalClock localClock,
    INotifier notifier,
    IStringLocalizer<AdminController> S,
    IHtmlLocalizer<AdminController> H) : Controller
{
    [HttpGet, Admin("Recipes", "Recipes")]
    public async Task<IActionResult> Index() => View(await PageAsync());

    /// <summary>Shows what the recipe would do.</summary>
    [HttpPost, Admin("Recipes/Rehearse", "RecipesRehearse")]
    public async Task<IActionResult> Rehearse(RecipeForm form)
    {
        var (recipe, refused) = await FindAsync(form);
        if (recipe is null)
        {
            return refused!;
        }

        try
        {
            var rehearsal = await rehearsals.TryOutAsync(recipe, HttpContext.RequestAborted);
            return View("Result", await ShowAsync(form, recipe, rehearsal));
        }
        catch (InvalidOperationException busy)
        {
            return Failed(form, TitleOf(recipe, form), wasRun: false, new RecipeException(busy.Message));
        }
    }

    [HttpPost, Admin("Recipes/Run", "RecipesRun")]
    public async Task<IActionResult> Run(RecipeForm form)
    {
        var (recipe, refused) = await FindAsync(form);
        if (recipe is null)
        {
            return refused!;
        }

        var title = TitleOf(recipe, form);
        try
        {
            // Half a recipe is not an answer to somebody who has closed the page: it runs to its end.
            await executor.ExecuteAsync(IdGenerator.GenerateId(), recipe, new Dictionary<string, object>(), CancellationToken.None);
        }
        catch (Exception exception) when (exception is RecipeException or InvalidOperationException)
        {
            var problem = exception as RecipeException ?? new RecipeException(exception.Message);
            await runs.KeepAsync(title, User, problem.Message);
            return Failed(form, title, wasRun: true, problem);
        }

        await runs.KeepAsync(title, User, null);
        await notifier.SuccessAsync(H["The recipe {0} was run.", title]);
        return RedirectToAction(nameof(Index));
    }

    private async Task<(RecipeDescriptor? Recipe, IActionResult? Refused)> FindAsync(RecipeForm form)
    {
        try
        {
            if (await choice.FindAsync(form, ModelState) is { } recipe)
            {
                return (recipe, null);
            }
        }
        catch (RecipeException problem)
        {
            return (null, Failed(form, form.FileName ?? S["Recipe"], wasRun: false, problem));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return (null, View(nameof(Index), await PageAsync()));
    }

    private ViewResult Failed(RecipeForm form, string title, bool wasRun, RecipeException problem)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Result", new RecipeResult { Title = title, WasRun = wasRun, Errors = [problem], Form = form });
    }

    private async Task<RecipeResult> ShowAsync(RecipeForm form, RecipeDescriptor recipe, RecipeRehearsal rehearsal)
    {
        var changes = new List<ChangeRow>();
        foreach (var change in rehearsal.Changes)
        {
            var kind = change.IsContent ? (await definitions.GetTypeDefinitionAsync(change.Kind))?.DisplayName ?? change.Kind : Kind(change.Kind);
            changes.Add(new ChangeRow(kind, change.Created, change.Changed, change.Deleted));
        }

        return new RecipeResult
        {
            Title = TitleOf(recipe, form),
            Errors = rehearsal.Errors,
            FeaturesOn = [.. rehearsal.FeaturesOn.Select(FeatureName)],
            FeaturesOff = [.. rehearsal.FeaturesOff.Select(FeatureName)],
            Changes = changes,
            Form = form,
        };
    }

    private async Task<RecipesPage> PageAsync()
    {
        var rows = new List<RunRow>();
        foreach (var run in await runs.ListAsync())
        {
            rows.Add(new RunRow(run.Recipe, await localClock.ConvertToLocalAsync(run.AtUtc), run.ByName, run.Problem));
        }

        return new RecipesPage
        {
            Recipes = [.. (await choice.ListAsync()).Select(recipe => new RecipeRow(recipe.Name!, texts.NameOf(recipe), texts.DescriptionOf(recipe), recipe.Version))],
            Runs = rows,
        };
    }

    private string TitleOf(RecipeDescriptor recipe, RecipeForm form) => texts.NameOf(recipe) is { Length: > 0 } name ? name : form.FileName ?? string.Empty;

    private string FeatureName(string id) => extensions.GetFeatures([id]).FirstOrDefault() is { } feature ? texts.NameOf(feature) : id;

    private string Kind(string type) => type switch
    {
        "User" => S["Account"],
        "SiteSettings" => S["Settings of the site"],
        "RolesDocument" => S["Roles"],
        "ContentDefinitionRecord" or "ContentDefinitionDocument" => S["Content types"],
        _ => type,
    };
}
