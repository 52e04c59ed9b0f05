using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.People;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Units;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Community.Imports;

/// <summary>Who owns or occupies what since when, from a spreadsheet (REG-03, REG-04). Units and people have to be in the register.</summary>
public sealed class TieImport(ISession session, IContentManager contents, RecordHistory history, IClock clock) : ImportList
{
    private const string Unit = "UnitId";
    private const string Person = "PersonId";
    private const string Contact = nameof(Contact);
    private const string Kind = nameof(Kind);
    private const string From = nameof(From);
    private const string Until = nameof(Until);
    private const string Why = nameof(Why);
    private const string Share = "SharePercent";
    private const string AtHome = nameof(AtHome);
    private const string PaysBills = nameof(PaysBills);
    private const string Note = nameof(Note);

    internal static readonly Refusal NobodyCalled = new(typeof(Refusals), "tie.nobody-called", "Nobody in the register is called “{0}”. Import people first.");
    internal static readonly Refusal SeveralCalled = new(typeof(Refusals), "tie.several-called", "{0} people are called “{1}”. Write the phone or the e-mail address beside the name.");
    internal static readonly Refusal NoSuchUnit = new(typeof(Refusals), "tie.no-such-unit", "There is no unit {0} in the register. Import units first.");

    public override string Id => "ties";

    public override string Name => "Owners, tenants and households";

    public override Type Texts => typeof(TieImport);

    public override string ContentType => CommunityTypes.Tie;

    public override string Permission => Permissions.ManageRegister;

