using System.Globalization;
using PropertySuite.Core;

namespace Modules.Tests.Core;

public sealed class MoneyTests
{
    private static readonly DateTime Noon = new(2026, 11, 13, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Cashier = new("c", "Cashier", [MoneyPermissions.RecordPayments]);

    [Theory]
    [InlineData("80", 80)]
    [InlineData("194,78", 194.78)]
    [InlineData("194.7", 194.7)]
    [InlineData("1.360,00 €", 1360)]
    [InlineData("1,360.00", 1360)]
    [InlineData("1.360", 1360)]
    [InlineData(" 2 000 ", 2000)]
    public void An_amount_is_read_as_people_write_it(string typed, double amount) => Assert.Equal((decimal)amount, Money.Read(typed, "EUR"));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-5")]
    [InlineData("five")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    public void What_is_no_amount_is_none(string? typed) => Assert.Null(Money.Read(typed, "EUR"));

    [Fact]
    public void A_currency_without_decimals_takes_none()
    {
        Assert.Null(Money.Read("10,5", "JPY"));
        Assert.Equal(10_500, new Money(10_500, "JPY").InCoins);
        Assert.Equal(1_050, new Money(10.50m, "EUR").InCoins);
        Assert.Equal(10.50m, Money.OfCoins(1_050, "EUR").Amount);
    }

    [Fact]
    public void An_amount_is_written_for_its_reader()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-ES");
            Assert.Equal("1.360,00\u00A0€", new Money(1360, "EUR").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000_001)]
    public void Nothing_less_than_something_and_nothing_absurd_is_demanded(int amount) => Refused("money.amount-wrong", "Amount", () => Demanded(amount));

    [Fact]
    public void An_amount_finer_than_the_currency_is_refused_beside_its_field() => Refused("money.too-fine", "Amount", () => Demanded(1.005m));

    [Fact]
    public void Payments_fill_a_demand_and_no_more_than_that()
    {
        var demand = Demanded(100);

        Pay(demand, 60);
        Refused("money.more-than-open", "Amount", () => Pay(demand, 40.01m));
        Pay(demand, 40);

        Assert.Equal((0m, 100m), (demand.Open, demand.Held));
        Refused("money.nothing-open", "Amount", () => Pay(demand, 1));
    }

    [Fact]
    public void Nobody_named_pays_nothing() => Refused("money.payer-missing", "PayerName", () => Pay(Demanded(10), 10, " "));

    [Fact]
    public void What_is_kept_and_given_back_is_never_more_than_was_paid()
    {
        var demand = Demanded(100, DemandKind.Deposit);
        Pay(demand, 100);

        demand.Deduct("d", "d", 30, "a tile", Cashier, Noon);
        Refused("money.more-than-held", "Amount", () => Refund(demand, 70.01m, "Elena Ruiz"));
        Refund(demand, 70, "elena ruíz");

        Assert.Equal((0m, 30m, 70m), (demand.Held, demand.Deducted, demand.Refunded));
        Refused("money.more-than-held", "Amount", () => demand.Deduct("e", "e", 1, "more", Cashier, Noon));
        Refused("money.more-than-held", "Amount", () => Refund(demand, 1, "Elena Ruiz"));
    }

    [Fact]
    public void Money_goes_back_to_who_paid_it_and_to_nobody_else()
    {
        var demand = Demanded(100, DemandKind.Deposit);
        Pay(demand, 100, "Obras Miravalle");

        Refused("money.did-not-pay", "PayeeName", () => Refund(demand, 100, "Elena Ruiz"));
    }

    [Fact]
    public void A_fee_is_not_kept_in_part()
    {
        var demand = Demanded(100);
        Pay(demand, 100);

        Refused("money.no-deposit", null, () => demand.Deduct("d", "d", 1, "why", Cashier, Noon));
    }

    [Fact]
    public void A_reversal_undoes_a_payment_and_its_payer()
    {
        var demand = Demanded(100, DemandKind.Deposit);
        var entry = Pay(demand, 100);

        var reversal = demand.Reverse("r", entry, "wrong unit", Cashier, Noon);

        Assert.Equal((100m, 0m), (demand.Open, demand.Held));
        Assert.Empty(demand.Payers);
        Assert.Equal((EntryKind.Reversal, entry.EntryId, "wrong unit"), (reversal.Kind, reversal.Reverses, reversal.Reason));
        Refused("money.is-reversal", null, () => demand.Reverse("s", reversal, "again", Cashier, Noon));
    }

    [Fact]
    public void A_payment_that_was_given_back_is_not_reversed_before_the_refund_is()
    {
        var demand = Demanded(100, DemandKind.Deposit);
        var paid = Pay(demand, 100);
        var back = Refund(demand, 50, "Elena Ruiz");

        Refused("money.used-since", null, () => demand.Reverse("r", paid, "why", Cashier, Noon));
        demand.Reverse("r", back, "bank returned it", Cashier, Noon);
        demand.Reverse("s", paid, "why", Cashier, Noon);

        Assert.Equal(100m, demand.Open);
    }

    [Fact]
    public void What_is_cancelled_is_open_no_more_and_what_was_paid_can_go_back()
    {
        var demand = Demanded(100);
        Pay(demand, 40);

        demand.Cancel("given up");

        Assert.Equal((0m, 40m), (demand.Open, demand.Held));
        Refused("money.nothing-open", "Amount", () => Pay(demand, 1));
        Refund(demand, 40, "Elena Ruiz");
    }

    [Fact]
    public void Reasons_are_asked()
    {
        var demand = Demanded(100, DemandKind.Deposit);
        var paid = Pay(demand, 100);

        Refused("lifecycle.reason-missing", "Reason", () => demand.Deduct("d", "d", 1, "", Cashier, Noon));
        Refused("lifecycle.reason-missing", "Reason", () => demand.Reverse("r", paid, " ", Cashier, Noon));
        Refused("lifecycle.reason-missing", "Reason", () => demand.Cancel(""));
    }

    private static Demand Demanded(decimal amount, DemandKind kind = DemandKind.Fee) => Demand.Make(
        "1",
        new MoneyAsk { Key = "k", RecordKind = "DEC", RecordId = "r", RecordNumber = "JDA-DEC-2026-00001", PayerName = "Elena Ruiz", Kind = kind, Purpose = Wording.Of(typeof(MoneyTests), "Deposit"), Amount = amount },
        "EUR",
        Cashier,
        Noon);

    private static MoneyEntry Pay(Demand demand, decimal amount, string payer = "Elena Ruiz") => demand.Pay("p", "p", amount, PaymentMethod.Card, null, payer, null, Cashier, Noon);

    private static MoneyEntry Refund(Demand demand, decimal amount, string payee) => demand.Refund("b", "b", amount, payee, PaymentMethod.Transfer, null, Cashier, Noon);

    private static void Refused(string code, string? field, Action act)
    {
        var refused = Assert.Throws<RefusedException>(act);
        Assert.Equal((code, field), (refused.Code, refused.Field));
    }
}
