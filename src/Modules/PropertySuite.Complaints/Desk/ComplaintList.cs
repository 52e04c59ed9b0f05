using Microsoft.Extensions.Localization;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Complaints;

/// <summary>The staff's list of cases, as data.</summary>
public static class ComplaintList
{
    private const string Received = nameof(ComplaintState.Received);
    private const string Resolved = nameof(ComplaintState.Resolved);

    /// <summary>The list for a reader.</summary>
    /// <param name="me">Account of the reader.</param>
    /// <param name="teams">Roles of the reader.</param>
    /// <param name="categories">Names of categories by id.</param>
    /// <param name="texts">Words.</param>
    /// <param name="isFile">Whether it is for a file, which has room for more columns.</param>
    public static ListDefinition<ComplaintIndex> For(string me, string[] teams, IReadOnlyDictionary<string, string> categories, IStringLocalizer texts, bool isFile = false) => More(new ListDefinition<ComplaintIndex>(typeof(ComplaintLifecycle))
        .View("open", "Open", (query, _) => query.Where(row => row.State.IsIn(ComplaintStates.OpenNames)))
        .View("mine", "Mine", (query, _) => query.Where(row => row.AssigneeId == me && row.State.IsIn(ComplaintStates.OpenNames)))
        .View("team", "My team", (query, _) => teams.Length == 0 ? query.Where(row => row.ComplaintId == "") : query.Where(row => row.Team.IsIn(teams) && row.State.IsIn(ComplaintStates.OpenNames)))
        .View("overdue", "Overdue", (query, moment) => query.Where(row => row.DeadlineUtc <= moment.NowUtc && row.State.IsIn(ComplaintStates.OpenNames)))
        .View("today", "Due today", (query, moment) => query.Where(row => row.DeadlineUtc > moment.NowUtc && row.DeadlineUtc < moment.DayUntilUtc && row.State.IsIn(ComplaintStates.OpenNames)))
        .View("new", "Not accepted yet", (query, _) => query.Where(row => row.State == Received))
        .View("unassigned", "Not assigned", (query, _) => query.Where(row => row.AssigneeId == null && row.State.IsIn(ComplaintStates.UnsolvedNames)))
        .View("visits", "Return visits", (query, _) => query.Where(row => row.State == Resolved))
        .View("all", "All", (query, _) => query)
        .Column("subject", "Subject", row => Cell.Link(row.Subject, $"~admin/Complaints/{row.ComplaintId}") with { Note = $"{Short(row.Number)} · {categories.GetValueOrDefault(row.Category, row.Category)}" }, row => row.Subject)
        .Column("place", "Place", row => Cell.Of(row.Place, "ps-unit"), row => row.Place)
        .Column("level", "Level", row => Level(row, texts), row => row.Level)
        .Column("state", "State", row => Cell.State(ComplaintLifecycle.Name(State(row)), ComplaintLifecycle.Dot(State(row))), row => row.State)
        .Column("due", "Deadline", row => row.IsPaused ? Cell.Of(texts["The clock stands still"].Value, "ps-3") : Cell.Due(row.DeadlineUtc), row => row.DeadlineUtc)
        .Column("assignee", "Handled by", row => Cell.Of(row.AssigneeName ?? (row.Team is { } team ? texts[team].Value : null)), row => row.AssigneeName)
        .Column("received", "Came", row => Cell.Moment(row.ReceivedAtUtc), row => row.ReceivedAtUtc)
        .Filter("category", "Category", [.. categories.Select(pair => new ListChoice(pair.Key, pair.Value, IsWord: false))], (query, category) => query.Where(row => row.Category == category))
        .Filter("level", "Level", [.. Enumerable.Range(1, 4).Select(level => new ListChoice($"{level}", ComplaintStates.Level(level)))], InLevel)
        .Filter("state", "State", [.. Enum.GetValues<ComplaintState>().Select(state => new ListChoice(state.ToString(), ComplaintLifecycle.Name(state)))], (query, state) => query.Where(row => row.State == state))
        .Filter("kind", "Kind", [.. Enum.GetValues<ComplaintKind>().Select(kind => new ListChoice(kind.ToString(), ComplaintStates.Name(kind)))], (query, kind) => query.Where(row => row.Kind == kind))
        .Filter("channel", "Came by", [.. Enum.GetValues<ComplaintChannel>().Select(channel => new ListChoice(channel.ToString(), ComplaintStates.Name(channel)))], (query, channel) => query.Where(row => row.Channel == channel))
        .TextFilter("place", "Place", (query, typed) => query.Where(row => row.Place.Contains(typed)))
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.ReceivedAtUtc, newestFirst: true), categories, isFile);

    /// <summary>State of a row.</summary>
    public static ComplaintState State(ComplaintIndex row) => Enum.Parse<ComplaintState>(row.State);

    /// <summary>The end of a number, without the community's code: it is the same for all rows.</summary>
    public static string Short(string number) => number.IndexOf('-', StringComparison.Ordinal) is var at and > 0 ? number[(at + 1)..] : number;

    private static ListDefinition<ComplaintIndex> More(ListDefinition<ComplaintIndex> list, IReadOnlyDictionary<string, string> categories, bool isFile) => !isFile ? list : list
        .Column("number", "Number", row => Cell.Of(row.Number), row => row.Number)
        .Column("category", "Category", row => Cell.Of(categories.GetValueOrDefault(row.Category, row.Category)))
        .Column("kind", "Kind", row => Cell.Word(ComplaintStates.Name(Enum.Parse<ComplaintKind>(row.Kind))))
        .Column("channel", "Came by", row => Cell.Word(ComplaintStates.Name(Enum.Parse<ComplaintChannel>(row.Channel))))
        .Column("ended", "Over on", row => Cell.Moment(row.EndedAtUtc))
        .Column("satisfaction", "Satisfaction", row => row.Satisfaction is { } said ? Cell.Number(said) : Cell.Of(""));

    private static Cell Level(ComplaintIndex row, IStringLocalizer texts) => row.Level == 0
        ? Cell.Of("")
        : Cell.Of(texts["L{0}", row.Level].Value, row.Level >= 3 ? "badge is-late" : row.Level == 2 ? "badge is-soon" : "badge") with { Note = row.Escalation > 0 ? texts["escalated {0}", row.Escalation].Value : null };

    private static IQueryIndex<ComplaintIndex> InLevel(IQueryIndex<ComplaintIndex> query, string typed)
    {
        var level = int.Parse(typed, System.Globalization.CultureInfo.InvariantCulture);
        return query.Where(row => row.Level == level);
    }
}
