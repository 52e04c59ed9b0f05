using PropertySuite.Platform.Data.Migrations;

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
                   --data DIR
        setup    sets a community up
                   --name NAME --recipe RECIPE --site-name "NAME TO SHOW" [--host HOST] [--prefix PREFIX]
                   [--culture en|es|zh-Hans] [--time-zone ZONE] [--admin USER NAME] [--email ADDRESS] [--data DIR]
        """;

    /// <param name="output">Where answers and failures are written; the console's own two streams when null.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null)
    {
        var errors = output ?? Console.Error;
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
                "link" => await LinkCommand.ExecuteAsync(line, output),
                "setup" => await SetupCommand.ExecuteAsync(line, output),
                _ => await RunCommand.ExecuteAsync(line, output),
            };
        }
        catch (CommandException exception)
        {
            return await FailAsync(exception.ExitCode, exception);
        }
        catch (NewerDataException exception)
        {
            return await FailAsync(CommandException.NewerData, exception);
        }
        catch (InvalidDataException exception)
        {
            return await FailAsync(CommandException.DamagedData, exception);
        }

        async Task<int> FailAsync(int code, Exception exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return code;
        }
    }
}
