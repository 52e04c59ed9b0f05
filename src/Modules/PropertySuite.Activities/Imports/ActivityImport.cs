using OrchardCore.ContentManagement;
using OrchardCore.Localization;
using OrchardCore.Modules;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Activities;

/// <summary>What became of an activity that a file names. Stored by name in files.</summary>
public enum ImportedOutcome
{
    /// <summary>On the public site: it took place, or is to.</summary>
    Published,

    /// <summary>Is still written.</summary>
    Draft,

    /// <summary>Waits for the manager.</summary>
    Proposed,

    /// <summary>Did not take place.</summary>
    Cancelled,
}

/// <summary>Activities of the years before and of the year's plan (ACT-02, ACT-19): one that is there stays as it was written.</summary>
public sealed class ActivityImport(YesSql.ISession session, IContentManager contents, ILocalizationService cultures, ActivityPolicy policy, RecordHistory history, CommunityTimes times, ITimedWorkBell bell, IClock clock) : ImportList
{
    private const string Number = nameof(Number);
    private const string Title = nameof(Title);
    private const string Lead = nameof(Lead);
    private const string Body = nameof(Body);
    private const string Place = nameof(Place);
    private const string Begins = nameof(Begins);
    private const string Ends = nameof(Ends);
    private const string Needed = nameof(Needed);
    private const string Capacity = nameof(Capacity);
    private const string ForOwners = nameof(ForOwners);
    private const string Cost = nameof(Cost);
    private const string Came = nameof(Came);
    private const string Summary = nameof(Summary);
    private const string Outcome = nameof(Outcome);
    private const string ShiftTask = nameof(ShiftTask);
    private const string ShiftNeeded = nameof(ShiftNeeded);
    private const string Reason = nameof(Reason);

    private static readonly string[] Languages = ["es", "en", "zh"];
    private static readonly string[] Titles = ["Title in Spanish", "Title in English", "Title in Chinese"];
    private static readonly string[] Leads = ["In one sentence in Spanish", "In one sentence in English", "In one sentence in Chinese"];
    private static readonly string[] Bodies = ["Notice in Spanish", "Notice in English", "Notice in Chinese"];
    private static readonly Actor _plan = new("plan", "plan", [ActivityPermissions.Edit, ActivityPermissions.Approve, ActivityPermissions.Attend]);

    internal static readonly Refusal EndMissing = new(typeof(ActivityImport), "activity-import.end-missing", "Write when it begins and when it ends.");
    internal static readonly Refusal ReasonMissing = new(typeof(ActivityImport), "activity-import.reason-missing", "Write why it did not take place.");

    public override string Id => "activities";

    public override string Name => "Activities";

    public override Type Texts => typeof(ActivityImport);

    public override string ContentType => ActivityTypes.Activity;

    public override string Permission => ActivityPermissions.Approve;

