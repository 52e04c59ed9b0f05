using System.Text.Json.Serialization;

namespace PropertySuite.Decoration;

/// <summary>What is worked on (DEC-03). Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScopeKind>))]
public enum ScopeKind
{
    /// <summary>Paint, floors, doors, kitchen units: nothing behind the surface.</summary>
    Finishes,

    /// <summary>Walls that carry nothing are moved or opened.</summary>
    Walls,

    /// <summary>Bathroom, kitchen: water, drains and waterproofing.</summary>
    WetArea,

    /// <summary>Wiring, sockets, the load of the flat.</summary>
    Electrics,

    /// <summary>Gas pipes and appliances.</summary>
    Gas,

    /// <summary>Outdoor units of air conditioning.</summary>
    AirConditioning,

    /// <summary>Balcony: floor, glazing, railing.</summary>
    Balcony,

    /// <summary>Windows, as the facade shows them.</summary>
    Windows,
}

/// <summary>A document that an application has to bring (DEC-04). Stored by name; also the slot of its files.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentKind>))]
public enum DocumentKind
{
    /// <summary>Plan of what changes.</summary>
    Plan,

    /// <summary>The contractor's licence.</summary>
    Licence,

    /// <summary>The contractor's insurance in force.</summary>
    Insurance,

    /// <summary>The owner's letter, when a tenant applies.</summary>
    OwnersLetter,

    /// <summary>An architect's report that nothing that carries is touched.</summary>
    StructuralReport,

    /// <summary>How the wet rooms are made watertight.</summary>
    Waterproofing,

    /// <summary>Diagram of the wiring with loads before and after.</summary>
    ElectricalDiagram,

    /// <summary>Certificate of the gas installer.</summary>
    GasCertificate,

    /// <summary>Where outdoor units hang.</summary>
    UnitPosition,

    /// <summary>How the facade looks afterwards.</summary>
    FacadeDrawing,

    /// <summary>Consent of the neighbour below.</summary>
    NeighbourConsent,
}

/// <summary>What each kind of works asks for: its documents, and whether engineering looks at it.</summary>
public static class ScopeRules
{
    /// <summary>The documents that an application has to bring, in order.</summary>
    /// <param name="scope">What is worked on.</param>
    /// <param name="byTenant">Whether a tenant applies.</param>
    public static IReadOnlyList<DocumentKind> Documents(IEnumerable<ScopeKind> scope, bool byTenant)
    {
        var asked = new SortedSet<DocumentKind> { DocumentKind.Licence, DocumentKind.Insurance };
        if (byTenant)
        {
            asked.Add(DocumentKind.OwnersLetter);
        }

        foreach (var kind in scope)
        {
            asked.UnionWith(Of(kind));
        }

        return [.. asked];
    }

    /// <summary>Whether engineering has to pass it before the manager approves: everything that goes below the surface.</summary>
    public static bool NeedsEngineering(IEnumerable<ScopeKind> scope) => scope.Any(kind => kind != ScopeKind.Finishes);

    /// <summary>English name of a kind of works.</summary>
    public static string Name(ScopeKind kind) => kind switch
    {
        ScopeKind.Finishes => "Paint, floors, doors, kitchen units",
        ScopeKind.Walls => "Walls that carry nothing",
        ScopeKind.WetArea => "Bathroom or kitchen: water and drains",
        ScopeKind.Electrics => "Electrics",
        ScopeKind.Gas => "Gas",
        ScopeKind.AirConditioning => "Air conditioning outside",
        ScopeKind.Balcony => "Balcony",
        _ => "Windows",
    };

    /// <summary>English name of a document.</summary>
    public static string Name(DocumentKind kind) => kind switch
    {
        DocumentKind.Plan => "Plan of what changes",
        DocumentKind.Licence => "Contractor's licence",
        DocumentKind.Insurance => "Contractor's insurance",
        DocumentKind.OwnersLetter => "Letter of the owner",
        DocumentKind.StructuralReport => "Architect's report on walls",
        DocumentKind.Waterproofing => "Waterproofing of wet rooms",
        DocumentKind.ElectricalDiagram => "Electrical diagram with loads",
        DocumentKind.GasCertificate => "Certificate of the gas installer",
        DocumentKind.UnitPosition => "Position of outdoor units",
        DocumentKind.FacadeDrawing => "Drawing of the facade",
        _ => "Consent of the neighbour below",
    };

    private static DocumentKind[] Of(ScopeKind kind) => kind switch
    {
        ScopeKind.Walls => [DocumentKind.Plan, DocumentKind.StructuralReport],
        ScopeKind.WetArea => [DocumentKind.Plan, DocumentKind.Waterproofing, DocumentKind.NeighbourConsent],
        ScopeKind.Electrics => [DocumentKind.ElectricalDiagram],
        ScopeKind.Gas => [DocumentKind.GasCertificate],
        ScopeKind.AirConditioning => [DocumentKind.UnitPosition],
        ScopeKind.Balcony or ScopeKind.Windows => [DocumentKind.FacadeDrawing],
        _ => [],
    };
}
