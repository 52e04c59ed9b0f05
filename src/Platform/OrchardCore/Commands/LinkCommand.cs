using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using PropertySuite.Platform.Data.Migrations;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Commands;

/// <summary>Prints a link that lets a person in, beside a running server or without one.</summary>
internal static class LinkCommand
{
    public static async Task<int> ExecuteAsync(CommandLine line, TextWriter output)
    {
        if (line.Subjects.Count != 1)
            throw new CommandException(CommandException.Usage, "Say for whom: link manager, link desk, link guard or link owner.");

        await using var app = SuiteHost.Build(line.ToConfiguration());
        if (!File.Exists(app.Services.GetRequiredService<DataFolder>().TenantsFile))
            throw NothingSetUp();
        var data = await DataFolderCheck.OpenAsync(app);
        var host = app.Services.GetRequiredService<IShellHost>();
        await host.InitializeAsync();
        var settings = Choose(host, line["tenant"]);
        var server = await DataFolderCheck.AddressAsync(data) ?? new Uri("http://localhost:5000");

        string? path = null;
        try
        {
            await (await host.GetScopeAsync(settings)).UsingAsync(async scope =>
            {
                var links = scope.ServiceProvider.GetService<ISignInLinks>()
                    ?? throw new InvalidOperationException($"The community {settings.Name} gives out no links: its feature for users is off.");
                path = await links.CreateAsync(line.Subjects[0]);
            });
        }
        catch (InvalidOperationException exception) when (exception is not NewerDataException)
        {
            throw new CommandException(CommandException.Unknown, exception.Message, exception);
        }

        await output.WriteLineAsync(SiteAddress.Of(settings, server) + path);
        return 0;
    }

    private static CommandException NothingSetUp()
        => new(CommandException.Unknown, "No community has been set up yet. Start the server once, or use the command setup.");

    private static ShellSettings Choose(IShellHost host, string? name)
    {
        var running = host.GetAllSettings().Where(settings => settings.IsRunning()).ToArray();
        if (name is null)
        {
            return running.FirstOrDefault(settings => !settings.IsDefaultShell()) ?? running.FirstOrDefault()
                ?? throw NothingSetUp();
        }

        return running.FirstOrDefault(settings => settings.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException(
                CommandException.Unknown, $"No community named '{name}' is running. There are: {string.Join(", ", running.Select(settings => settings.Name))}.");
    }
}
