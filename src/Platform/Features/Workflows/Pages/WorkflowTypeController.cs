using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Settings;
using OrchardCore.Workflows;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Core;
using PropertySuite.Platform.Recipes;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>The workflow types of a site: what it does by itself.</summary>
[Area("OrchardCore.Workflows")]
[Feature("OrchardCore.Workflows")]
[Admin("Workflows/Types/{action}/{id?}", "WorkflowTypes{action}")]
[Requires("ManageWorkflows")]
public sealed class WorkflowTypeController(
    IServiceProvider services,
    IWorkflowTypeStore store,
    IAuthorizationService authorization,
    ISiteService sites,
    IShapeFactory shapes,
    INotifier notifier,
    IStringLocalizer<WorkflowTypeController> S,
    IHtmlLocalizer<WorkflowTypeController> H) : Controller
{
    private const int MaxJson = 1_000_000;

    private static readonly JsonSerializerOptions s_written = new(JOptions.Indented) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private TypeList List => services.GetRequiredService<TypeList>();

    [HttpGet]
    public async Task<IActionResult> Index(TypesPage page, PagerParameters pagerParameters)
    {
        var pager = new Pager(pagerParameters, (await sites.GetSiteSettingsAsync()).PageSize);
        pager.PageSize = Math.Min(pager.PageSize, 100);
        (page.Rows, page.Total) = await List.FindAsync(page.Q, page.State, pager.GetStartIndex(), pager.PageSize);
        page.Pager = await shapes.CreateAsync("Pager", Arguments.From(new { pager.Page, pager.PageSize, TotalItemCount = page.Total }));
        return View(page);
    }

    [HttpGet]
    public async Task<IActionResult> Edit(long id)
    {
        if (await store.GetAsync(id) is not { } type)
            return NotFound();
        var (waiting, failed) = await List.CountAsync(type.WorkflowTypeId);
        var mayStart = await authorization.AuthorizeAsync(User, WorkflowsPermissions.ExecuteWorkflows);
        var steps = await services.GetRequiredService<TypeSteps>().OfAsync(type);
        foreach (var step in mayStart ? steps : [])
            step.Address = AddressOf(type, step.ActivityId);
        return View(new TypePage
        {
            Type = type,
            Steps = steps,
            Problems = services.GetRequiredService<WorkflowTypeCheck>().Read(WorkflowTypeWriting.Export(type)).Problems,
            Waiting = waiting,
            Failed = failed,
            MayStart = mayStart,
        });
    }

    [HttpGet]
    public async Task<IActionResult> Json(long id)
    {
        if (id == 0)
            return View(new TypeForm { Json = WorkflowTypeWriting.Export(Blank()).ToJsonString(s_written) });
        return await store.GetAsync(id) is { } type
            ? View(new TypeForm { Id = id, Name = type.Name, Json = WorkflowTypeWriting.Export(type).ToJsonString(s_written) })
            : NotFound();
    }

    [HttpPost]
    public async Task<IActionResult> Json(TypeForm form)
    {
        var known = form.Id == 0 ? null : await store.GetAsync(form.Id);
        if (form.Id != 0 && known is null)
            return NotFound();
        form.Name = known?.Name;
        var (type, problems) = Read(form.Json);
        if (type is not null && await store.GetAsync(type.WorkflowTypeId) is { } same && same.Id != form.Id)
            problems = [new("$.WorkflowTypeId", RecipeText.As(S["There is another workflow with this id."]))];
        else if (type is not null && known is not null && type.WorkflowTypeId != known.WorkflowTypeId)
            problems = [new("$.WorkflowTypeId", RecipeText.As(S["The id of a workflow stays what it is."]))];
        if (type is null || problems.Count > 0)
        {
            form.Problems = problems;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(form);
        }

        await services.GetRequiredService<WorkflowTypeWriting>().StoreAsync(type);
        await notifier.SuccessAsync(H["{0} is stored. What waits already follows it from now on.", type.Name]);
        var stored = await store.GetAsync(type.WorkflowTypeId);
        return RedirectToAction(nameof(Edit), new { id = stored.Id });
    }

    /// <summary>The type as a recipe carries it.</summary>
    [HttpGet]
    public async Task<IActionResult> Export(long id)
    {
        if (await store.GetAsync(id) is not { } type)
            return NotFound();
        var recipe = new JsonObject
        {
            ["name"] = type.WorkflowTypeId,
            ["displayName"] = type.Name,
            ["steps"] = new JsonArray(new JsonObject { ["name"] = "WorkflowType", ["data"] = new JsonArray(WorkflowTypeWriting.Export(type)) }),
        };
        return File(System.Text.Encoding.UTF8.GetBytes(recipe.ToJsonString(s_written)), "application/json", $"{Slug(type.WorkflowTypeId)}.recipe.json");
    }

    [HttpPost]
    public Task<IActionResult> Enable(long id) => TurnAsync(id, on: true);

    [HttpPost]
    public Task<IActionResult> Disable(long id) => TurnAsync(id, on: false);

    [HttpPost]
    public async Task<IActionResult> Delete(long id)
    {
        if (await store.GetAsync(id) is not { } type)
            return NotFound();
        await store.DeleteAsync(type);
        await notifier.SuccessAsync(H["{0} is deleted, with everything that waited in it.", type.Name]);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Starts an instance by hand.</summary>
    [HttpPost, Requires("ExecuteWorkflows")]
    public async Task<IActionResult> Start(long id)
    {
        if (await store.GetAsync(id) is not { } type)
            return NotFound();
        string? started = null;
        var by = User.FindFirstValue(ClaimTypes.NameIdentifier);
        await services.GetRequiredService<WorkflowPump>().OnRequestAsync(async unit =>
            started = await unit.GetRequiredService<WorkSteps>().StartByHandAsync(type.WorkflowTypeId, null, null, null, by));
        if (started is null)
        {
            await notifier.WarningAsync(H["{0} was not started. It may start only with what its event brings, or one is waiting already.", type.Name]);
            return RedirectToAction(nameof(Edit), new { id });
        }

        return RedirectToAction("Details", "Workflow", new { workflowTypeId = id, id = started });
    }

    private string? AddressOf(WorkflowType type, string activityId)
    {
        if (services.GetRequiredService<TypeSteps>().Instantiate(type.Activities.First(record => record.ActivityId == activityId)) is not HttpRequestEvent awaited)
            return null;
        var life = awaited.TokenLifeSpan > 0 ? TimeSpan.FromDays(awaited.TokenLifeSpan) : TimeSpan.FromDays(3650);
        var token = services.GetRequiredService<ISecurityTokenService>().CreateToken(new InvokeGrant(type.WorkflowTypeId, activityId), life);
        return $"{Request.Scheme}://{Request.Host}{Request.PathBase}/workflows/invoke/{token}";
    }

    private async Task<IActionResult> TurnAsync(long id, bool on)
    {
        if (await store.GetAsync(id) is not { } type)
            return NotFound();
        type.IsEnabled = on;
        await store.SaveAsync(type);
        await notifier.SuccessAsync(on ? H["{0} is on.", type.Name] : H["{0} is off. What waits already goes on.", type.Name]);
        return RedirectToAction(nameof(Edit), new { id });
    }

    private (WorkflowType? Type, IReadOnlyList<TypeProblem> Problems) Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json) || json.Length > MaxJson)
            return (null, [new("$", RecipeText.As(S["Write the workflow as JSON."]))]);
        try
        {
            return services.GetRequiredService<WorkflowTypeCheck>().Read(JsonNode.Parse(json, JOptions.Node, JOptions.Document));
        }
        catch (JsonException e)
        {
            return (null, [new(S["Line {0}", (e.LineNumber ?? 0) + 1], RecipeText.As(S["This is not JSON."]))]);
        }
    }

    private static WorkflowType Blank() => new() { WorkflowTypeId = OrchardCore.IdGenerator.GenerateId(), Name = "New workflow" };

    private static string Slug(string text) => new([.. text.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
}
