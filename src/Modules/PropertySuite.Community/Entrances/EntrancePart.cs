using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;

namespace PropertySuite.Community.Entrances;

/// <summary>A gate or door where people are let in (REG-01). Visits name it, so it is closed and never deleted.</summary>
public sealed class EntrancePart : ContentPart
{
    /// <summary>Short and unique, <c>N</c>.</summary>
    [JsonInclude] public string Code { get; private set; } = "";

    [JsonInclude] public string Name { get; private set; } = "";

    /// <summary>Order in lists; the main entrance comes first.</summary>
    [JsonInclude] public int Order { get; private set; }

    /// <summary>Whether it is given up; nobody can be let in there any more.</summary>
    [JsonInclude] public bool IsClosed { get; private set; }

    public void Call(string code, string name, int order)
    {
        var normalised = (code ?? "").Trim().ToUpperInvariant();
        if (normalised.Length is 0 or > 4 || !normalised.All(char.IsAsciiLetterOrDigit)) throw Refusals.BuildingCodeMalformed.At(nameof(Code));
        (Code, Name, Order) = (normalised, Words.OrNull(name) ?? normalised, order);
    }

    public void Close() => IsClosed = true;

    public void Reopen() => IsClosed = false;
}
