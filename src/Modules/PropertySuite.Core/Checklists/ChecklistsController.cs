using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Core.Checklists;

/// <summary>Who keeps checklists.</summary>
public sealed class ChecklistPermissions : IPermissionProvider
{
    /// <summary>Name of the permission.</summary>
    public const string Manage = "ManageChecklists";

    internal static readonly Permission ManageChecklists = new(Manage, "Keep the checklists of inspections");

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ManageChecklists]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Manager", Permissions = [ManageChecklists] },
        new() { Name = "Administrator", Permissions = [ManageChecklists] },
    ];
}

/// <summary>The way to checklists, where some module has a use for them.</summary>
public sealed class ChecklistMenu(IStringLocalizer<ChecklistMenu> S, IEnumerable<ChecklistPurpose> purposes) : AdminNavigationProvider
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        if (purposes.Any())
        {
            builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
                .Add(S["Checklists"], "4", item => item.Id("check").Action("Index", "Checklists", "PropertySuite.Core").Permission(ChecklistPermissions.ManageChecklists).LocalNav()));
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>Checklists: listed, written. The editor adds, removes and moves items without script.</summary>
[Requires(ChecklistPermissions.Manage)]
public sealed class ChecklistsController(
    Checklists checklists, IEnumerable<ChecklistPurpose> purposes, YesSql.ISession session, ListWriter writer, IStringLocalizerFactory localizers, IStringLocalizer<ChecklistsController> S, IClock clock) : Controller, IShowsAgain
{
    /// <summary>The list.</summary>
    [HttpGet, Admin("Checklists", "Checklists")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var list = List();
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow));
        return View(await writer.ViewAsync(list, page, request, S["Checklists"], S["No checklist yet. Write one to inspect by it."]));
    }

    /// <summary>The form of a new one.</summary>
    [HttpGet, Admin("Checklists/New", "ChecklistNew")]
    public IActionResult Create() => Form(new ChecklistForm { Items = [new(), new(), new()] });

    /// <summary>Adds, removes or moves an item of the form, or saves a new checklist.</summary>
    [HttpPost, Admin("Checklists/New", "ChecklistNewPost")]
    public Task<IActionResult> Create(ChecklistForm form) => SaveAsync(form, null);

    /// <summary>The form of one.</summary>
    [HttpGet, Admin("Checklists/{checklistId}", "Checklist")]
    public async Task<IActionResult> Edit(string checklistId) =>
        await checklists.FindAsync(checklistId) is { } list ? Form(ChecklistForm.Of(list)) : NotFound();

    /// <summary>Adds, removes or moves an item of the form, or saves it.</summary>
    [HttpPost, Admin("Checklists/{checklistId}", "ChecklistPost")]
    public async Task<IActionResult> Edit(string checklistId, ChecklistForm form) =>
        await checklists.FindAsync(checklistId) is { } list ? await SaveAsync(form, list) : NotFound();

    /// <inheritdoc/>
    [NonAction]
    public Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        Task.FromResult<IActionResult?>(refused.ActionArguments.TryGetValue("form", out var form) && form is ChecklistForm typed ? Form(typed) : null);

    private async Task<IActionResult> SaveAsync(ChecklistForm form, ChecklistPart? list)
    {
        if (form.Rearrange())
        {
            ModelState.Clear();
            return Form(form);
        }

        if (!purposes.Any(purpose => purpose.Id == form.Purpose)) form.Purpose = null;
        list ??= await checklists.NewAsync();
        list.Describe(form.Code, form.Title, form.Purpose, form.IsRetired, form.Read());
        await checklists.SaveAsync(list);
        return RedirectToAction(nameof(Index));
    }

    private ViewResult Form(ChecklistForm form)
    {
        form.Purposes = [.. purposes.Select(purpose => new ListChoice(purpose.Id, localizers.Create(purpose.Texts)[purpose.Name], IsWord: false))];
        return View("Edit", form);
    }

    private ListDefinition<ChecklistIndex> List() => new ListDefinition<ChecklistIndex>(typeof(ChecklistMenu))
        .View("used", "In use", (query, _) => query.Where(row => row.IsRetired == false))
        .View("all", "All", (query, _) => query)
        .Column("title", "Checklist", row => Cell.Link(row.Title, $"~admin/Checklists/{row.ChecklistId}"), row => row.Title)
        .Column("code", "Code", row => Cell.Of(row.Code, "ps-no"), row => row.Code)
        .Column("purpose", "For", row => Cell.Of(purposes.Where(purpose => purpose.Id == row.Purpose).Select(purpose => localizers.Create(purpose.Texts)[purpose.Name].Value).FirstOrDefault(row.Purpose)), row => row.Purpose)
        .Column("items", "Items", row => Cell.Number(row.Items), row => row.Items)
        .Column("weight", "Sum of weights", row => Cell.Of(row.TotalWeight.ToString("0.##", CultureInfo.CurrentCulture)), row => row.TotalWeight)
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.Code);
}

