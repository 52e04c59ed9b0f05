using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The messages that visits send; an office may write its own texts.</summary>
public sealed class VisitMessages
{
    private VisitMessages()
    {
    }

    /// <summary>To the host: somebody stands at the desk (VIS-03).</summary>
    public static readonly MessageKind HostAsked = new("visitors.host-asked", typeof(VisitMessages))
    {
        Name = "A host is asked about a visitor",
        Description = "Sent to the household at once when somebody without an invitation stands at the desk. The link answers.",
        Subject = "{{ Model.visitor }} is at the desk for {{ Model.unit }}",
        Body = "{{ Model.visitor }} ({{ Model.kind }}) is at the desk and wants to see you in {{ Model.unit }}.\n\nMay they come in? Please answer before {{ Model.until }}:\n\n{{ Model.link }}\n\nWithout an answer the visitor waits outside.",
        Sample = () => new() { ["visitor"] = "Nuria Salcedo Pons", ["kind"] = "Guest", ["unit"] = "B-07-C", ["until"] = "10:03", ["link"] = "https://alba.example/visits/answer/0123456789abcdef" },
        CarriesRight = true,
    };

    /// <summary>To the host: somebody has stayed too long (VIS-07).</summary>
    public static readonly MessageKind StillHere = new("visitors.still-here", typeof(VisitMessages))
    {
        Name = "A visitor has stayed too long",
        Description = "Sent to the host when a visitor is still inside after the planned end and its grace.",
        Subject = "Is {{ Model.visitor }} still with you?",
        Body = "{{ Model.visitor }} was to leave {{ Model.unit }} at {{ Model.until }} and has not been seen out.\n\nIf the visit goes on, say so on your page:\n\n{{ Model.link }}",
        Sample = () => new() { ["visitor"] = "Nuria Salcedo Pons", ["unit"] = "B-07-C", ["until"] = "18:00", ["link"] = "https://alba.example/my/visits" },
    };

    /// <summary>To the host: the visitor has come in (VIS-06).</summary>
    public static readonly MessageKind HasCome = new("visitors.has-come", typeof(VisitMessages))
    {
        Name = "A visitor has come in",
        Description = "Sent to the host when a guard lets the visitor in, where a workflow says so.",
        Subject = "{{ Model.visitor }} has come to {{ Model.unit }}",
        Body = "{{ Model.visitor }} came in at {{ Model.gate }} at {{ Model.at }} and is on the way to {{ Model.unit }}.",
        Sample = () => new() { ["visitor"] = "Nuria Salcedo Pons", ["unit"] = "B-07-C", ["gate"] = "Puerta Norte", ["at"] = "10:03" },
    };

    /// <summary>To the host: a recurring pass ends soon (VIS-09).</summary>
    public static readonly MessageKind PassEnds = new("visitors.pass-ends", typeof(VisitMessages))
    {
        Name = "A recurring pass ends soon",
        Description = "Sent to the host fourteen days before the last day of a recurring pass.",
        Subject = "The pass of {{ Model.visitor }} ends on {{ Model.day }}",
        Body = "The recurring pass of {{ Model.visitor }} for {{ Model.unit }} ends on {{ Model.day }}.\n\nA new one is made on your page:\n\n{{ Model.link }}",
        Sample = () => new() { ["visitor"] = "Carmen Ruiz", ["unit"] = "B-07-C", ["day"] = "13 Nov", ["link"] = "https://alba.example/my/visits/recurring" },
    };
}
