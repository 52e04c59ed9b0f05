using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>The messages that cases send to whoever raised them; an office may write its own texts.</summary>
public sealed class ComplaintMessages
{
    private ComplaintMessages()
    {
    }

    /// <summary>It has come.</summary>
    public static readonly MessageKind Received = new("complaints.received", typeof(ComplaintMessages))
    {
        Name = "A case was received",
        Description = "Sent to whoever raised a matter, as soon as it has its number.",
        Subject = "Your matter {{ Model.number }} has been received",
        Body = "We have received: {{ Model.subject }}.\n\nIts number is {{ Model.number }}. You see what happens to it on your page:\n\n{{ Model.link }}",
        Sample = Sample,
    };

    /// <summary>Somebody of the staff wrote.</summary>
    public static readonly MessageKind Written = new("complaints.written", typeof(ComplaintMessages))
    {
        Name = "The office wrote about a case",
        Description = "Sent to whoever raised a matter when somebody of the staff writes to them.",
        Subject = "About your matter {{ Model.number }}: {{ Model.subject }}",
        Body = "{{ Model.text }}\n\nYou can answer on your page:\n\n{{ Model.link }}",
        Sample = Sample,
    };

    /// <summary>A solution is proposed.</summary>
    public static readonly MessageKind Proposed = new("complaints.proposed", typeof(ComplaintMessages))
    {
        Name = "A solution was proposed",
        Description = "Sent to whoever raised a matter when it is thought to be solved. The link answers.",
        Subject = "Is it solved? {{ Model.subject }}",
        Body = "About {{ Model.number }}:\n\n{{ Model.text }}\n\nIs it solved? Please say so before {{ Model.until }}:\n\n{{ Model.link }}\n\nWithout an answer we take it as solved.",
        Sample = Sample,
        CarriesRight = true,
    };

    /// <summary>It is over.</summary>
    public static readonly MessageKind Ended = new("complaints.ended", typeof(ComplaintMessages))
    {
        Name = "A case is over",
        Description = "Sent to whoever raised a matter when it is closed, answered, or joined with another.",
        Subject = "Your matter {{ Model.number }}: {{ Model.state }}",
        Body = "{{ Model.subject }}: {{ Model.state }}.\n\n{{ Model.text }}\n\nIf it is not as it should be, reopen it on your page:\n\n{{ Model.link }}",
        Sample = Sample,
    };

    private static System.Text.Json.Nodes.JsonObject Sample() => new()
    {
        ["number"] = "JDA-CMP-2026-00418",
        ["subject"] = "Leak in the bathroom ceiling",
        ["text"] = "The drain above has been sealed and the ceiling is dry.",
        ["state"] = "Closed",
        ["until"] = "Fri 13, 18:00",
        ["link"] = "https://alba.example/my/matters",
    };
}
