namespace PropertySuite.Platform.Commands;

/// <summary>A verb, what it is about, and options by name.</summary>
internal sealed class CommandLine
{
    private static readonly HashSet<string> s_flags = new(StringComparer.Ordinal) { "https", "help" };

    private static readonly Dictionary<string, string[]> s_options = new(StringComparer.Ordinal)
    {
        ["run"] = ["urls", "data", "https"],
        ["link"] = ["tenant", "data"],
        ["setup"] = ["name", "recipe", "site-name", "host", "prefix", "culture", "time-zone", "admin", "email", "data"],
    };

    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    private CommandLine(string verb) => Verb = verb;

    public string Verb { get; }

    public List<string> Subjects { get; } = [];

    public string? this[string option] => _options.GetValueOrDefault(option);

    public bool Has(string option) => _options.ContainsKey(option);

    /// <exception cref="CommandException">There is no such command or option, or an option lacks its value.</exception>
    public static CommandLine Parse(string[] args)
    {
        var start = args.Length > 0 && !args[0].StartsWith('-') ? 1 : 0;
        var line = new CommandLine(start == 1 ? args[0] : "run");
        if (!s_options.TryGetValue(line.Verb, out var known))
        {
            if (line.Verb == "help")
                line._options["help"] = "true";
            else
                throw new CommandException(CommandException.Usage, $"There is no command '{line.Verb}'. There are: {string.Join(", ", s_options.Keys)}; --help says more.");
            return line;
        }

        for (var i = start; i < args.Length; i++)
        {
            if (!args[i].StartsWith('-'))
            {
                line.Subjects.Add(args[i]);
                continue;
            }

            var name = args[i] == "-h" ? "help" : args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : string.Empty;
            var equals = name.IndexOf('=', StringComparison.Ordinal);
            var value = equals >= 0 ? name[(equals + 1)..] : null;
            name = equals >= 0 ? name[..equals] : name;
            if (!known.Contains(name, StringComparer.Ordinal) && name is not ("help" or "environment") && !IsSetting(name))
            {
                throw new CommandException(
                    CommandException.Usage,
                    $"The command {line.Verb} has no option '{args[i].Split('=')[0]}'. It has: {string.Join(", ", known.Select(option => "--" + option))}; --help says more.");
            }

            if (value is null && s_flags.Contains(name))
                value = "true";
            else if (value is null && i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                value = args[++i];
            if (string.IsNullOrWhiteSpace(value))
                throw new CommandException(CommandException.Usage, $"The option --{name} needs a value.");
            line._options[name] = value;
        }

        if (line.Verb != "link" && line.Subjects.Count > 0)
            throw new CommandException(CommandException.Usage, $"The command {line.Verb} does not know what to do with '{line.Subjects[0]}'; --help says what it takes.");
        return line;
    }

    /// <summary>The options in the form that configuration reads: <c>--key=value</c>.</summary>
    public string[] ToConfiguration()
    {
        var result = new List<string>();
        foreach (var (name, value) in _options)
        {
            var key = name switch
            {
                "data" => "PropertySuite:Data",
                "https" => "PropertySuite:Https",
                "urls" or "environment" => name,
                _ when IsSetting(name) => name,
                _ => null,
            };
            if (key is not null)
                result.Add($"--{key}={(name == "data" ? Path.GetFullPath(value) : value)}");
        }

        return [.. result];
    }

    // Any setting of appsettings.json may be given for this once, such as --Logging:LogLevel:Default=Information.
    private static bool IsSetting(string name) => name.Contains(':', StringComparison.Ordinal);
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
    public const int DamagedData = 8;
    public const int AddressNotUsable = 9;

    public int ExitCode { get; } = exitCode;
}
