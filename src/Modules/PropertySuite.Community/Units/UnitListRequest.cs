using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Units;

/// <summary>What the reader asked of the list of units, as the address says it.</summary>
public class UnitListRequest
{
    /// <summary>Unit, name or phone.</summary>
    public string? Q { get; set; }

    public string? Building { get; set; }

    public UnitKind? Kind { get; set; }

    /// <summary>Null shows every live unit.</summary>
    public UnitState? State { get; set; }

    /// <summary>Id of a column; a leading <c>-</c> turns it round.</summary>
    public string? Sort { get; set; }

    public int Page { get; set; } = 1;

    /// <summary>The same request with something else changed, as route values.</summary>
    public IDictionary<string, string?> With(params (string Name, object? Value)[] changes)
    {
        var values = new Dictionary<string, string?>
        {
            ["q"] = Q,
            ["building"] = Building,
            ["kind"] = Kind?.ToString(),
            ["state"] = State?.ToString(),
            ["sort"] = Sort,
        };
        foreach (var (name, value) in changes) values[name] = value?.ToString();
        return values.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary();
    }
}
