using Microsoft.AspNetCore.Identity;
using OrchardCore.ContentManagement;
using OrchardCore.Users;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using YesSql;

namespace PropertySuite.Subcontractors;

/// <summary>What the lists of this area have in common: they read what is there once, and number what is new.</summary>
public sealed class ServiceBooks(ISession session, ServiceRecords records, RecordHistory history, CommunityTimes times)
{
    internal static readonly Refusal NoCompany = new(typeof(ServiceBooks), "service-import.no-company", "There is no company named “{0}”.");
    internal static readonly Refusal NoContract = new(typeof(ServiceBooks), "service-import.no-contract", "There is no contract with the number “{0}”.");

    internal Task<WorkingCalendar> CalendarAsync() => records.CalendarAsync();

    internal Task<CommunityTime> TimeAsync() => times.GetAsync();

    internal DateTime Now => records.Now;

    internal Task NumberAsync(ServiceRecordPart record) => records.NumberAsync(record);

    // Registers have some dozens of companies and contracts: read whole.
    internal async Task<List<ContentItem>> AllAsync(ServiceKind kind)
    {
        var code = kind.Code;
        return [.. await session.Query<ContentItem, ServiceIndex>(row => row.Kind == code).ListAsync()];
    }

    internal Task KeepAsync(ContentItem item, List<Step> steps) => history.KeepAsync(ServiceKinds.Of(item.ContentType)!.Code, item.ContentItemId, steps);

    internal Task KeepAsync(ServiceKind kind, ContentItem item, Verb verb, string state, Actor by) =>
        history.KeepAsync(kind.Code, item.ContentItemId, new Step(verb.Id, null, state, by, records.Now));
}

/// <summary>Companies from a spreadsheet (TEN-01).</summary>
public sealed class CompanyImport(ServiceBooks books, UserManager<IUser> users) : ImportList
{
    private const string Company = "Name";
    private const string Service = nameof(Service);
    private const string TaxId = nameof(TaxId);
    private const string Contact = nameof(Contact);
    private const string Email = nameof(Email);
    private const string Phone = nameof(Phone);
    private const string Bank = nameof(Bank);
    private const string Insurance = "InsuranceUntil";
    private const string Licence = "LicenceUntil";
    private const string Account = nameof(Account);

    public override string Id => "service-companies";

    public override string Name => "Service companies";

    public override Type Texts => typeof(ServiceTexts);

    public override string ContentType => ServiceKinds.Company.ContentType;

    public override string Permission => ServicePermissions.Manage;

