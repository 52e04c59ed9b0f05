using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Abstractions.Setup;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Setup.Services;
using PropertySuite.Platform.Localization;
using PropertySuite.Platform.Setup;

namespace PropertySuite.Platform.Commands;

/// <summary>Sets one community up.</summary>
internal static class SetupCommand
{
    public static async Task<int> ExecuteAsync(CommandLine line, TextWriter output)
    {
        var recipe = line["recipe"] ?? throw new CommandException(CommandException.Usage, "Say what to set it up with: --recipe RECIPE.");
        var name = line["name"] ?? ShellSettings.DefaultShellName;
        var culture = CultureOf(line["culture"]);

        await using var app = SuiteHost.Build(line.ToConfiguration());
        var timeZone = TimeZoneOf(app.Services.GetRequiredService<IClock>(), line["time-zone"]);
        var data = await DataFolderCheck.OpenAsync(app);
        var host = app.Services.GetRequiredService<IShellHost>();
        await host.InitializeAsync();

        var settings = host.TryGetSettings(name, out var known) ? new ShellSettings(known) : app.Services.GetRequiredService<IShellSettingsManager>().CreateDefaultSettings();
        settings.Name = name;
        settings.RequestUrlHost = line["host"] ?? settings.RequestUrlHost;
        settings.RequestUrlPrefix = line["prefix"]?.Trim('/') ?? settings.RequestUrlPrefix;
        var context = new SetupContext
        {
            ShellSettings = settings,
            Properties =
            {
                [SetupService.RecipeName] = recipe,
                [SetupConstants.SiteName] = line["site-name"] ?? name,
                [SetupConstants.SiteTimeZone] = timeZone,
                [SetupConstants.AdminUsername] = line["admin"] ?? "admin",
            },
        };
        if (culture is not null)
            context.Properties[SetupService.SiteCulture] = culture;
        if (line["email"] is { } email)
            context.Properties[SetupConstants.AdminEmail] = email;

        await app.Services.GetRequiredService<ISetupService>().SetupAsync(context);
        if (context.Errors.Count > 0)
            throw new CommandException(CommandException.SetupFailed, $"{name} could not be set up: {string.Join(" ", context.Errors.Values)}");

        var server = await DataFolderCheck.AddressAsync(data) ?? new Uri("http://localhost:5000");
        var address = SiteAddress.Of(host.GetSettings(name), server);
        await output.WriteLineAsync($"{name} has been set up: {address}");

        // Handed over by the part that makes the first account, where no password was named.
        if (context.Properties.TryGetValue("InvitationPath", out var invitation))
            await output.WriteLineAsync($"For the first account, to choose a password: {address}{invitation}");
        await output.WriteLineAsync("A server that is running on this data finds it by itself.");
        return 0;
    }

    private static string? CultureOf(string? wanted)
        => wanted is null
            ? null
            : SiteCultures.Written.FirstOrDefault(culture => culture.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                ?? throw new CommandException(CommandException.Usage, $"There is no language '{wanted}'. Choose one: --culture {string.Join("|", SiteCultures.Written)}.");

    private static string TimeZoneOf(IClock clock, string? wanted)
        => wanted is null
            ? clock.GetSystemTimeZone().TimeZoneId
            : clock.GetTimeZones().FirstOrDefault(zone => zone.TimeZoneId.Equals(wanted, StringComparison.OrdinalIgnoreCase))?.TimeZoneId
                ?? throw new CommandException(CommandException.Usage, $"There is no time zone '{wanted}'. It looks like --time-zone Europe/Madrid.");
}