/// <summary>The form of a checklist.</summary>
public sealed class ChecklistForm
{
    public string? Code { get; set; }

    public string? Title { get; set; }

    public string? Purpose { get; set; }

    public bool IsRetired { get; set; }

    public List<ChecklistItemForm> Items { get; set; } = [];

    /// <summary>Which button was pressed: <c>add</c>, <c>remove-2</c>, <c>up-2</c>, <c>down-2</c>; null saves.</summary>
    public string? Do { get; set; }

    /// <summary>What may be chosen; never posted.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ListChoice> Purposes { get; set; } = [];

    /// <summary>Place of the item that was added or moved, so that the page leads there; null for none.</summary>
    [BindNever]
    public int? Focus { get; private set; }

    internal static ChecklistForm Of(ChecklistPart list) => new()
    {
        Code = list.Code,
        Title = list.Title,
        Purpose = list.Purpose,
        IsRetired = list.IsRetired,
        Items = [.. list.Items.Select(item => new ChecklistItemForm
        {
            Id = item.Id,
            Text = item.Text,
            Standard = item.Standard,
            Weight = item.Weight.ToString("0.##", CultureInfo.CurrentCulture),
            Scale = item.Scale,
            IsCritical = item.IsCritical,
            Photo = item.Photo,
        })],
    };

    internal bool Rearrange()
    {
        if (Do is not { Length: > 0 } pressed) return false;
        var parts = pressed.Split('-');
        var at = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < Items.Count ? place : -1;
        Do = null;
        switch (parts[0])
        {
            case "add":
                Items.Add(new());
                Focus = Items.Count - 1;
                break;
            case "remove" when at >= 0:
                Items.RemoveAt(at);
                Focus = Items.Count == 0 ? null : Math.Min(at, Items.Count - 1);
                break;
            case "up" when at > 0:
                (Items[at - 1], Items[at]) = (Items[at], Items[at - 1]);
                Focus = at - 1;
                break;
            case "down" when at >= 0 && at < Items.Count - 1:
                (Items[at + 1], Items[at]) = (Items[at], Items[at + 1]);
                Focus = at + 1;
                break;
        }

        return true;
    }

    // Lines that were left empty are not items.
    internal IReadOnlyList<CheckItem> Read()
    {
        Items.RemoveAll(item => string.IsNullOrWhiteSpace(item.Text) && string.IsNullOrWhiteSpace(item.Standard) && string.IsNullOrWhiteSpace(item.Weight));
        return [.. Items.Select(item => new CheckItem(
            item.Id is { Length: > 0 and <= 26 } id ? id : item.Id = IdGenerator.GenerateId(),
            item.Text?.Trim() ?? "",
            string.IsNullOrWhiteSpace(item.Standard) ? null : item.Standard.Trim(),
            DecimalText.Read(item.Weight) ?? 0,
            item.Scale,
            item.IsCritical,
            item.Photo))];
    }
}

/// <summary>An item in the form.</summary>
public sealed class ChecklistItemForm
{
    public string? Id { get; set; }

    public string? Text { get; set; }

    public string? Standard { get; set; }

    public string? Weight { get; set; }

    public CheckScale Scale { get; set; } = CheckScale.Half;

    public bool IsCritical { get; set; }

    public PhotoRule Photo { get; set; }
}

/// <summary>Numbers as people type them.</summary>
public static class DecimalText
{
    /// <summary>Reads a number with a point or a comma before its fraction.</summary>
    /// <returns>Null when it is none.</returns>
    public static decimal? Read(string? typed) =>
        decimal.TryParse(typed?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
