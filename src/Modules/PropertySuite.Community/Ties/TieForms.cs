using Microsoft.AspNetCore.Mvc.ModelBinding;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Ties;

/// <summary>A new tie as its form holds it.</summary>
public class TieForm
{
    public string? PersonId { get; set; }

    /// <summary>Text by which a person is looked for; the form comes back with who was found.</summary>
    public string? Find { get; set; }

    public TieKind Kind { get; set; }

    /// <summary>As typed, with comma or point.</summary>
    public string? SharePercent { get; set; }

    public DateOnly? From { get; set; }

    /// <summary>First day without the tie; empty for an open end.</summary>
    public DateOnly? Until { get; set; }

    public bool AtHome { get; set; }

    public bool PaysBills { get; set; }

    public string? Note { get; set; }

    [BindNever] public UnitSummary? Unit { get; set; }

    [BindNever] public PersonSummary? Person { get; set; }

    /// <summary>Who was found; empty when nobody was looked for.</summary>
    [BindNever] public IReadOnlyList<FoundPerson> Found { get; set; } = [];
}

/// <summary>Somebody who was looked for, with the units that tell namesakes apart.</summary>
/// <param name="Holds">Codes of what the person holds today; empty for nothing.</param>
public sealed record FoundPerson(string Id, string Name, string Holds, string Phone);

/// <summary>The end of a tie as its form holds it.</summary>
public class TieEndForm
{
    /// <summary>First day without the tie.</summary>
    public DateOnly? On { get; set; }

    public string? Why { get; set; }

    [BindNever] public TieLine? Line { get; set; }
}
