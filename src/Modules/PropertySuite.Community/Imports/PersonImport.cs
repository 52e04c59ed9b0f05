using System.Net.Mail;
using OrchardCore.ContentManagement;
using PropertySuite.Community.People;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Community.Imports;

/// <summary>People and companies from a spreadsheet (REG-03). Whoever has the same name and the same phone, or else e-mail, is the same person.</summary>
public sealed class PersonImport(ISession session, IContentManager contents) : ImportList
{
    private const string GivenNames = nameof(GivenNames);
    private const string FamilyNames = nameof(FamilyNames);
    private const string CompanyName = nameof(CompanyName);
    private const string Phone = nameof(Phone);
    private const string Email = nameof(Email);
    private const string Language = nameof(Language);
    private const string Reached = nameof(Reach);
    private const string IsMinor = nameof(IsMinor);

    private static readonly string[] _languages = ["es", "en", "zh-Hans"];

    public override string Id => "people";

    public override string Name => "People";

    public override Type Texts => typeof(PersonImport);

    public override string ContentType => CommunityTypes.Person;

    public override string Permission => Permissions.ManageRegister;

    public override int Order => 40;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(FamilyNames, "Family names", "Of a person; empty for a company.", Example: "Vidal Ortega") { IsKey = true, MaxLength = 100, AlsoCalled = ["Apellido", "Surname"] },
        new(GivenNames, "Given names", "Of a person; empty for a company.", Example: "Elena") { MaxLength = 100, AlsoCalled = ["Nombre de pila"] },
        new(CompanyName, "Company", "Registered name of a company; empty for a person.") { MaxLength = 150, AlsoCalled = ["Razón social"] },
        new(Phone, "Phone", "Digits; spaces and a plus sign are fine.", Example: "600 000 343") { MaxLength = 30, AlsoCalled = ["Móvil", "Telefono", "手机"] },
        new(Email, "E-mail", "In full.", Example: "elena@demo.invalid") { MaxLength = 150, AlsoCalled = ["Correo", "Mail"] },
        new(Language, "Language", "es, en or zh-Hans; empty for the community's own.", Example: "es") { MaxLength = 10, AlsoCalled = ["Idioma"] },
        new ImportColumn(Reached, "Reached by", "How the person wants to be reached.", Example: "Any").Of<Reach>(NameOf),
        new(IsMinor, "Under age", "Whether the person is reached through the household.", ImportKind.YesNo, "no"),
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(await session.Query<ContentItem, PersonIndex>().ListAsync(contents));

    /// <summary>What tells people apart.</summary>
    internal static string KeyOf(string? displayName, string? phone, string? email) =>
        $"{Words.Folded(displayName)}|{(Words.Digits(phone) is { Length: > 0 } digits ? digits : (email ?? "").Trim().ToLowerInvariant())}";

    private static string NameOf(Reach reach) => reach switch
    {
        Reach.Any => "any way",
        Reach.App => "app",
        Reach.Phone => "phone",
        Reach.Email => "e-mail",
        _ => "letter",
    };

    private sealed class Book : ImportBook
    {
        private readonly Dictionary<string, ContentItem> _people = new(StringComparer.Ordinal);

        public Book(IEnumerable<ContentItem> people)
        {
            foreach (var item in people)
            {
                var person = item.As<PersonPart>()!;
                _people.TryAdd(PersonImport.KeyOf(person.DisplayName, person.Phone, person.Email), item);
            }
        }

        public override string KeyOf(ImportRow row)
        {
            var name = Words.OrNull(row.Text(CompanyName)) ?? Words.OrNull($"{row.Text(GivenNames)} {row.Text(FamilyNames)}") ?? throw Refusals.NameMissing.At(FamilyNames);
            return PersonImport.KeyOf(name, row.Text(Phone), row.Text(Email));
        }

        // A new phone does not make another person of somebody whose e-mail is the same, nor does a first one.
        public override ContentItem? Find(string key, ImportRow row)
        {
            if (_people.TryGetValue(key, out var same)) return same;
            var name = key[..(key.LastIndexOf('|') + 1)];
            return _people.GetValueOrDefault(name + (row.Text(Email) ?? "").Trim().ToLowerInvariant()) ?? _people.GetValueOrDefault(name)
                ?? (row.Text(Email) is { } email && _people.Values.FirstOrDefault(item => item.As<PersonPart>() is { } person && string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase) && Words.Folded(person.DisplayName) + "|" == name) is { } known ? known : null);
        }

        public override void Fill(ContentItem item, ImportRow row, bool isNew) => item.Alter<PersonPart>(person =>
        {
            if (Words.OrNull(row.Text(CompanyName)) is { } company) person.NameCompany(company);
            else person.Name(row.Text(GivenNames, person.GivenNames), row.Text(FamilyNames, person.FamilyNames));
            person.MarkMinor(row.YesNo(IsMinor, person.IsMinor));
            person.Contact(PhoneOf(row.Text(Phone, person.Phone)), EmailOf(row.Text(Email, person.Email)), LanguageOf(row.Text(Language, person.Language)), row.Choice<Reach>(Reached) ?? person.Reach);
        });

        private static string? PhoneOf(string? phone) =>
            phone is null || (phone.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '(' or ')' or '-' or '.') && Words.Digits(phone).Length >= 3) ? phone : throw Refusals.PhoneMalformed.At(Phone);

        private static string? EmailOf(string? email) =>
            email is null || (MailAddress.TryCreate(email, out var address) && address.Address == email) ? email : throw Refusals.EmailMalformed.At(Email);

        private static string? LanguageOf(string? language) =>
            language is null ? null : Array.Find(_languages, known => known.Equals(language, StringComparison.OrdinalIgnoreCase)) ?? throw ImportRefusals.NotChoice.At(Language, string.Join(", ", _languages));
    }
}