    public override int Order => 300;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Company, "Name", "Name of the company.", Example: "Brillo Norte Limpiezas") { Required = true, IsKey = true, MaxLength = 120 },
        new ImportColumn(Service, "Service", "What it does.", Example: "Cleaning") { Required = true }.Of<Trade>(ServiceTexts.Name),
        new(TaxId, "Tax number", "As on its invoices.", Example: "B00000000") { MaxLength = 40 },
        new(Contact, "Who to speak to", "Name of the contact.", Example: "Marta Vega") { MaxLength = 120 },
        new(Email, "E-mail", "Where notices are sent.", Example: "contact@demo.invalid") { MaxLength = 200 },
        new(Phone, "Phone", "With its prefix.", Example: "600 000 301") { MaxLength = 40 },
        new(Bank, "Bank account", "For payments.", Example: "ES00 0000 0000 0000 0000 0000") { MaxLength = 40 },
        new(Insurance, "Insurance until", "Last day of the liability insurance.", ImportKind.Day, "2027-06-30"),
        new(Licence, "Licence until", "Last day of the licence; empty where none is needed.", ImportKind.Day, "2027-06-30"),
        new(Account, "Account", "User name that serves for the company; empty for none.", Example: "contractor") { MaxLength = 100 },
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, await books.AllAsync(ServiceKinds.Company), await books.CalendarAsync());

    private sealed class Book(CompanyImport list, List<ContentItem> known, WorkingCalendar calendar) : ImportBook
    {
        private readonly Dictionary<string, ContentItem> _known = known.ToDictionary(item => SearchText.Fold(item.As<CompanyPart>()!.CompanyName), StringComparer.Ordinal);
        private readonly Dictionary<string, CompanyAccount> _accounts = new(StringComparer.OrdinalIgnoreCase);

        public override async Task PrepareAsync(IReadOnlyList<ImportRow> rows)
        {
            foreach (var name in rows.Select(row => row.Text(Account)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (await list.AccountAsync(name) is { } account) _accounts[name] = account;
            }
        }

        public override string KeyOf(ImportRow row) => SearchText.Fold(row.Text(Company));

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            item.Alter<CompanyPart>(company =>
            {
                company.Fill(new CompanyPlan(
                    row.Text(Company),
                    row.Choice<Trade>(Service) ?? company.Trade,
                    row.Text(TaxId, company.TaxId),
                    new(row.Text(Contact, company.Contact.Name), row.Text(Email, company.Contact.Email), row.Text(Phone, company.Contact.Phone)),
                    row.Text(Bank, company.Bank)));
                if (row.Day(Insurance) is { } insured) company.Keep(new(DocumentKind.Insurance, "Liability insurance", insured));
                if (row.Day(Licence) is { } licensed) company.Keep(new(DocumentKind.Licence, "Licence", licensed));
                if (row.Text(Account) is { } name) company.Serve([_accounts.GetValueOrDefault(name) ?? throw ServiceRefusals.AccountUnknown.At(Account, name)]);
                company.Watch(calendar);
            });
            item.DisplayText = row.Text(Company);
        }

        public override async Task WritingAsync(ContentItem item, bool isNew, Actor actor) => await list.NumberAsync(item);

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor) => isNew ? list.KeepAsync(item, actor) : Task.CompletedTask;
    }

    private async Task<CompanyAccount?> AccountAsync(string name) => await users.FindByNameAsync(name) is { } user ? new(await users.GetUserIdAsync(user), await users.GetUserNameAsync(user) ?? name) : null;

    private async Task NumberAsync(ContentItem item)
    {
        var part = item.GetOrCreate<CompanyPart>();
        await books.NumberAsync(part);
        item.Apply(part);
    }

    private Task KeepAsync(ContentItem item, Actor by) => books.KeepAsync(ServiceKinds.Company, item, CompanyVerbs.Register, nameof(CompanyState.Active), by);
}

/// <summary>Contracts from a spreadsheet (TEN-08).</summary>
public sealed class ContractImport(ServiceBooks books) : ImportList
{
    private const string Number = nameof(Number);
    private const string Title = nameof(Title);
    private const string Company = nameof(Company);
    private const string Starts = "StartsOn";
    private const string Ends = "EndsOn";
    private const string Fee = nameof(Fee);
    private const string Notice = "NoticeDays";

    public override string Id => "service-contracts";

    public override string Name => "Service contracts";

    public override Type Texts => typeof(ServiceTexts);

    public override string ContentType => ServiceKinds.Contract.ContentType;

    public override string Permission => ServicePermissions.Manage;

    public override int Order => 310;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Number, "Number", "The contract's number in your books; it stays its number.", Example: "CT-2025-01") { Required = true, IsKey = true, MaxLength = 40 },
        new(Title, "What is served", "In a few words.", Example: "Limpieza de zonas comunes") { Required = true },
        new(Company, "Company", "Name of a company that is registered.", Example: "Brillo Norte Limpiezas") { Required = true, MaxLength = 120 },
        new(Starts, "First day", "First day of the contract.", ImportKind.Day, "2026-01-01") { Required = true },
        new(Ends, "Last day", "Last day of the contract.", ImportKind.Day, "2027-12-31") { Required = true },
        new(Fee, "Monthly fee", "In the community's currency.", ImportKind.Decimal, "16800.00") { Required = true },
        new(Notice, "Days of notice", "Empty for 60.", ImportKind.Whole, "60"),
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, await books.AllAsync(ServiceKinds.Contract), await books.AllAsync(ServiceKinds.Company), await books.CalendarAsync());

    private sealed class Book(ContractImport list, List<ContentItem> known, List<ContentItem> companies, WorkingCalendar calendar) : ImportBook
    {
        private readonly Dictionary<string, ContentItem> _known = known.ToDictionary(item => item.As<ContractPart>()!.Number, StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, ContentItem> _companies = companies.ToDictionary(item => SearchText.Fold(item.As<CompanyPart>()!.CompanyName), StringComparer.Ordinal);

        public override string KeyOf(ImportRow row) => row.Text(Number)!.ToUpperInvariant();

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            var company = _companies.GetValueOrDefault(SearchText.Fold(row.Text(Company))) ?? throw ServiceBooks.NoCompany.At(Company, row.Text(Company)!);
            item.Alter<ContractPart>(contract =>
            {
                if (isNew && contract.Number.Length == 0) contract.Take(row.Text(Number)!);
                contract.Fill(calendar, company.ContentItemId, company.As<CompanyPart>()!, new ContractPlan(row.Text(Title), row.Day(Starts)!.Value, row.Day(Ends)!.Value, row.Decimal(Fee)!.Value, row.Whole(Notice) ?? (isNew ? 60 : contract.NoticeDays), []));
            });
            item.DisplayText = row.Text(Number);
        }

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor) => isNew ? list.KeepAsync(item, actor) : Task.CompletedTask;
    }

    private Task KeepAsync(ContentItem item, Actor by) => books.KeepAsync(ServiceKinds.Contract, item, ContractVerbs.Sign, nameof(ContractState.Running), by);
}

