namespace PropertySuite.Platform.Commands;

/// <summary>What can be asked of the server at its own console.</summary>
internal static class SuiteCommands
{
    private const string Help =
        """
        run      starts the server (the default)
                   --urls http://localhost:5000   where it answers
                   --data DIR                     where its data lies
                   --https                        over https with a certificate of its own, for phones in the same network
        link     gives a link that lets a person in:  link manager|desk|guard|owner
                   --tenant NAME                  in which community
        setup    sets a community up
                   --name NAME --recipe RECIPE --site-name "NAME TO SHOW" [--host HOST] [--prefix PREFIX] [--time-zone ZONE]
                   [--admin USER NAME] [--email ADDRESS]
        """;

    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null)
    {
        output ??= Console.Out;
        try
        {
            var line = CommandLine.Parse(args);
            if (line.Has("help"))
            {
                await output.WriteLineAsync(Help);
                return 0;
            }

            return line.Verb switch
            {
                "run" => await RunCommand.ExecuteAsync(line, output),
                "link" => await LinkCommand.ExecuteAsync(line, output),
                "setup" => await SetupCommand.ExecuteAsync(line, output),
                _ => throw new CommandException(CommandException.Usage, $"There is no command '{line.Verb}'.\n\n{Help}"),
            };
        }
        catch (CommandException exception)
        {
            await output.WriteLineAsync(exception.Message);
            return exception.ExitCode;
        }
    }
}
