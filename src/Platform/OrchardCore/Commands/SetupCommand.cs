using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Abstractions.Setup;
using OrchardCore.Environment.Shell;
using OrchardCore.Setup.Services;
using PropertySuite.Platform.Setup;

namespace PropertySuite.Platform.Commands;

/// <summary>Sets one community up.</summary>
internal static class SetupCommand
{
    public static async Task<int> ExecuteAsync(CommandLine line, TextWriter output)
    {
        var recipe = line["recipe"] ?? throw new CommandException(CommandException.Usage, "Say what to set it up with: --recipe RECIPE.");
        var name = line["name"] ?? ShellSettings.DefaultShellName;

        await using var app = SuiteHost.Build(line.ToConfiguration());
        var data = await DataFolderCheck.OpenAsync(app);
        var host = app.Services.GetRequiredService<IShellHost>();
        await host.InitializeAsync();

        var settings = host.TryGetSettings(name, out var known) ? new ShellSettings(known) : app.Services.GetRequiredService<IShellSettingsManager>().CreateDefaultSettings();
        settings.Name = name;
        settings.RequestUrlHost = line["host"] ?? settings.RequestUrlHost;
        settings.RequestUrlPrefix = line["prefix"] ?? settings.RequestUrlPrefix;
        var context = new SetupContext
        {
            ShellSettings = settings,
            Properties =
            {
                [SetupService.RecipeName] = recipe,
                [SetupConstants.SiteName] = line["site-name"] ?? name,
                [SetupConstants.SiteTimeZone] = line["time-zone"] ?? TimeZoneInfo.Local.Id,
                [SetupConstants.AdminUsername] = line["admin"] ?? "admin",
            },
        };
        if (line["email"] is { } email)
            context.Properties[SetupConstants.AdminEmail] = email;

        await app.Services.GetRequiredService<ISetupService>().SetupAsync(context);
        if (context.Errors.Count > 0)
            throw new CommandException(CommandException.SetupFailed, $"{name} could not be set up: {string.Join(" ", context.Errors.Values)}");

        // Handed over by the part that makes the first account, where no password was named.
        if (context.Properties.TryGetValue("InvitationPath", out var invitation))
        {
            var server = await DataFolderCheck.AddressAsync(data) ?? new Uri("http://localhost:5000");
            await output.WriteLineAsync($"For the first account, open once the server runs: {SiteAddress.Of(host.GetSettings(name), server)}{invitation}");
        }

        await output.WriteLineAsync($"{name} has been set up. A server that is running finds it when it is started again.");
        return 0;
    }
}