    public override int Order => 120;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Number, "Number", "Of the activity; it stays its number.", Example: "PLAN-2026-11") { Required = true, IsKey = true, MaxLength = 40 },
        new(Title, "Title", "In the community's first language.", Example: "Concierto de Navidad") { Required = true, MaxLength = ActivityText.LongestTitle },
        new(Lead, "In one sentence", "For lists; empty for none.") { MaxLength = ActivityText.LongestLead },
        new(Body, "Notice", "Empty for none.") { MaxLength = 4000 },
        .. Languages.SelectMany((language, at) => new ImportColumn[]
        {
            new(Title + language, Titles[at], "In this language; empty where it is the first one or not written.") { MaxLength = ActivityText.LongestTitle },
            new(Lead + language, Leads[at], "In this language; empty for none.") { MaxLength = ActivityText.LongestLead },
            new(Body + language, Bodies[at], "In this language; empty for none.") { MaxLength = 4000 },
        }),
        new(Place, "Place", "Where.", Example: "Club social") { Required = true, MaxLength = 120, AlsoCalled = ["Lugar"] },
        new(Begins, "Begins", "Day and time.", ImportKind.Moment, "2026-12-13 19:00") { Required = true, AlsoCalled = ["Empieza"] },
        new(Ends, "Ends", "Day and time.", ImportKind.Moment, "2026-12-13 21:00") { Required = true, AlsoCalled = ["Termina"] },
        new(Needed, "Registration", "Whether residents register.", ImportKind.YesNo, "yes"),
        new(Capacity, "Places", "In persons; empty for no limit.", ImportKind.Whole, "80"),
        new(ForOwners, "For owners only", "Whether owners and operators alone may come.", ImportKind.YesNo, "no"),
        new(Cost, "Cost", "In the community's currency; empty for none.", ImportKind.Decimal, "350"),
        new(Came, "Came", "How many persons came; empty when nobody counted.", ImportKind.Whole, "64"),
        new(Summary, "Summary", "What it was like, in the community's first language; empty for none.") { MaxLength = 4000 },
        new ImportColumn(Outcome, "What became of it", "Empty for what took place or is to.") { Kind = ImportKind.Choice, Choices = [new(nameof(ImportedOutcome.Published), "on the public site"), new(nameof(ImportedOutcome.Draft), "draft"), new(nameof(ImportedOutcome.Proposed), "proposed"), new(nameof(ImportedOutcome.Cancelled), "cancelled")] },
        new(Reason, "Reason", "Why it was cancelled.") { MaxLength = 200 },
        new(ShiftTask, "Volunteers' task", "A shift for volunteers, from an hour before the beginning until the end; empty for none.", Example: "Poner sillas") { MaxLength = 120 },
        new(ShiftNeeded, "Volunteers", "How many are needed.", ImportKind.Whole, "4"),
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, await times.GetAsync(), await cultures.GetDefaultCultureAsync(), await cultures.GetSupportedCulturesAsync(), await policy.RulesAsync(), clock.UtcNow);

    private sealed class Book(ActivityImport list, CommunityTime time, string first, string[] spoken, ActivityRules rules, DateTime nowUtc) : ImportBook
    {
        private const int Portion = 500;
        private readonly Dictionary<string, ContentItem> _known = new(StringComparer.Ordinal);
        private readonly Dictionary<string, IReadOnlyList<Step>> _steps = new(StringComparer.Ordinal);

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var numbers in rows.Select(row => row.Text(Number)!).Distinct(StringComparer.Ordinal).Chunk(Portion))
            {
                foreach (var item in await list.KnownAsync(numbers)) _known[item.As<ActivityPart>()!.Number] = item;
            }
        }

        public override string KeyOf(ImportRow row) => row.Text(Number)!;

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            if (!isNew) return;
            var plan = PlanOf(row);
            var outcome = row.Choice<ImportedOutcome>(Outcome) ?? ImportedOutcome.Published;
            if (outcome == ImportedOutcome.Cancelled && row.Text(Reason) is null) throw ReasonMissing.At(Reason);

            // What is past was told in its time; nobody is told now.
            var told = plan.Time!.StartUtc.AddDays(-20) is var usual && usual < nowUtc ? usual : nowUtc;
            item.Alter<ActivityPart>(activity =>
            {
                var steps = new List<Step> { activity.Write(_plan, told, plan, first) };
                if (outcome == ImportedOutcome.Proposed) steps.Add(activity.Propose(_plan, told));
                if (outcome is ImportedOutcome.Published or ImportedOutcome.Cancelled)
                {
                    if (!activity.IsCostAgreed) steps.AddRange([activity.Propose(_plan, told), activity.Approve(_plan, told)]);
                    steps.Add(activity.Publish(_plan, told));
                    if (outcome == ImportedOutcome.Cancelled) steps.Add(activity.Cancel(_plan, told, row.Text(Reason)));
                    steps.AddRange(activity.Tick(nowUtc, told));
                    activity.Told();
                    if (activity.State == ActivityState.Held) steps.AddRange(Close(activity, row));
                }

                activity.Name(row.Text(Number)!, plan.Texts[first].Title);
                _steps[row.Text(Number)!] = steps;
            });
            item.DisplayText = row.Text(Title);
        }

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor) =>
            isNew && _steps.Remove(item.As<ActivityPart>()!.Number, out var steps) ? list.KeepAsync(item, steps) : Task.CompletedTask;

        private IEnumerable<Step> Close(ActivityPart activity, ImportRow row)
        {
            if (row.Whole(Came) is { } came) activity.CountWalkIns(_plan, nowUtc, came);
            if (row.Text(Summary) is not { } summary) return [];
            activity.Summarise(_plan, new Dictionary<string, string> { [first] = summary });
            return [activity.Turn(ActivityVerbs.Summarise, _plan, nowUtc)];
        }

        private ActivityPlan PlanOf(ImportRow row)
        {
            var (begins, ends) = (Utc(row, Begins, end: false), Utc(row, Ends, end: true));
            var past = ends <= nowUtc;
            var texts = new Dictionary<string, ActivityText> { [first] = new(row.Text(Title)!, row.Text(Lead), row.Text(Body)) };
            foreach (var language in Languages)
            {
                if (Array.Find(spoken, name => name.Split('-')[0] == language) is { } culture && culture != first && row.Text(Title + language) is { } title)
                {
                    texts[culture] = new ActivityText(title, row.Text(Lead + language), row.Text(Body + language));
                }
            }

            var plan = new ActivityPlan(
                texts,
                row.Text(Place),
                new ActivityTime(begins, ends),
                row.YesNo(Needed) == true
                    ? new RegistrationRules { Needed = true, Capacity = row.Whole(Capacity), Audience = row.YesNo(ForOwners) == true ? Audience.Holders : Audience.Everybody }
                    : RegistrationRules.None,
                row.Decimal(Cost) ?? 0)
            {
                Rules = past ? rules with { RemindHours = 0 } : rules,
                Shifts = row.Text(ShiftTask) is { } task ? [new Shift("import", task, begins.AddHours(-1), ends, row.Whole(ShiftNeeded) ?? 2)] : [],
            };
            plan.Check(first);
            return plan;
        }

        private DateTime Utc(ImportRow row, string column, bool end) =>
            row.Moment(column) is { } wall ? time.ToUtc(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall), end) : throw EndMissing.At(column);
    }

    private Task<IEnumerable<ContentItem>> KnownAsync(string[] numbers) => session.Query<ContentItem, ActivityIndex>(row => row.Number.IsIn(numbers)).ListAsync(contents);

    private async Task KeepAsync(ContentItem item, IReadOnlyList<Step> steps)
    {
        await history.KeepAsync(ActivityTypes.Number, item.ContentItemId, steps);
        if (item.As<ActivityPart>()!.DueAtUtc is { } due) bell.Ring(ActivityTimer.Work, due);
    }
}
