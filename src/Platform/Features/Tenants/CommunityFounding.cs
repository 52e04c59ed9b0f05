using System.Net.Mail;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Abstractions.Setup;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Setup.Services;
using PropertySuite.Platform.Features.Users;
using PropertySuite.Platform.Localization;
using PropertySuite.Platform.Setup;

namespace PropertySuite.Platform.Features.Tenants;

/// <summary>Checks what a community is to be founded with, and founds it. What is wrong is told beside its field, before anything is made.</summary>
public sealed class CommunityFounding(
    IShellHost host,
    IShellSettingsManager settingsManager,
    ISetupService setup,
    IClock clock,
    IStringLocalizer<CommunityFounding> S)
{
    public async Task<IReadOnlyList<(string Name, string Text)>> RecipesAsync()
        => [.. (await setup.GetSetupRecipesAsync())
            .Where(recipe => recipe.Name is { Length: > 0 } && recipe.Categories.Contains("community", StringComparer.OrdinalIgnoreCase))
            .Select(recipe => (recipe.Name!, recipe.DisplayName ?? recipe.Name!))];

    public async Task CheckAsync(CommunityForm form, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(form.SiteName))
        {
            errors.AddModelError(nameof(form.SiteName), S["Enter the name of the community."]);
        }
        else if (form.SiteName.Length > 100)
        {
            errors.AddModelError(nameof(form.SiteName), S["The name is too long; use {0} characters or fewer.", 100]);
        }

        CheckName(form, errors);
        CheckAddress(form, errors);

        if (!(await RecipesAsync()).Any(recipe => recipe.Name == form.Recipe))
        {
            errors.AddModelError(nameof(form.Recipe), S["Choose what kind of community it is."]);
        }

        if (!SiteCultures.Written.Contains(form.Culture))
        {
            errors.AddModelError(nameof(form.Culture), S["Choose a language."]);
        }

        if (!clock.GetTimeZones().Any(zone => zone.TimeZoneId == form.TimeZoneId))
        {
            errors.AddModelError(nameof(form.TimeZoneId), S["Choose the time zone of the community."]);
        }

        if (!MailAddress.TryCreate(form.ManagerEmail?.Trim(), out var address) || !address.Host.Contains('.', StringComparison.Ordinal))
        {
            errors.AddModelError(nameof(form.ManagerEmail), S["Enter the manager's e-mail address, such as name@example.org."]);
        }
    }

    /// <returns>The settings of the new community and the path of the manager's invitation; null when something was added to the errors.</returns>
    public async Task<(ShellSettings Settings, string? InvitationPath)?> FoundAsync(CommunityForm form, ModelStateDictionary errors)
    {
        var settings = settingsManager.CreateDefaultSettings();
        settings.Name = form.Name!.Trim();
        settings.RequestUrlHost = form.Host?.Trim() is { Length: > 0 } wantedHost ? wantedHost : null;
        settings.RequestUrlPrefix = form.Prefix?.Trim(' ', '/') is { Length: > 0 } prefix ? prefix : null;
        var email = form.ManagerEmail!.Trim();
        var context = new SetupContext
        {
            ShellSettings = settings,
            Recipe = (await setup.GetSetupRecipesAsync()).First(recipe => recipe.Name == form.Recipe),
            Properties =
            {
                [SetupConstants.SiteName] = form.SiteName!.Trim(),
                [SetupConstants.SiteTimeZone] = form.TimeZoneId!,
                [SetupConstants.AdminUsername] = email,
                [SetupConstants.AdminEmail] = email,
                [SetupConstants.DatabaseProvider] = "Sqlite",
                [SetupService.SiteCulture] = form.Culture!,
            },
        };
        await setup.SetupAsync(context);
        foreach (var (key, message) in context.Errors)
        {
            errors.AddModelError(key == SetupConstants.AdminEmail || key == SetupConstants.AdminUsername ? nameof(form.ManagerEmail) : string.Empty, message);
        }

        return context.Errors.Count > 0 ? null : (settings, context.Properties.GetValueOrDefault(SiteSetup.InvitationPath) as string);
    }

    private void CheckName(CommunityForm form, ModelStateDictionary errors)
    {
        var name = form.Name?.Trim() ?? string.Empty;
        if (!SiteRules.IsName(name))
        {
            errors.AddModelError(nameof(form.Name), S["Use letters a to z and digits, beginning with a letter."]);
        }
        else if (host.TryGetSettings(name, out var known) && (known.IsDefaultShell() || !known.IsUninitialized()))
        {
            errors.AddModelError(nameof(form.Name), S["There is a community {0} already.", name]);
        }
    }

    private void CheckAddress(CommunityForm form, ModelStateDictionary errors)
    {
        var wantedHost = form.Host?.Trim() ?? string.Empty;
        var prefix = form.Prefix?.Trim(' ', '/') ?? string.Empty;
        if (wantedHost.Length == 0 && prefix.Length == 0)
        {
            errors.AddModelError(nameof(form.Host), S["Enter the host name, such as alba.example.org."]);
        }
        else if (wantedHost.Length > 0 && !SiteRules.IsHost(wantedHost))
        {
            errors.AddModelError(nameof(form.Host), S["{0} is not a host name. It looks like alba.example.org, without http and without a slash.", wantedHost]);
        }

        if (prefix.Length > 0 && !SiteRules.IsPrefix(prefix))
        {
            errors.AddModelError(nameof(form.Prefix), S["Use letters a to z, digits and hyphens."]);
        }

        var taken = SiteRules.OwnerOf(host.GetAllSettings(), form.Name?.Trim() ?? string.Empty, wantedHost.Length == 0 ? [] : [wantedHost], prefix);
        if (taken is not null && (wantedHost.Length > 0 || prefix.Length > 0))
        {
            errors.AddModelError(wantedHost.Length > 0 ? nameof(form.Host) : nameof(form.Prefix), S["This address belongs to {0}.", taken.Name]);
        }
    }
}
