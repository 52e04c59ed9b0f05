namespace PropertySuite.Architecture.Tests.Contract;

/// <summary>One type of the contract: its members as written in the data.</summary>
/// <param name="IsOpen">Only some of its members are listed.</param>
internal sealed record ContractType(string Name, bool IsOpen, HashSet<string> Members)
{
    /// <summary>Constructors are compared only where the data lists any.</summary>
    public bool ListsConstructors => Members.Any(member => member.StartsWith("ctor(", StringComparison.Ordinal));
}

/// <summary>The contract as data, read from the text files beside this one; the format is told at the head of contract.txt.</summary>
internal sealed class ContractData
{
    private static readonly Lazy<ContractData> Embedded = new(() => Parse(Read("contract.txt").Concat(Read("contract-additions.txt"))));

    private readonly Dictionary<string, ContractType> _types = new(StringComparer.Ordinal);

    public static ContractData Released => Embedded.Value;

    public ContractType? Find(string typeName) => _types.GetValueOrDefault(typeName);

    /// <summary>Reads data in the written form; a line that begins with "- " takes a member away again.</summary>
    public static ContractData Parse(IEnumerable<string> lines)
    {
        var data = new ContractData();
        ContractType? current = null;
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
            {
                var words = line.Split(' ');
                var isOpen = words.Length > 2 && words[2] == "open";
                current = data._types.TryGetValue(words[1], out var known)
                    ? known with { IsOpen = known.IsOpen || isOpen }
                    : new ContractType(words[1], isOpen, new HashSet<string>(StringComparer.Ordinal));
                data._types[words[1]] = current;
            }
            else if (line.StartsWith("  - ", StringComparison.Ordinal))
            {
                current!.Members.Remove(line[4..]);
            }
            else
            {
                current!.Members.Add(line.Trim());
            }
        }

        return data;
    }

    private static IEnumerable<string> Read(string name)
    {
        using var reader = new StreamReader(typeof(ContractData).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).ToList();
    }
}
