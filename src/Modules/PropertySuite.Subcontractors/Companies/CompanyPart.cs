using System.Text.Json.Serialization;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>A document that a company shows. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentKind>))]
public enum DocumentKind
{
    /// <summary>Liability insurance: every company needs it.</summary>
    Insurance,

    /// <summary>Licence of the trade: pest control, security and lifts need it.</summary>
    Licence,

    /// <summary>Anything else: watched, but it blocks nobody.</summary>
    Other,
}

/// <summary>Where a company stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CompanyState>))]
public enum CompanyState
{
    /// <summary>Can be given work, as long as its documents are valid.</summary>
    Active,

    /// <summary>Is given no more work.</summary>
    Ended,
}

/// <summary>A document of a company.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Number or name on it.</param>
/// <param name="LastDay">Last day on which it is valid, in the community's calendar.</param>
/// <param name="Alerted">Days before the end at which the office was last told; null before.</param>
public sealed record CompanyDocument(DocumentKind Kind, string Name, DateOnly LastDay, int? Alerted = null);

/// <summary>An account of the site that serves for the company.</summary>
public sealed record CompanyAccount(string UserId, string UserName);

/// <summary>Who to speak to.</summary>
public sealed record CompanyContact(string? Name, string? Email, string? Phone);

/// <summary>What is written down about a company.</summary>
/// <param name="Bank">Account number for payments; null for none.</param>
public sealed record CompanyPlan(string? Name, Trade Trade, string? TaxId, CompanyContact Contact, string? Bank);

/// <summary>A company that serves the community, or would like to (TEN-01, TEN-02).</summary>
public sealed class CompanyPart : ServiceRecordPart
{
    /// <summary>Days before the last day of a document at which the office is told, the earliest first.</summary>
    public static readonly IReadOnlyList<int> AlertDays = [60, 30, 7];

    [JsonInclude] public CompanyState State { get; internal set; }

    [JsonInclude] public string? TaxId { get; private set; }

    [JsonInclude] public CompanyContact Contact { get; private set; } = new(null, null, null);

    /// <summary>Account number for payments; pages show its end only.</summary>
    [JsonInclude] public string? Bank { get; private set; }

    [JsonInclude] public IReadOnlyList<CompanyDocument> Documents { get; private set; } = [];

    [JsonInclude] public IReadOnlyList<CompanyAccount> Accounts { get; private set; } = [];

    /// <summary>The bank account as pages show it: its last four signs.</summary>
    [JsonIgnore] public string? MaskedBank => Bank is null ? null : "•••• " + Bank[^Math.Min(4, Bank.Length)..];

