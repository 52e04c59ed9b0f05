using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OrchardCore.Settings;

namespace PropertySuite.Core;

/// <summary>Who records payments.</summary>
public sealed class MoneyPermissions : IPermissionProvider
{
    /// <summary>Record payments, refunds and reversals.</summary>
    public const string RecordPayments = nameof(RecordPayments);

    internal static readonly Permission Record = new(RecordPayments, "Record payments, refunds and reversals");

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([Record]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [Record] },
        new() { Name = "Manager", Permissions = [Record] },
        new() { Name = "Cashier", Permissions = [Record] },
    ];
}

/// <summary>The cashier's menu.</summary>
public sealed class MoneyMenu(IStringLocalizer<MoneyMenu> S) : AdminNavigationProvider
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Management"], "30", management => management
            .Id("management")
            .Add(S["Payments and deposits"], "60", item => item.Id("money").Action("Index", "Money", "PropertySuite.Core").Permission(MoneyPermissions.Record).LocalNav()));
        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Money"], "6", item => item.Id("money-settings").Url($"~/Admin/Settings/{MoneySettingsDriver.GroupId}").Permission(SettingsPermissions.ManageSettings).LocalNav())));
        return ValueTask.CompletedTask;
    }
}

/// <summary>Context in which the words of money are translated, and the words for its kinds.</summary>
public sealed class MoneyTexts
{
    /// <summary>English name of a kind.</summary>
    public static string Name(DemandKind kind) => kind switch
    {
        DemandKind.Fee => "Fee",
        DemandKind.Deposit => "Deposit",
        DemandKind.Fine => "Fine",
        _ => "Rent",
    };

    /// <summary>English name of a way to pay.</summary>
    public static string Name(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => "Cash",
        PaymentMethod.Card => "Card",
        PaymentMethod.Transfer => "Transfer",
        PaymentMethod.DirectDebit => "Direct debit",
        _ => "Cheque",
    };

    /// <summary>English name of what an entry does.</summary>
    public static string Name(EntryKind kind) => kind switch
    {
        EntryKind.Payment => "Payment",
        EntryKind.Deduction => "Deduction",
        EntryKind.Refund => "Refund",
        _ => "Reversal",
    };

    /// <summary>English name of the state of a demand.</summary>
    public static string Name(Demand demand) => demand.IsCancelled ? "Cancelled" : demand.Open > 0 ? "Unpaid" : "Paid";

    /// <summary>Shape of the dot of that state.</summary>
    public static string Dot(string state) => state switch
    {
        "Unpaid" => "wait",
        "Paid" => "done",
        _ => "stop",
    };
}

/// <summary>Demands as a list.</summary>
public static class DemandList
{
    private const string Deposit = nameof(DemandKind.Deposit);

    /// <summary>The list.</summary>
    /// <param name="localizers">Says what a sum is for.</param>
    public static ListDefinition<DemandIndex> For(IStringLocalizerFactory localizers) => new ListDefinition<DemandIndex>(typeof(MoneyTexts))
        .View("open", "Unpaid", (query, _) => query.Where(row => row.State == "Unpaid"))
        .View("overdue", "Overdue", (query, moment) => Overdue(query, moment.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)))
        .View("held", "Deposits held", (query, _) => query.Where(row => row.Kind == Deposit && row.Held > 0))
        .View("all", "All", (query, _) => query)
        .Column("payer", "Payer", row => Cell.Link(row.PayerName, $"~admin/Money/{row.DemandId}"), row => row.PayerName)
        .Column("purpose", "What for", row => Cell.Of(localizers.Say(row.Purpose())))
        .Column("state", "State", row => Cell.State(row.State, MoneyTexts.Dot(row.State)), row => row.State)
        .Column("open", "Still open", row => Cell.Of(row.Open == 0 ? "" : Money.OfCoins(row.Open, row.Currency).ToString(), "ps-num"), row => row.Open)
        .Column("amount", "Amount", row => Cell.Of(Money.OfCoins(row.Amount, row.Currency).ToString(), "ps-num"), row => row.Amount)
        .Column("held", "Held", row => Cell.Of(row.Kind == Deposit && row.Held > 0 ? Money.OfCoins(row.Held, row.Currency).ToString() : "", "ps-num"), row => row.Held)
        .Column("due", "Due", row => Cell.Of(row.DueOn is { } due ? ListDay.Show(DateOnly.FromDateTime(due)) : ""), row => row.DueOn)
        .Column("unit", "Unit", row => Cell.Of(row.UnitCode, "ps-unit"), row => row.UnitCode)
        .Column("kind", "Kind", row => Cell.Word(MoneyTexts.Name(Enum.Parse<DemandKind>(row.Kind))), row => row.Kind)
        .Column("number", "Record", row => Cell.Of(row.RecordNumber, "ps-no"), row => row.RecordNumber)
        .Filter("kind", "Kind", [.. Enum.GetValues<DemandKind>().Select(kind => new ListChoice(kind.ToString(), MoneyTexts.Name(kind)))], (query, kind) => query.Where(row => row.Kind == kind))
        .TextFilter("unit", "Unit", InUnit)
        .Search((query, text) => query.Where(row => row.Search.Contains(text)))
        .OrderedBy(row => row.AtUtc, newestFirst: true);

    private static YesSql.IQueryIndex<DemandIndex> Overdue(YesSql.IQueryIndex<DemandIndex> query, DateTime today) => query.Where(row => row.State == "Unpaid" && row.DueOn < today);

    private static YesSql.IQueryIndex<DemandIndex> InUnit(YesSql.IQueryIndex<DemandIndex> query, string typed)
    {
        var code = typed.ToUpperInvariant();
        return query.Where(row => row.UnitCode.Contains(code));
    }
}

/// <summary>The money of a record, for its page.</summary>
/// <param name="Rows">Its demands with what they are for, in the reader's language.</param>
/// <param name="MayRecord">Whether the reader takes payments: then each line leads to its page.</param>
/// <param name="Time">The community's time.</param>
public sealed record MoneyLines(IReadOnlyList<(Demand Demand, string Purpose)> Rows, bool MayRecord, CommunityTime Time)
{
    /// <summary>Where the partial view lies.</summary>
    public const string View = "~/Areas/PropertySuite.Core/Views/Money/_Lines.cshtml";
}

/// <summary>Makes the lines of a record's money.</summary>
public sealed class MoneyOfRecord(IMoneyBook book, CurrentActor actors, CommunityTimes times, IStringLocalizerFactory localizers)
{
    /// <summary>The lines of a record.</summary>
    public async Task<MoneyLines> OfAsync(string recordId) => new(
        [.. (await book.OfRecordAsync(recordId)).Select(demand => (demand, localizers.Say(demand.Ask.Purpose)))],
        (await actors.GetAsync(MoneyPermissions.RecordPayments)).May(MoneyPermissions.RecordPayments),
        await times.GetAsync());
}
