using System.Text.Json.Nodes;
using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>The messages that works send; an office may write its own texts. Which of them goes to whom and when is said by workflows.</summary>
public sealed class PermitMessages
{
    private PermitMessages()
    {
    }

    private static readonly Func<JsonObject> Sample = () => new()
    {
        ["number"] = "JDA-DEC-2026-00034", ["unit"] = "E-10-B", ["state"] = "Waiting for payment", ["said"] = "The diagram of the kitchen is missing", ["until"] = "18/12/2026", ["hours"] = "Monday to Friday, 9:00–14:00 and 16:00–19:00", ["link"] = "https://alba.example/my/permits",
    };

    /// <summary>To the applicant: something is missing.</summary>
    public static readonly MessageKind Returned = Make(
        "works.returned", "An application for works is returned", "Sent to the applicant when something of the application has to change.",
        "Your application {{ Model.number }} needs a change", "Your application for works in {{ Model.unit }} came back to you:\n\n“{{ Model.said }}”\n\nChange it and hand it in again:\n\n{{ Model.link }}");

    /// <summary>To the applicant: conditions.</summary>
    public static readonly MessageKind Conditions = Make(
        "works.conditions", "Conditions for works are proposed", "Sent to the applicant when engineering or the manager proposes conditions.",
        "Conditions for your works in {{ Model.unit }}", "Your application {{ Model.number }} can go on under these conditions:\n\n“{{ Model.said }}”\n\nAccept them, or change the application:\n\n{{ Model.link }}");

    /// <summary>To the applicant: approved, to be paid.</summary>
    public static readonly MessageKind ToPay = Make(
        "works.to-pay", "Works are approved and to be paid", "Sent to the applicant when the manager has approved.",
        "Your works in {{ Model.unit }} are approved", "Your application {{ Model.number }} is approved. The permit follows when fees and deposits are paid and the agreement is signed at the office.\n\nWhat is to be paid:\n\n{{ Model.link }}");

    /// <summary>To the applicant: the permit is out.</summary>
    public static readonly MessageKind Permitted = Make(
        "works.permitted", "A works permit is issued", "Sent to the applicant with the permit.",
        "The permit for your works in {{ Model.unit }}", "The permit {{ Model.number }} is issued and holds until {{ Model.until }}. Hang it on the door.\n\nThe permit:\n\n{{ Model.link }}");

    /// <summary>To the applicant: works are stopped.</summary>
    public static readonly MessageKind Stopped = Make(
        "works.stopped", "Works are stopped", "Sent to the applicant at once when works are stopped.",
        "Stop the works in {{ Model.unit }} now", "The works {{ Model.number }} in {{ Model.unit }} are stopped:\n\n“{{ Model.said }}”\n\nWorkers are not let in until the manager lets the works go on.\n\n{{ Model.link }}");

    /// <summary>To the applicant: anything else.</summary>
    public static readonly MessageKind News = Make(
        "works.news", "Works have moved on", "Sent to the applicant when the works reach a new state.",
        "Your works in {{ Model.unit }}: {{ Model.state }}", "{{ Model.number }}, {{ Model.unit }}: {{ Model.state }}.\n\n{{ Model.link }}");

    /// <summary>To the neighbours: works begin.</summary>
    public static readonly MessageKind Neighbours = Make(
        "works.neighbours", "Neighbours are told of works", "Sent to who lives above, below and beside when a permit is issued.",
        "Works in {{ Model.unit }} until {{ Model.until }}", "There will be works in {{ Model.unit }} until {{ Model.until }}, {{ Model.hours }}. Water, dust or noise outside these hours: tell reception.");

    /// <summary>To the staff.</summary>
    public static readonly MessageKind Staff = Make(
        "works.staff", "Staff are told of works", "Sent to the role whose turn it is.",
        "{{ Model.number }}, {{ Model.unit }}: {{ Model.state }}", "{{ Model.number }}, {{ Model.unit }}: {{ Model.state }}.");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<MessageKind> All = [Returned, Conditions, ToPay, Permitted, Stopped, News, Neighbours, Staff];

    private static MessageKind Make(string id, string name, string description, string subject, string body) => new(id, typeof(PermitMessages))
    {
        Name = name,
        Description = description,
        Subject = subject,
        Body = body,
        Sample = Sample,
    };
}