    /// <summary>The account number that lists and exports never show whole.</summary>
    public static string? Clean(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>What keeps a company from work on a day: documents that its trade needs and that are missing or past their last day.</summary>
    public IReadOnlyList<BlockReason> BlockedOn(DateOnly day)
    {
        DocumentKind[] needed = Trade is Trade.PestControl or Trade.Security or Trade.Lifts ? [DocumentKind.Insurance, DocumentKind.Licence] : [DocumentKind.Insurance];
        return [.. needed
            .Select(kind => (kind, Last: Documents.Where(document => document.Kind == kind).Select(document => (DateOnly?)document.LastDay).Max()))
            .Where(pair => pair.Last is null || pair.Last < day)
            .Select(pair => new BlockReason(pair.kind, pair.Last))];
    }

    /// <summary>Registers a company.</summary>
    /// <exception cref="RefusedException">The name is missing, or it is not for this person.</exception>
    public Step Register(Actor by, DateTime atUtc, CompanyPlan plan)
    {
        Fill(plan);
        return CompanyLifecycle.Table.Begin(this, CompanyVerbs.Register, by, atUtc);
    }

    /// <summary>Changes what is written down.</summary>
    /// <exception cref="RefusedException">The name is missing.</exception>
    public Step Change(Actor by, DateTime atUtc, CompanyPlan plan)
    {
        Fill(plan);
        return CompanyLifecycle.Table.Note(this, CompanyVerbs.Change, by, atUtc);
    }

    /// <summary>Says the same without history: the import keeps its own.</summary>
    internal void Fill(CompanyPlan plan)
    {
        (CompanyName, Trade) = (Clean(plan.Name) ?? throw ServiceRefusals.NameMissing.At("Name"), plan.Trade);
        (TaxId, Contact, Bank) = (Clean(plan.TaxId), plan.Contact, Clean(plan.Bank));
    }

    /// <summary>Records a document, in the place of one of its kind and name.</summary>
    public Step Record(Actor by, DateTime atUtc, WorkingCalendar calendar, CompanyDocument document)
    {
        Keep(document);
        Watch(calendar);
        return CompanyLifecycle.Table.Note(this, CompanyVerbs.Document, by, atUtc, $"{document.Name} · {document.LastDay:yyyy-MM-dd}");
    }

    /// <summary>Says which accounts serve for it.</summary>
    public void Serve(IReadOnlyList<CompanyAccount> accounts) => Accounts = [.. accounts.DistinctBy(account => account.UserId)];

    /// <summary>Takes a step of the table.</summary>
    /// <exception cref="RefusedException">The table does not allow it.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason) => CompanyLifecycle.Table.Take(this, verb, by, atUtc, reason);

    internal void Keep(CompanyDocument document) =>
        Documents = [.. Documents.Where(other => other.Kind != document.Kind || other.Name != document.Name), document with { Alerted = null }];

    // The clock looks at the beginning of the next day on which somebody is told: 60, 30 and 7 days before the end, and the day after it.
    internal void Watch(WorkingCalendar calendar) => LookUtc = Documents.Select(document => NextAlert(document)).OfType<DateOnly>().Select(day => (DateTime?)calendar.Time.BeginningOf(day)).Min();

    internal override IEnumerable<Step> Tick(DateTime nowUtc, WorkingCalendar calendar)
    {
        var today = calendar.Time.DayAt(nowUtc);
        var steps = new List<Step>();
        Documents = [.. Documents.Select(document =>
        {
            if (NextAlert(document) is not { } day || day > today)
            {
                return document;
            }

            var left = document.LastDay.DayNumber - today.DayNumber;
            var reached = left < 0 ? -1 : AlertDays.Last(days => left <= days);
            if (Documents.Any(other => other.Kind == document.Kind && other.LastDay > document.LastDay))
            {
                return document with { Alerted = reached };
            }

            steps.Add(CompanyLifecycle.Table.Note(this, left < 0 ? CompanyVerbs.Expired : CompanyVerbs.Expires, Actor.Clock, nowUtc, $"{document.Name} · {document.LastDay:yyyy-MM-dd}"));
            return document with { Alerted = reached };
        })];
        Watch(calendar);
        return steps;
    }

    internal override ServiceIndex Row() => new()
    {
        Number = Number,
        Title = CompanyName,
        CompanyName = CompanyName,
        Trade = Trade.ToString(),
        State = State.ToString(),
        AtUtc = ContentItem?.CreatedUtc ?? default,
        DueUtc = Documents.Select(document => (DateTime?)document.LastDay.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)).Min(),
        LookUtc = State == CompanyState.Active ? LookUtc : null,
        OnceKey = "SCO:" + SearchText.Fold(CompanyName),
        Search = SearchText.Fold(CompanyName, Number, TaxId, Contact.Name),
    };

    // The next day on which somebody is told; -1 marks that the end itself has been told.
    private static DateOnly? NextAlert(CompanyDocument document)
    {
        if (document.Alerted == -1)
        {
            return null;
        }

        var next = AlertDays.Where(days => document.Alerted is null || days < document.Alerted).Select(days => (int?)days).FirstOrDefault();
        return next is { } days ? document.LastDay.AddDays(-days) : document.LastDay.AddDays(1);
    }
}

/// <summary>What can be done with a company.</summary>
public static class CompanyVerbs
{
    public static readonly Verb Register = new("register-company", "Register");
    public static readonly Verb End = new("end-company", "Give no more work");
    public static readonly Verb Resume = new("resume-company", "Give work again");
    public static readonly Verb Change = new("change-company", "Changed");
    public static readonly Verb Document = new("record-document", "Document recorded");
    public static readonly Verb Reveal = new("reveal-bank", "Bank account shown");
    public static readonly Verb Expires = new("document-expires", "A document expires soon");
    public static readonly Verb Expired = new("document-expired", "A document has expired");
}

/// <summary>How a company lives (TEN-01).</summary>
public static class CompanyLifecycle
{
    private static readonly Role<CompanyPart> Office = Roles.With<CompanyPart>("Office", ServicePermissions.Manage);
    private static readonly Role<CompanyPart> Manager = Roles.With<CompanyPart>("Manager", ServicePermissions.Decide);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<CompanyPart, CompanyState> Table = Lifecycle
        .Of<CompanyPart, CompanyState>(typeof(ServiceTexts), company => company.State, (company, state) => company.State = state)
        .Start(CompanyState.Active, CompanyVerbs.Register).By(Office)
        .From(CompanyState.Active).To(CompanyState.Ended, CompanyVerbs.End).By(Manager).AskingReason()
        .From(CompanyState.Ended).To(CompanyState.Active, CompanyVerbs.Resume).By(Manager).AskingReason()
        .Noting(CompanyVerbs.Change, CompanyVerbs.Document, CompanyVerbs.Reveal, CompanyVerbs.Expires, CompanyVerbs.Expired);

    /// <summary>English name of a state.</summary>
    public static string Name(CompanyState state) => state == CompanyState.Active ? "Active" : "Given no more work";

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(CompanyState state) => state == CompanyState.Active ? "run" : "stop";
}