/// <summary>Scores of past months from a spreadsheet (SUB-08): what was paid then stays.</summary>
public sealed class ScoreImport(ServiceBooks books) : ImportList
{
    private const string Contract = nameof(Contract);
    private const string Month = nameof(Month);
    private const string Score = nameof(Score);

    internal static readonly Refusal ScoreWrong = new(typeof(ScoreImport), "service-import.score-wrong", "Write a score from 0 to 100.");

    public override string Id => "service-scores";

    public override string Name => "Past scores of service contracts";

    public override Type Texts => typeof(ServiceTexts);

    public override string ContentType => ServiceKinds.Statement.ContentType;

    public override string Permission => ServicePermissions.Manage;

    public override int Order => 320;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Contract, "Contract", "Number of the contract.", Example: "CT-2025-01") { Required = true, MaxLength = 40 },
        new(Month, "Month", "Any day of the month.", ImportKind.Day, "2026-08-01") { Required = true },
        new(Score, "Score", "From 0 to 100.", ImportKind.Decimal, "96.2") { Required = true },
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, await books.AllAsync(ServiceKinds.Statement), await books.AllAsync(ServiceKinds.Contract));

    private sealed class Book(ScoreImport list, List<ContentItem> known, List<ContentItem> contracts) : ImportBook
    {
        private readonly Dictionary<string, ContentItem> _known = known.ToDictionary(item => item.As<StatementPart>() is { } part ? $"{part.ContractNumber.ToUpperInvariant()} {part.Period}" : "", StringComparer.Ordinal);
        private readonly Dictionary<string, ContentItem> _contracts = contracts.ToDictionary(item => item.As<ContractPart>()!.Number, StringComparer.OrdinalIgnoreCase);

        public override string KeyOf(ImportRow row) => $"{row.Text(Contract)!.ToUpperInvariant()} {row.Day(Month):yyyy-MM}";

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            // A statement that is there already is not rewritten.
            if (!isNew) return;
            var contract = _contracts.GetValueOrDefault(row.Text(Contract)!) ?? throw ServiceBooks.NoContract.At(Contract, row.Text(Contract)!);
            if (row.Decimal(Score) is not (>= 0 and <= 100 and { } score)) throw ScoreWrong.At(Score);
            var month = row.Day(Month)!.Value;
            var part = contract.As<ContractPart>()!;
            if (!part.RunsIn(month.Year, month.Month)) throw ServiceRefusals.PeriodWrong.At(Month);
            item.Alter<StatementPart>(statement => statement.TakeOver(contract.ContentItemId, part, new DateOnly(month.Year, month.Month, 1), score));
        }

        public override async Task WritingAsync(ContentItem item, bool isNew, Actor actor) => await list.NumberAsync(item);

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor) => isNew ? list.KeepAsync(item, actor) : Task.CompletedTask;
    }

    private async Task NumberAsync(ContentItem item)
    {
        var part = item.GetOrCreate<StatementPart>();
        await books.NumberAsync(part);
        item.DisplayText = part.Number;
        item.Apply(part);
    }

    private Task KeepAsync(ContentItem item, Actor by) => books.KeepAsync(ServiceKinds.Statement, item, StatementVerbs.Record, nameof(StatementState.ToPayment), by);
}

