using System.Text.Json.Serialization;

namespace PropertySuite.Visitors;

/// <summary>What somebody comes for. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VisitKind>))]
public enum VisitKind
{
    /// <summary>Of the household or the firm.</summary>
    Guest,

    /// <summary>Brings goods.</summary>
    Delivery,

    /// <summary>Brings or fetches a parcel or a letter.</summary>
    Courier,

    /// <summary>Works in the unit.</summary>
    Contractor,

    /// <summary>Looks at a unit that is for sale or to let.</summary>
    Viewing,

    /// <summary>Domestic help.</summary>
    DomesticHelp,

    /// <summary>Fetches or brings somebody by car.</summary>
    Taxi,

    /// <summary>Of an authority.</summary>
    Official,

    /// <summary>Anything else; the reason says what.</summary>
    Other,

    /// <summary>Comes to a firm on business.</summary>
    Business,

    /// <summary>Comes to a firm to be interviewed for a post.</summary>
    Interview,

    /// <summary>Several people who come to a firm together.</summary>
    Delegation,
}

/// <summary>What goes with a kind.</summary>
public static class VisitKinds
{
    /// <summary>English name, translated in the context of <see cref="VisitLifecycle"/>.</summary>
    public static string Name(VisitKind kind) => kind switch
    {
        VisitKind.Guest => "Guest",
        VisitKind.Delivery => "Delivery",
        VisitKind.Courier => "Courier",
        VisitKind.Contractor => "Contractor",
        VisitKind.Viewing => "Viewing",
        VisitKind.DomesticHelp => "Domestic help",
        VisitKind.Taxi => "Taxi",
        VisitKind.Official => "Official",
        VisitKind.Other => "Other",
        VisitKind.Business => "Business visitor",
        VisitKind.Interview => "Interview candidate",
        VisitKind.Delegation => "Delegation",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static readonly VisitKind[] Usual =
        [VisitKind.Guest, VisitKind.Delivery, VisitKind.Courier, VisitKind.Contractor, VisitKind.Viewing, VisitKind.DomesticHelp, VisitKind.Other];

    /// <summary>The kinds that a community has to do with, the most usual first.</summary>
    /// <param name="names">As the settings name them; empty: those of a residential estate.</param>
    public static IReadOnlyList<VisitKind> Offered(IEnumerable<string> names)
    {
        VisitKind[] chosen = [.. names.Select(name => Enum.TryParse<VisitKind>(name, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : (VisitKind?)null).OfType<VisitKind>().Distinct()];
        return chosen.Length > 0 ? chosen : Usual;
    }

    /// <summary>How long a walk-in of this kind is expected to stay.</summary>
    public static TimeSpan UsualStay(VisitKind kind) => kind switch
    {
        VisitKind.Delivery or VisitKind.Courier or VisitKind.Taxi => TimeSpan.FromMinutes(30),
        VisitKind.Viewing or VisitKind.Interview => TimeSpan.FromHours(1),
        VisitKind.Contractor or VisitKind.DomesticHelp => TimeSpan.FromHours(8),
        _ => TimeSpan.FromHours(4),
    };

    /// <summary>Minutes after the planned end from which a visitor of this kind has stayed too long, unless the settings say otherwise.</summary>
    public static int UsualGraceMinutes(VisitKind kind) => kind switch
    {
        VisitKind.Delivery or VisitKind.Courier or VisitKind.Taxi => 30,
        VisitKind.Contractor => 0,
        VisitKind.Viewing => 60,
        VisitKind.DomesticHelp => 120,
        _ => 24 * 60,
    };
}
