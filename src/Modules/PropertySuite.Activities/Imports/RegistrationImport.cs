using System.Security.Cryptography;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Activities;

/// <summary>Registrations that an office kept on paper or in a spreadsheet, for activities whose registration is open; who came, for those that were.</summary>
public sealed class RegistrationImport(
    YesSql.ISession session, IContentManager contents, IUnitDirectory units, ITies ties, IPersonDirectory people, ActivityBook activities, Registrations registrations, RecordHistory history,
    CommunityTimes times, IClock clock) : ImportList
{
    private const string Number = nameof(Number);
    private const string Activity = nameof(Activity);
    private const string Unit = nameof(Unit);
    private const string PersonName = "Name";
    private const string Persons = nameof(Persons);
    private const string Came = nameof(Came);
    private const string Remark = nameof(Remark);
    private const string InPictures = nameof(InPictures);

    private static readonly Actor _list = new("list", "list", [ActivityPermissions.Edit, ActivityPermissions.Attend]);

    internal static readonly Refusal NoSuchActivity = new(typeof(RegistrationImport), "registration-import.no-such-activity", "There is no activity {0} with registration.");
    internal static readonly Refusal NoSuchUnit = new(typeof(RegistrationImport), "registration-import.no-such-unit", "There is no unit {0} in the register.");
    internal static readonly Refusal NoSuchPerson = new(typeof(RegistrationImport), "registration-import.no-such-person", "Nobody of the unit {0} is called so today.");

    public override string Id => "activity-registrations";

    public override string Name => "Registrations for activities";

    public override Type Texts => typeof(RegistrationImport);

    public override string ContentType => ActivityTypes.Registration;

    public override string Permission => ActivityPermissions.Edit;

    public override int Order => 130;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Number, "Number", "Of the registration; it stays its number.", Example: "LISTA-017") { Required = true, IsKey = true, MaxLength = 40 },
        new(Activity, "Activity", "Number of the activity.", Example: "PLAN-2026-11") { Required = true, MaxLength = 40, AlsoCalled = ["Actividad"] },
        new(Unit, "Unit", "Code of the unit.", Example: "B-07-C") { Required = true, MaxLength = 16 },
        new(PersonName, "Name", "As in the register.", Example: "Elena Vidal Ortega") { Required = true, MaxLength = 120, AlsoCalled = ["Nombre"] },
        new(Persons, "Persons", "How many, the one who registers included; empty for one.", ImportKind.Whole, "3"),
        new(Came, "Came", "How many came, for an activity that was; empty when nobody counted.", ImportKind.Whole),
        new(Remark, "Remark", "Empty for none.") { MaxLength = 300 },
        new(InPictures, "In pictures", "Whether they may be seen in pictures.", ImportKind.YesNo, "no"),
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, await times.GetAsync(), clock.UtcNow);

    private sealed class Book(RegistrationImport list, CommunityTime time, DateTime nowUtc) : ImportBook
    {
        private const int Portion = 500;
        private readonly Dictionary<string, ContentItem> _known = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ActivityPart?> _activities = new(StringComparer.Ordinal);
        private readonly Dictionary<string, (HashSet<int> Taken, int Line)> _places = new(StringComparer.Ordinal);
        private readonly Dictionary<string, IReadOnlyList<Registrant>?> _units = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, List<Step>> _steps = new(StringComparer.Ordinal);

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var numbers in rows.Select(row => row.Text(Number)!).Distinct(StringComparer.Ordinal).Chunk(Portion))
            {
                foreach (var item in await list.KnownAsync(numbers)) _known[item.As<RegistrationPart>()!.Number] = item;
            }

            foreach (var number in rows.Select(row => row.Text(Activity)!).Distinct(StringComparer.Ordinal))
            {
                if (await list.ActivityAsync(number) is not { } activity) continue;
                _activities[number] = activity;
                _places[number] = await list.PlacesAsync(activity.ContentItem.ContentItemId);
            }

            foreach (var code in rows.Select(row => row.Text(Unit)!).Distinct(StringComparer.OrdinalIgnoreCase)) _units[code] = await list.PeopleAsync(code, time.DayAt(nowUtc));
        }

        public override string KeyOf(ImportRow row) => row.Text(Number)!;

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            if (!isNew) return;
            var number = row.Text(Activity)!;
            var activity = _activities.GetValueOrDefault(number) is { Registration.Needed: true } known ? known : throw NoSuchActivity.At(Activity, number);
            var neighbours = _units.GetValueOrDefault(row.Text(Unit)!) ?? throw NoSuchUnit.At(Unit, row.Text(Unit)!);
            var wanted = SearchText.Fold(row.Text(PersonName));
            var who = neighbours.FirstOrDefault(person => SearchText.Fold(person.PersonName) == wanted) ?? throw NoSuchPerson.At(PersonName, row.Text(Unit)!);
            var persons = row.Whole(Persons) ?? 1;
            var (taken, line) = _places[number];
            var free = activity.Registration.Capacity is { } capacity ? Enumerable.Range(1, capacity).Where(place => !taken.Contains(place)).Take(persons).ToList() : null;
            var places = free is null ? [] : free.Count == persons ? free : null;
            var plan = new RegistrationPlan(who, persons, row.Text(Remark), row.YesNo(InPictures) == true);
            item.Alter<RegistrationPart>(registration =>
            {
                var steps = new List<Step> { registration.Record(_list, nowUtc, activity, plan, places, line + 1, RandomNumberGenerator.GetString(Registrations.Letters, 8)) };
                if (row.Whole(Came) is { } came && places is not null) steps.Add(registration.Attend(_list, nowUtc, activity, came));
                registration.Name(row.Text(Number)!);
                _steps[row.Text(Number)!] = steps;
            });
            item.DisplayText = row.Text(Number);
            taken.UnionWith(places ?? []);
            _places[number] = (taken, places is null ? line + 1 : line);
        }

        public override async Task WrittenAsync(ContentItem item, bool isNew, Actor actor)
        {
            if (isNew && _steps.Remove(item.As<RegistrationPart>()!.Number, out var steps))
            {
                await list.KeepAsync(item, steps);
            }
        }
    }

    private Task<IEnumerable<ContentItem>> KnownAsync(string[] numbers) => session.Query<ContentItem, RegistrationIndex>(row => row.Number.IsIn(numbers)).ListAsync(contents);

    private async Task<ActivityPart?> ActivityAsync(string number) =>
        await session.QueryIndex<ActivityIndex>(row => row.Number == number && row.IsPublic).FirstOrDefaultAsync() is { } row ? await activities.FindAsync(row.ActivityId) : null;

    private async Task<(HashSet<int> Taken, int Line)> PlacesAsync(string activityId)
    {
        var rows = (await session.QueryIndex<PlaceIndex>(row => row.ActivityId == activityId).ListAsync()).ToList();
        return ([.. rows.Where(row => !row.Waits).Select(row => row.Number)], rows.Where(row => row.Waits).Select(row => row.Number).DefaultIfEmpty().Max());
    }

    private async Task<IReadOnlyList<Registrant>?> PeopleAsync(string code, DateOnly today)
    {
        if (await units.FindByCodeAsync(code) is not { } unit)
        {
            return null;
        }

        var held = await ties.OfUnitAsync(unit.Id, today);
        var known = await people.FindManyAsync(held.Select(tie => tie.PersonId));
        return [.. held.Where(tie => tie.Kind != TieKind.Staff && known.ContainsKey(tie.PersonId))
            .Select(tie => new Registrant(tie.PersonId, known[tie.PersonId].DisplayName, unit.Id, unit.Code, tie.Kind is TieKind.Owner or TieKind.Operator))];
    }

    private async Task KeepAsync(ContentItem item, List<Step> steps)
    {
        await history.KeepAsync(ActivityTypes.RegistrationNumber, item.ContentItemId, steps);
        var activityId = item.As<RegistrationPart>()!.ActivityId;
        await session.FlushOrRefuseAsync();
        if (await activities.FindAsync(activityId) is { } activity)
        {
            await registrations.BalanceAsync(activity, activityId, clock.UtcNow);
        }
    }
}
