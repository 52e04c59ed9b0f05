using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Platform.Features.Email;

/// <summary>The outbox as a list. Its texts are translated in this class's context.</summary>
internal static class OutgoingMailList
{
    private const int Waiting = (int)MailState.Waiting;
    private const int Sending = (int)MailState.Sending;
    private const int Sent = (int)MailState.Sent;
    private const int Failed = (int)MailState.Failed;
    private const int Cancelled = (int)MailState.Cancelled;
    private const int Held = (int)MailState.Held;

    public static readonly ListDefinition<OutgoingMailIndex> Definition = new ListDefinition<OutgoingMailIndex>(typeof(OutgoingMail))
        .View("all", "All", (query, _) => query)
        .View("queue", "Waiting", (query, _) => query.Where(row => row.State == Waiting || row.State == Sending))
        .View("held", "Held", (query, _) => query.Where(row => row.State == Held))
        .View("failed", "Failed", (query, _) => query.Where(row => row.State == Failed))
        .View("sent", "Sent", (query, _) => query.Where(row => row.State == Sent))
        .View("cancelled", "Cancelled", (query, _) => query.Where(row => row.State == Cancelled))
        .Column("subject", "Subject", row => Cell.Link(row.Subject.Length > 0 ? row.Subject : "—", $"~admin/Mail/Outgoing/{row.MailId}"), row => row.Subject)
        .Column("to", "To", row => Cell.Of(row.Recipients), row => row.Recipients)
        .Column("state", "State", row => Cell.State(NameOf((MailState)row.State), DotOf((MailState)row.State)), row => row.State)
        .Column("asked", "Asked for", row => Cell.Moment(row.CreatedUtc), row => row.Turn)
        .Column("done", "Done", row => Cell.Moment(row.EndedUtc), row => row.EndedUtc)
        .Column("attempts", "Attempts", row => Cell.Number(row.Attempts), row => row.Attempts)
        .TextFilter("to", "To", (query, text) =>
        {
            var wanted = text.ToLowerInvariant();
            return query.Where(row => row.Recipients.Contains(wanted));
        })
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.Turn, newestFirst: true);

    /// <summary>English word of a state.</summary>
    public static string NameOf(MailState state) => state switch
    {
        MailState.Waiting => "Waiting",
        MailState.Sending => "Being sent",
        MailState.Sent => "Sent",
        MailState.Failed => "Failed",
        MailState.Cancelled => "Cancelled",
        _ => "Held",
    };

    public static string DotOf(MailState state) => state switch
    {
        MailState.Waiting => "wait",
        MailState.Sending => "run",
        MailState.Sent => "done",
        MailState.Held => "prop",
        _ => "stop",
    };
}