    public override int Order => 50;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Unit, "Unit", "Code of the unit.", Example: "B-07-C") { Required = true, IsKey = true, MaxLength = UnitCode.MaxLength, AlsoCalled = ["Piso", "Vivienda", "房号"] },
        new(Person, "Person", "Name as in the register.", Example: "Elena Vidal Ortega") { Required = true, MaxLength = 150, AlsoCalled = ["Nombre", "Titular", "姓名"] },
        new(Contact, "Phone or e-mail", "Where two people have the same name.") { MaxLength = 150 },
        new ImportColumn(Kind, "Tie", "What binds the person to the unit.", Example: "Owner") { Required = true, AlsoCalled = ["Relación"] }.Of<TieKind>(kind => kind.ToString()),
        new(From, "Since", "First day.", ImportKind.Day, "2016-04-18") { Required = true, AlsoCalled = ["Fecha de alta"] },
        new(Until, "Until", "First day without the tie; empty while it is open.", ImportKind.Day) { AlsoCalled = ["Fecha de baja"] },
        new(Why, "Why it ended", "Only where it was ended before its time.") { MaxLength = 200 },
        new(Share, "Share in percent", "Of the title, for owners.", ImportKind.Decimal, "50") { AlsoCalled = ["Cuota", "%"] },
        new(AtHome, "At home", "Lives or works in the unit.", ImportKind.YesNo, "yes"),
        new(PaysBills, "Pays the bills", "Receives the unit's bills.", ImportKind.YesNo, "yes"),
        new(Note, "Note", "Days, hours or relation.", Example: "lun, jue") { MaxLength = 200 },
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(
        [.. await session.QueryIndex<UnitIndex>().ListAsync()],
        [.. await session.QueryIndex<PersonIndex>().ListAsync()],
        await session.Query<ContentItem, TieIndex>().ListAsync(contents),
        history,
        clock);

    private sealed class Book : ImportBook
    {
        private readonly Dictionary<string, UnitIndex> _units;
        private readonly ILookup<string, PersonIndex> _people;
        private readonly Dictionary<string, ContentItem> _ties = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<TiePart>> _ofUnit = new(StringComparer.Ordinal);
        private readonly RecordHistory _history;
        private readonly IClock _clock;

        public Book(IReadOnlyList<UnitIndex> units, IReadOnlyList<PersonIndex> people, IEnumerable<ContentItem> ties, RecordHistory history, IClock clock)
        {
            // A closed unit gives its code away; its past ties are told by its own.
            _units = units.GroupBy(unit => unit.Code).ToDictionary(group => group.Key, group => group.OrderBy(unit => unit.LiveCode is null).First(), StringComparer.Ordinal);
            _people = people.ToLookup(person => Words.Folded(person.DisplayName), StringComparer.Ordinal);
            (_history, _clock) = (history, clock);
            foreach (var item in ties) Know(item, item.As<TiePart>()!);
        }

        public override string KeyOf(ImportRow row) => Key(UnitOf(row).UnitId, PersonOf(row).PersonId, row.Choice<TieKind>(Kind)!.Value, row.Day(From)!.Value);

        public override ContentItem? Find(string key, ImportRow row) => _ties.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            var (unit, person) = (UnitOf(row), PersonOf(row));
            var others = _ofUnit.GetValueOrDefault(unit.UnitId) ?? [];
            item.Alter<TiePart>(tie =>
            {
                var ended = tie.Ended;
                if (ended is null)
                {
                    tie.Begin(unit.UnitId, person.PersonId, row.Choice<TieKind>(Kind)!.Value, row.Day(From)!.Value, row.Day(Until, tie.Until), row.Decimal(Share, tie.SharePercent));
                    if (row.Day(Until) is { } on && Words.OrNull(row.Text(Why)) is { } why) tie.End(on, why, null, on.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
                }
                else if (row.Has(Until) && row.Day(Until) != tie.Until)
                {
                    throw Refusals.AlreadyEnded.At(Until);
                }

                tie.Tell(row.YesNo(AtHome, tie.AtHome), row.YesNo(PaysBills, tie.PaysBills), row.Text(Note, tie.Note));
                TieRules.Check(tie, [.. others.Where(other => !ReferenceEquals(other.ContentItem, item))]);
            });
            if (isNew) item.DisplayText = $"{unit.Code}, {person.DisplayName}";
        }

        public override void Accept(ContentItem item, ImportRow row, bool isNew)
        {
            if (isNew) Know(item, item.As<TiePart>()!);
        }

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor)
        {
            var tie = item.As<TiePart>()!;
            return isNew
                ? _history.KeepAsync(TieBook.Kind, tie.UnitId, new Step("tie-begun", null, tie.Kind.ToString(), actor, _clock.UtcNow, item.DisplayText?.Split(", ", 2)[^1]))
                : Task.CompletedTask;
        }

        private void Know(ContentItem item, TiePart tie)
        {
            tie.ContentItem = item;
            _ties[Key(tie.UnitId, tie.PersonId, tie.Kind, tie.From)] = item;
            if (!_ofUnit.TryGetValue(tie.UnitId, out var list)) _ofUnit[tie.UnitId] = list = [];
            list.Add(tie);
        }

        private static string Key(string unitId, string personId, TieKind kind, DateOnly from) =>
            $"{unitId}|{personId}|{kind}|{from.ToString("O", System.Globalization.CultureInfo.InvariantCulture)}";

        private UnitIndex UnitOf(ImportRow row)
        {
            if (!UnitCode.TryParse(row.Text(Unit), out var code)) throw Refusals.CodeMalformed.At(Unit);
            return _units.GetValueOrDefault(code.Value) ?? throw NoSuchUnit.At(Unit, code.Value);
        }

        private PersonIndex PersonOf(ImportRow row)
        {
            var name = row.Text(Person)!;
            var called = _people[Words.Folded(name)].ToList();
            if (row.Text(Contact) is { } contact)
            {
                var digits = Words.Digits(contact);
                called.RemoveAll(person => !string.Equals(person.Email, contact, StringComparison.OrdinalIgnoreCase) && (digits.Length < 3 || person.PhoneDigits != digits));
            }

            return called switch
            {
                [var only] => only,
                [] => throw NobodyCalled.At(Person, name),
                _ => throw SeveralCalled.At(Person, called.Count, name),
            };
        }
    }
}
