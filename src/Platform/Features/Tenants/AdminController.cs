using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;
using PropertySuite.Platform.Features.Localization;
using PropertySuite.Platform.Localization;

namespace PropertySuite.Platform.Features.Tenants;

/// <summary>The communities of this server: which there are, and founding a new one.</summary>
[Area("OrchardCore.Tenants")]
[Feature("OrchardCore.Tenants")]
[Admin("Tenants/{action}/{id?}", "Tenants{action}")]
[Requires("ManageTenants")]
public sealed class AdminController(
    IShellHost host,
    CommunityFounding founding,
    IClock clock,
    ISiteService sites,
    TimeZoneList zones,
    INotifier notifier,
    IHtmlLocalizer<AdminController> H) : Controller
{
    [HttpGet]
    public IActionResult Index() => View(host.GetAllSettings()
        .OrderBy(settings => !settings.IsDefaultShell())
        .ThenBy(settings => settings.Name, StringComparer.OrdinalIgnoreCase)
        .Select(settings => new CommunityRow(
            settings.Name, settings.IsRunning() ? AddressOf(settings) : null, settings.State, settings["RecipeName"], settings.IsDefaultShell()))
        .ToList());

    [HttpGet]
    public async Task<IActionResult> Create()
        => View(await FillAsync(new CommunityForm { Culture = SiteCultures.Written[1], TimeZoneId = (await sites.GetSiteSettingsAsync()).TimeZoneId ?? clock.GetSystemTimeZone().TimeZoneId }));

    [HttpPost]
    public async Task<IActionResult> Create(CommunityForm form)
    {
        await founding.CheckAsync(form, ModelState);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(await FillAsync(form));
        }

        return RedirectToAction(nameof(Founding), new { id = await founding.BeginAsync(form, Person) });
    }

    /// <summary>How far it is; when it has failed, the form with the reason.</summary>
    [HttpGet]
    public async Task<IActionResult> Founding(string id)
    {
        if (founding.Find(id, Person) is not { } state)
        {
            return RedirectToAction(nameof(Index));
        }

        if (!state.IsDone)
        {
            return View(state);
        }

        if (state.Errors is { } errors)
        {
            foreach (var (field, message) in errors)
            {
                ModelState.AddModelError(field, message);
            }

            return View(nameof(Create), await FillAsync(state.Form));
        }

        var address = AddressOf(state.Settings!);
        return View("Founded", new CommunityFounded(
            state.Form.SiteName!.Trim(), address, state.InvitationPath is null ? null : address + state.InvitationPath, state.Form.ManagerEmail!.Trim()));
    }

    /// <summary>Closes a community to everybody; its data stays.</summary>
    [HttpPost]
    public async Task<IActionResult> Disable(string id)
    {
        if (!host.TryGetSettings(id, out var settings) || settings.IsDefaultShell() || !settings.IsRunning())
        {
            return NotFound();
        }

        await host.UpdateShellSettingsAsync(new ShellSettings(settings).AsDisabled());
        await notifier.SuccessAsync(H["{0} is closed. Its data stays.", id]);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost]
    public async Task<IActionResult> Enable(string id)
    {
        if (!host.TryGetSettings(id, out var settings) || !settings.IsDisabled())
        {
            return NotFound();
        }

        await host.UpdateShellSettingsAsync(new ShellSettings(settings).AsRunning());
        await notifier.SuccessAsync(H["{0} is open again.", id]);
        return RedirectToAction(nameof(Index));
    }

    private string Person => User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    private string AddressOf(ShellSettings settings)
    {
        var own = settings.RequestUrlHosts is [var first, ..] ? first : Request.Host.Host;
        var port = own.Contains(':', StringComparison.Ordinal) || Request.Host.Port is not { } number ? string.Empty : ":" + number;
        var prefix = settings.RequestUrlPrefix is { Length: > 0 } path ? "/" + path : string.Empty;
        return $"{Request.Scheme}://{own}{port}{prefix}";
    }

    private async Task<CommunityForm> FillAsync(CommunityForm form)
    {
        form.Recipes = await founding.RecipesAsync();
        form.TimeZones = zones.Groups(form.TimeZoneId);
        form.Cultures = SiteCultures.Written;
        return form;
    }
}
