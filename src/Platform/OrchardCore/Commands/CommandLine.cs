namespace PropertySuite.Platform.Commands;

/// <summary>A verb, what it is about, and options by name.</summary>
internal sealed class CommandLine
{
    private static readonly HashSet<string> s_flags = new(StringComparer.Ordinal) { "https", "help" };

    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    private CommandLine(string verb) => Verb = verb;

    public string Verb { get; }

    public List<string> Subjects { get; } = [];

    public string? this[string option] => _options.GetValueOrDefault(option);

    public bool Has(string option) => _options.ContainsKey(option);

    /// <exception cref="CommandException">An option lacks its value.</exception>
    public static CommandLine Parse(string[] args)
    {
        var start = args.Length > 0 && !args[0].StartsWith('-') ? 1 : 0;
        var line = new CommandLine(start == 1 ? args[0] : "run");
        for (var i = start; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                line.Subjects.Add(args[i]);
                continue;
            }

            var name = args[i][2..];
            var equals = name.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
                line._options[name[..equals]] = name[(equals + 1)..];
            else if (s_flags.Contains(name))
                line._options[name] = "true";
            else if (i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                line._options[name] = args[++i];
            else
                throw new CommandException(CommandException.Usage, $"The option --{name} needs a value.");
        }

        return line;
    }

    /// <summary>The options in the form that configuration reads: <c>--key=value</c>.</summary>
    public string[] ToConfiguration()
    {
        var result = new List<string>();
        foreach (var (name, value) in _options)
        {
            var key = name switch { "data" => "PropertySuite:Data", "https" => "PropertySuite:Https", _ => name };
            result.Add($"--{key}={(name == "data" ? Path.GetFullPath(value) : value)}");
        }

        return [.. result];
    }
}

/// <summary>A command that cannot be done; the message is for the person at the console.</summary>
internal sealed class CommandException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public const int Usage = 2;
    public const int PortTaken = 3;
    public const int FolderNotWritable = 4;
    public const int NewerData = 5;
    public const int SetupFailed = 6;
    public const int Unknown = 7;

    public int ExitCode { get; } = exitCode;
}