/// <summary>Findings of past weeks from a spreadsheet (SUB-06): put right, or still open with their deadline.</summary>
public sealed class FindingImport(ServiceBooks books) : ImportList
{
    private const string Number = nameof(Number);
    private const string Contract = nameof(Contract);
    private const string Place = nameof(Place);
    private const string Text = nameof(Text);
    private const string Grade = nameof(Grade);
    private const string Found = "FoundAt";
    private const string Result = nameof(Result);

    private static readonly Actor _book = new("book", "book", [ServicePermissions.Inspect]);

    public override string Id => "service-findings";

    public override string Name => "Findings of service companies";

    public override Type Texts => typeof(ServiceTexts);

    public override string ContentType => ServiceKinds.Finding.ContentType;

    public override string Permission => ServicePermissions.Manage;

    public override int Order => 330;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Number, "Number", "The finding's number in your books; it stays its number.", Example: "H-0017") { Required = true, IsKey = true, MaxLength = 40 },
        new(Contract, "Contract", "Number of the contract.", Example: "CT-2025-01") { Required = true, MaxLength = 40 },
        new(Place, "Place", "Where.", Example: "Torre B, portal") { Required = true },
        new(Text, "What was found", "In a few words.", Example: "Cristales sin limpiar") { Required = true, MaxLength = 1000 },
        new ImportColumn(Grade, "Grade", "How grave it is.", Example: "Normal") { Required = true }.Of<FindingGrade>(FindingLifecycle.Name),
        new(Found, "Found at", "Day and time.", ImportKind.Moment, "2026-11-03 10:15") { Required = true },
        new ImportColumn(Result, "Result", "Empty while the company works on it.") { Kind = ImportKind.Choice, Choices = [new("closed", "Put right"), new("answered", "Answered: look again")] },
    ];

    public override async Task<ImportBook> OpenAsync() => new Book(this, await books.AllAsync(ServiceKinds.Finding), await books.AllAsync(ServiceKinds.Contract), await books.CalendarAsync(), await books.TimeAsync());

    private sealed class Book(FindingImport list, List<ContentItem> known, List<ContentItem> contracts, WorkingCalendar calendar, CommunityTime time) : ImportBook
    {
        private readonly Dictionary<string, ContentItem> _known = known.ToDictionary(item => item.As<FindingPart>()!.Number, StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, ContentItem> _contracts = contracts.ToDictionary(item => item.As<ContractPart>()!.Number, StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, List<Step>> _steps = new(StringComparer.Ordinal);

        public override string KeyOf(ImportRow row) => row.Text(Number)!.ToUpperInvariant();

        public override ContentItem? Find(string key, ImportRow row) => _known.GetValueOrDefault(key);

        public override void Fill(ContentItem item, ImportRow row, bool isNew)
        {
            // A line of the book is not rewritten.
            if (!isNew) return;
            var contract = _contracts.GetValueOrDefault(row.Text(Contract)!) ?? throw ServiceBooks.NoContract.At(Contract, row.Text(Contract)!);
            var wall = row.Moment(Found)!.Value;
            var found = time.ToUtc(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
            item.Alter<FindingPart>(finding =>
            {
                finding.Take(row.Text(Number)!);
                var steps = new List<Step>
                {
                    finding.Find(_book, found, contract.ContentItemId, contract.As<ContractPart>()!, null, row.Text(Place), row.Text(Text), row.Choice<FindingGrade>(Grade)!.Value),
                    finding.Notify(_book, found, calendar),
                };
                if (row.Text(Result) is { } result)
                {
                    steps.Add(finding.Reply(_book, found, "…"));
                    if (result == "closed") steps.Add(finding.Take(FindingVerbs.Close, _book, found, null));
                }

                _steps[row.Text(Number)!] = steps;
            });
            item.DisplayText = row.Text(Number);
        }

        public override Task WrittenAsync(ContentItem item, bool isNew, Actor actor) =>
            isNew && _steps.Remove(item.As<FindingPart>()!.Number, out var steps) ? list.KeepAsync(item, steps) : Task.CompletedTask;
    }

    private Task KeepAsync(ContentItem item, List<Step> steps) => books.KeepAsync(item, steps);
}
