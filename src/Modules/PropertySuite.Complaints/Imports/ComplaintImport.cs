using Microsoft.AspNetCore.Identity;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using OrchardCore.Users;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Complaints;

/// <summary>Cases from the book that an office kept before. They go through the same steps as here, at the moments of the book.</summary>
public sealed class ComplaintImport(
    ISession session, IContentManager contents, IUnitDirectory units, ITies ties, IPersonDirectory people, UserManager<IUser> users, ComplaintPolicy policy, RecordHistory history, CommunityTimes times, IClock clock) : ImportList
{
    private const string Number = nameof(Number);
    private const string Received = nameof(Received);
    private const string Kind = nameof(Kind);
    private const string Channel = nameof(Channel);
    private const string Category = nameof(Category);
    private const string Unit = nameof(Unit);
    private const string Place = nameof(Place);
    private const string Person = nameof(Person);
    private const string Subject = nameof(Subject);
    private const string Text = nameof(Text);
    private const string Level = nameof(Level);
    private const string Accepted = nameof(Accepted);
    private const string Handler = nameof(Handler);
    private const string Contacted = nameof(Contacted);
    private const string WaitsFor = nameof(WaitsFor);
    private const string Solved = nameof(Solved);
    private const string Measures = nameof(Measures);
    private const string Ended = nameof(Ended);
    private const string Outcome = nameof(Outcome);
    private const string Satisfaction = nameof(Satisfaction);

    private static readonly Actor _log = new("log", "log", [ComplaintPermissions.Register, ComplaintPermissions.Handle, ComplaintPermissions.Lead, ComplaintPermissions.Manage]);

    internal static readonly Refusal NotPast = new(typeof(ComplaintImport), "complaint-book.not-past", "A book tells what has been: this lies ahead.");
    internal static readonly Refusal OutOfOrder = new(typeof(ComplaintImport), "complaint-book.out-of-order", "This comes before what it follows.");
    internal static readonly Refusal NoSuchUser = new(typeof(ComplaintImport), "complaint-book.no-such-user", "There is no account {0}.");
    internal static readonly Refusal NoSuchCategory = new(typeof(ComplaintImport), "complaint-book.no-such-category", "There is no category {0}. Write one of: {1}.");

    public override string Id => "complaints";

    public override string Name => "Cases of the service desk";

    public override Type Texts => typeof(ComplaintImport);

    public override string ContentType => ComplaintTypes.Complaint;

    public override string Permission => ComplaintPermissions.Manage;

    public override int Order => 120;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Number, "Number", "The line's number in the book; it stays the case's number.", Example: "QUEJA-00418") { Required = true, IsKey = true, MaxLength = 40, AlsoCalled = ["Número"] },
        new(Received, "Came on", "Day and time.", ImportKind.Moment, "2026-11-11 11:02") { Required = true, AlsoCalled = ["Recibida"] },
        new ImportColumn(Kind, "Kind", "What it is.", Example: "Complaint") { Required = true, AlsoCalled = ["Clase"] }.Of<ComplaintKind>(ComplaintStates.Name),
        new ImportColumn(Channel, "Came by", "How it came.", Example: "Phone") { Required = true, AlsoCalled = ["Canal"] }.Of<ComplaintChannel>(ComplaintStates.Name),
        new(Category, "Category", "Id or name of the category.", Example: "water") { Required = true, MaxLength = 60, AlsoCalled = ["Categoría"] },
        new(Unit, "Unit", "Code of the unit; empty for a common place.", Example: "B-07-C") { MaxLength = 16, AlsoCalled = ["Unidad"] },
        new(Place, "Place in words", "Where, if no unit says it.", Example: "P2 −2") { MaxLength = 80, AlsoCalled = ["Lugar"] },
        new(Person, "Who raised it", "Name; somebody of the unit is recognised. Empty for anonymous.", Example: "Elena Vidal Ortega") { MaxLength = 120, AlsoCalled = ["Reclama"] },
        new(Subject, "Subject", "In a line.", Example: "Leak in the bathroom ceiling") { Required = true, MaxLength = 120, AlsoCalled = ["Asunto"] },
        new(Text, "What was said", "In full; empty repeats the subject.") { MaxLength = 2000, AlsoCalled = ["Texto"] },
        new(Level, "Level", "1 to 4; empty while it is not accepted.", ImportKind.Whole, "2") { AlsoCalled = ["Nivel"] },
        new(Accepted, "Accepted on", "Day and time; empty while it is not.", ImportKind.Moment, "2026-11-11 11:08") { AlsoCalled = ["Aceptada"] },
        new(Handler, "Handled by", "Name of an account; empty for nobody.", Example: "engineer") { MaxLength = 60, AlsoCalled = ["Responsable"] },
        new(Contacted, "First contact on", "Day and time; empty before.", ImportKind.Moment, "2026-11-11 11:43") { AlsoCalled = ["Contacto"] },
        new(WaitsFor, "Waits for", "Why the clock stands still; empty while it runs.", Example: "the water company") { MaxLength = 200, AlsoCalled = ["Espera"] },
        new(Solved, "Solution proposed on", "Day and time; empty before.", ImportKind.Moment) { AlsoCalled = ["Propuesta"] },
        new(Measures, "Measures", "What was done.") { MaxLength = 1000, AlsoCalled = ["Medidas"] },
        new(Ended, "Ended on", "Day and time; empty while it is open.", ImportKind.Moment) { AlsoCalled = ["Cerrada"] },
        new ImportColumn(Outcome, "Outcome", "Only where it ended without a solution.") { Kind = ImportKind.Choice, Choices = [new("answered", "answered"), new("withdrawn", "taken back"), new("unfounded", "unfounded")], AlsoCalled = ["Resultado"] },
        new(Satisfaction, "Satisfaction", "1 to 5; empty when nobody asked.", ImportKind.Whole, "4") { AlsoCalled = ["Satisfacción"] },
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, await times.GetAsync(), await policy.RulesAsync(), await policy.CategoriesAsync(), clock.UtcNow);

    private sealed class Book(ComplaintImport list, CommunityTime time, ComplaintRules rules, IReadOnlyList<(ComplaintCategory Category, string Name)> categories, DateTime nowUtc) : ImportBook
    {
        private const int Portion = 500;

        private readonly Dictionary<string, (UnitSummary? Unit, IReadOnlyList<PersonSummary> People)> _units = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, (string Id, string Name)?> _users = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, ContentItem> _known = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<Step>> _steps = new(StringComparer.Ordinal);

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var code in rows.Select(row => row.Text(Unit)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)) _units[code] = await list.UnitAsync(code, time.DayAt(nowUtc));
            foreach (var name in rows.Select(row => row.Text(Handler)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)) _users[name] = await list.UserAsync(name);
            foreach (var numbers in rows.Select(row => row.Text(Number)!).Distinct(StringComparer.Ordinal).Chunk(Portion))
            {
                foreach (var item in await list.KnownAsync(numbers)) _known[item.As<ComplaintPart>()!.Number] = item;
            }
        }

        public override string KeyOf(ImportRow row) => row.Text(Number)!;

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            // What the book says has happened is not rewritten.
            if (!isNew) return;

            var category = CategoryOf(row);
            var (place, by) = WhereAndWho(row);
            var received = At(row, Received, null)!.Value;
            item.Alter<ComplaintPart>(complaint =>
            {
                var steps = new List<Step>
                {
                    complaint.Register(_log, received, new ComplaintIntake(row.Choice<ComplaintKind>(Kind)!.Value, row.Choice<ComplaintChannel>(Channel)!.Value, category.Id, row.Text(Subject)!, row.Text(Text) ?? row.Text(Subject)!, by, place), rules),
                };
                complaint.Take(row.Text(Number)!);
                Live(complaint, row, category, received, steps);
                Until(complaint, nowUtc, steps);
                _steps[row.Text(Number)!] = steps;
            });
            item.DisplayText = row.Text(Number);
        }

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor) =>
            isNew && _steps.Remove(item.As<ComplaintPart>()!.Number, out var steps) ? list.KeepAsync(item, steps) : Task.CompletedTask;

        private IReadOnlyList<PersonSummary> PeopleOf(string code) => _units.GetValueOrDefault(code).People ?? [];

        private void Live(ComplaintPart complaint, ImportRow row, ComplaintCategory category, DateTime received, List<Step> steps)
        {
            var ended = At(row, Ended, received);
            if (row.Text(Outcome) == "answered" && ended is { } answered)
            {
                steps.Add(complaint.Answer(_log, answered, row.Text(Measures), rules));
                return;
            }

            if (At(row, Accepted, received) is not { } accepted) return;
            Until(complaint, accepted, steps);
            steps.Add(complaint.Accept(_log, accepted, row.Whole(Level) ?? category.Level, category.Id, category.Team, rules));
            var handler = HandlerOf(row);
            if (handler is { } who) steps.Add(complaint.Assign(_log, accepted, category.Team, who, rules));

            if (handler is { } worker && At(row, Contacted, accepted) is { } contacted)
            {
                var actor = new Actor(worker.Id, worker.Name, [ComplaintPermissions.Handle]);
                Until(complaint, contacted, steps);
                steps.Add(complaint.BeContacted(actor, contacted, row.Text(Subject)));
                if (row.Text(WaitsFor) is { } reason)
                {
                    steps.Add(complaint.Wait(ComplaintVerbs.WaitThird, actor, contacted, reason, null, rules));
                    return;
                }

                if (row.Text(Measures) is { } measures && At(row, Solved, contacted) is { } solved)
                {
                    Until(complaint, solved, steps);
                    steps.Add(complaint.Propose(actor, solved, measures, null, rules));
                    if (At(row, Ended, solved) is { } agreed)
                    {
                        steps.Add(complaint.Agree(_log, agreed, row.Whole(Satisfaction), rules));
                        if (row.Whole(Satisfaction) is { } said and >= 1 and <= 5 && complaint.IsVisitAsked) steps.Add(complaint.BeVisited(_log, agreed, new ReturnVisit(said, said, said, said, null, _log.Name, agreed), isSatisfied: true, rules));
                    }

                    return;
                }
            }

            if (ended is { } gone && row.Text(Outcome) is ("withdrawn" or "unfounded") and var outcome)
            {
                Until(complaint, gone, steps);
                steps.Add(complaint.End(outcome == "withdrawn" ? ComplaintVerbs.Withdraw : ComplaintVerbs.Unfound, _log, gone, row.Text(Measures) ?? row.Text(Subject), rules));
            }
        }

        // Alarms are given at the moments at which they were due, not at the one of the import.
        private void Until(ComplaintPart complaint, DateTime atUtc, List<Step> steps)
        {
            for (var ticks = 0; ticks < 50 && complaint.ClockUtc is { } due && due < atUtc; ticks++)
            {
                if (complaint.Tick(due, rules) is not { Count: > 0 } booked) return;
                steps.AddRange(booked);
            }
        }

        private DateTime? At(ImportRow row, string column, DateTime? notBefore)
        {
            if (row.Moment(column) is not { } wall) return null;

            var at = time.ToUtc(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
            if (at > nowUtc) throw NotPast.At(column);
            return at < notBefore ? throw OutOfOrder.At(column) : at;
        }

        private ComplaintCategory CategoryOf(ImportRow row)
        {
            var typed = row.Text(Category)!;
            return categories.FirstOrDefault(each => each.Category.Id.Equals(typed, StringComparison.OrdinalIgnoreCase) || SearchText.Fold(each.Name) == SearchText.Fold(typed)).Category
                ?? throw NoSuchCategory.At(Category, typed, string.Join(", ", categories.Select(each => each.Category.Id)));
        }

        private (ComplaintPlace Place, Complainant By) WhereAndWho(ImportRow row)
        {
            var name = row.Text(Person);
            if (row.Text(Unit) is not { } code)
            {
                return (new(null, null, null, row.Text(Place)), name is null ? Complainant.Anonymous : new(null, name, null, null));
            }

            var unit = _units.GetValueOrDefault(code).Unit ?? throw ComplaintRefusals.UnitUnknown.At(Unit, code);
            var person = name is null ? null : PeopleOf(code).FirstOrDefault(each => SearchText.Fold(each.DisplayName) == SearchText.Fold(name));
            return (new(unit.Id, unit.Code, unit.BuildingCode, row.Text(Place)), name is null ? Complainant.Anonymous : new(person?.Id, person?.DisplayName ?? name, person?.Phone, null));
        }

        private (string Id, string Name)? HandlerOf(ImportRow row) =>
            row.Text(Handler) is not { } name ? null : _users.GetValueOrDefault(name) ?? throw NoSuchUser.At(Handler, name);
    }

    private async Task<(UnitSummary? Unit, IReadOnlyList<PersonSummary> People)> UnitAsync(string code, DateOnly today)
    {
        if (await units.FindByCodeAsync(code) is not { } unit) return (null, []);

        var of = await people.FindManyAsync((await ties.OfUnitAsync(unit.Id, today)).Select(tie => tie.PersonId));
        return (unit, [.. of.Values]);
    }

    private async Task<(string Id, string Name)?> UserAsync(string name) => await users.FindByNameAsync(name) is { } user ? (await users.GetUserIdAsync(user), user.UserName) : null;

    private Task KeepAsync(ContentItem item, IReadOnlyList<Step> steps) => history.KeepAsync(ComplaintTypes.ComplaintNumber, item.ContentItemId, steps);

    private Task<IEnumerable<ContentItem>> KnownAsync(string[] numbers) => session.Query<ContentItem, ComplaintIndex>(row => row.Number.IsIn(numbers)).ListAsync(contents);
}
