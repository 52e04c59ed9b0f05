using System.Net.Mail;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Abstractions.Setup;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Setup.Services;
using PropertySuite.Platform.Features.Localization;
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
    IServiceProvider runs,
    DeclaredTexts texts,
    IStringLocalizer<CommunityFounding> S)
{
    public async Task<IReadOnlyList<(string Name, string Text)>> RecipesAsync()
        => [.. (await setup.GetSetupRecipesAsync())
            .Where(recipe => recipe.Name is { Length: > 0 } && recipe.Categories.Contains("community", StringComparer.OrdinalIgnoreCase))
            .Select(recipe => (recipe.Name!, texts.NameOf(recipe)))];

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

    /// <summary>Begins to build the community, which goes on when the request has ended.</summary>
    /// <param name="person">Id of the person who may watch.</param>
    /// <returns>Id to ask for it by.</returns>
    public async Task<string> BeginAsync(CommunityForm form, string person)
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
        return runs.GetRequiredService<SetupRuns>().Start(context, person, form).Id;
    }

    /// <returns>Null when there is no such founding, or it is another person's.</returns>
    public FoundingState? Find(string? id, string person)
    {
        if (runs.GetRequiredService<SetupRuns>().Find(id, person) is not { } run)
        {
            return null;
        }

        var form = (CommunityForm)run.Asked;
        return run switch
        {
            { IsDone: false, Progress: var step } => new FoundingState(form, IsDone: false, Step: step?.Number ?? 0, Steps: step?.Of ?? 0, StepName: NameOf(step?.Name)),
            { Context.Errors.Count: > 0 } => new FoundingState(form, IsDone: true, Errors: run.Context.Errors.ToDictionary(
                error => error.Key is SetupConstants.AdminEmail or SetupConstants.AdminUsername ? nameof(form.ManagerEmail) : string.Empty, error => error.Value)),
            _ => new FoundingState(form, IsDone: true, Settings: run.Context.ShellSettings, InvitationPath: run.Context.Properties.GetValueOrDefault(SiteSetup.InvitationPath) as string),
        };
    }

    private string NameOf(string? step) => step?.ToLowerInvariant() switch
    {
        null => S["Making the database"],
        "feature" => S["Switching features on"],
        "themes" => S["Choosing the look"],
        "settings" => S["Writing the settings"],
        "roles" => S["Making roles"],
        "users" => S["Making accounts"],
        "content" => S["Bringing the records"],
        "contentdefinition" or "replacecontentdefinition" => S["Describing the kinds of record"],
        "workflowtype" => S["Bringing the workflows"],
        _ => step!,
    };

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
