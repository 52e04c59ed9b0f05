namespace PropertySuite.Decoration;

/// <summary>The unit that is worked in, as it was when the application was made.</summary>
/// <param name="Id">Content item id.</param>
/// <param name="Code">Code.</param>
/// <param name="Layout">Type of flat, by which fees are set; null where the register does not say.</param>
/// <param name="BuiltArea">Built area in square metres; 0 where the register does not say.</param>
public sealed record PermitUnit(string Id, string Code, string? Layout, decimal BuiltArea);

/// <summary>Who applies.</summary>
/// <param name="PersonId">Content item id of the person; null for somebody whom the desk wrote down.</param>
/// <param name="Name">Name.</param>
/// <param name="IsTenant">Whether by a lease: then the owner's letter is asked for.</param>
public sealed record Applicant(string? PersonId, string Name, bool IsTenant);

/// <summary>What is applied for (DEC-01, DEC-03).</summary>
public sealed record WorksPlan
{
    /// <summary>What is worked on.</summary>
    public IReadOnlyList<ScopeKind> Scope { get; init; } = [];

    /// <summary>In the applicant's words: what will be done.</summary>
    public string Description { get; init; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly Until { get; init; }

    /// <summary>The firm.</summary>
    public string Contractor { get; init; } = "";

    /// <summary>Who answers for the site.</summary>
    public string SiteManager { get; init; } = "";

    /// <summary>His or her phone.</summary>
    public string SiteManagerPhone { get; init; } = "";

    /// <summary>How many workers need a pass.</summary>
    public int Workers { get; init; }

    /// <summary>Remarks; null for none.</summary>
    public string? Remarks { get; init; }
}

/// <summary>A look at the site (DEC-14).</summary>
/// <param name="Stage">Stage.</param>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="ByName">Who.</param>
/// <param name="Passed">Whether it was in order.</param>
/// <param name="Note">What was seen.</param>
/// <param name="Slot">Slot of its photos.</param>
public sealed record SiteInspection(SiteStage Stage, DateTime AtUtc, string ByName, bool Passed, string? Note, string Slot);

/// <summary>A violation (DEC-15).</summary>
/// <param name="Slot">Names it within the record; also the slot of its photos.</param>
/// <param name="Code">Code of the catalogue.</param>
/// <param name="Note">What was seen.</param>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="ByName">Who wrote it down.</param>
/// <param name="Fine">Fine; 0 for none.</param>
/// <param name="CureBy">Day by which it is put right.</param>
/// <param name="StopsWork">Whether works may not go on before.</param>
/// <param name="CuredAtUtc">When it had been put right, UTC; null until then.</param>
public sealed record Violation(string Slot, string Code, string? Note, DateTime AtUtc, string ByName, decimal Fine, DateOnly CureBy, bool StopsWork, DateTime? CuredAtUtc = null);

/// <summary>What is kept of the deposits (DEC-22).</summary>
/// <param name="Amount">How much.</param>
/// <param name="Why">What for.</param>
/// <param name="ByName">Who wrote it down.</param>
public sealed record KeptSum(decimal Amount, string Why, string ByName);
