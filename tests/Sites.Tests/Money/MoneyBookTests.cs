using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using Sites.Tests.Decoration;
using YesSql;

namespace Sites.Tests.Money;

public sealed class MoneyBookTests(WorksSite site) : IClassFixture<WorksSite>
{
    private static readonly Actor Cashier = new("cashier", "Cashier", [MoneyPermissions.RecordPayments]);

    [Fact]
    public async Task A_sum_is_demanded_once_and_paid_once_however_often_it_is_sent()
    {
        var first = await DemandAsync("once", 100);
        var second = await DemandAsync("once", 100);
        Assert.Equal(first, second);

        var entries = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => site.InAsync(async services =>
        {
            try
            {
                entries.Add((await services.GetRequiredService<IMoneyBook>().PayAsync(first, "form-1", 100, PaymentMethod.Card, null, "Elena", Cashier)).EntryId);
            }
            catch (RefusedException refused)
            {
                Assert.Contains(refused.Code, new[] { "money.entered-meanwhile", "saving.changed-meanwhile" });
            }
        }))));

        Assert.Single(entries.Distinct());
        await site.InAsync(async services =>
        {
            Assert.Single(await services.GetRequiredService<IMoneyBook>().EntriesAsync(first));
            Assert.Equal(100m, (await services.GetRequiredService<IMoneyBook>().FindAsync(first))!.Paid);
        });
    }

    [Fact]
    public async Task Of_ten_refunds_at_once_no_more_goes_back_than_was_paid()
    {
        var demand = await DemandAsync("race", 100, DemandKind.Deposit);
        await site.InAsync(services => services.GetRequiredService<IMoneyBook>().PayAsync(demand, "race-paid", 100, PaymentMethod.Transfer, null, "Elena", Cashier));

        var back = new ConcurrentBag<decimal>();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            try
            {
                await site.InAsync(services => services.GetRequiredService<IMoneyBook>().RefundAsync(demand, $"race-{i}", 60, "Elena", PaymentMethod.Transfer, null, Cashier));
                back.Add(60);
            }
            catch (RefusedException)
            {
                // Somebody was quicker.
            }
        })));

        Assert.Single(back);
        await site.InAsync(async services => Assert.Equal(40m, (await services.GetRequiredService<IMoneyBook>().FindAsync(demand))!.Held));
    }

    [Fact]
    public async Task An_entry_is_never_changed_and_reversed_once_and_its_receipt_becomes_void()
    {
        var demandId = await DemandAsync("reverse", 50);
        using var cashier = await site.SignInAsync("cashier");
        var page = $"/Admin/Money/{demandId}/Pay";
        var once = WorksJourneyTests.OnceOf(await cashier.ReadAsync(page));
        using var wrong = await cashier.SubmitAsync(page, page, ("Once", once), ("Amount", "cincuenta"), ("Method", "Card"), ("PayerName", "Elena"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("cincuenta", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var paid = await cashier.SubmitAsync(page, page, ("Once", once), ("Amount", "50,00"), ("Method", "Card"), ("PayerName", "Elena"));
        using var again = await cashier.SubmitAsync($"/Admin/Money/{demandId}/Refund", page, ("Once", once), ("Amount", "50,00"), ("Method", "Card"), ("PayerName", "Elena"));
        Assert.Equal(paid.Headers.Location, again.Headers.Location);

        var entry = "";
        await site.InAsync(async services => entry = (await services.GetRequiredService<IMoneyBook>().EntriesAsync(demandId)).Single().EntryId);
        var reverse = $"/Admin/Money/{demandId}/Entries/{entry}/Reverse";
        using var unsaid = await cashier.SubmitAsync(reverse, reverse, ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        using var reversed = await cashier.SubmitAsync(reverse, reverse, ("Reason", "otro expediente"));
        Assert.Equal(HttpStatusCode.Redirect, reversed.StatusCode);
        using var twice = await cashier.SubmitAsync(reverse, reverse, ("Reason", "otra vez"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

        await site.InAsync(async services =>
        {
            var book = services.GetRequiredService<IMoneyBook>();
            Assert.Equal((2, 50m), ((await book.EntriesAsync(demandId)).Count, (await book.FindAsync(demandId))!.Open));
            Assert.Equal(PaperStanding.Void, (await services.GetRequiredService<Papers>().OfRecordAsync(entry)).Single().Standing);
        });
        Assert.Contains("ANULADO", await cashier.ReadAsync(paid.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_printed_once_as_the_original_and_then_as_a_reprint_and_its_code_proves_it_without_a_name()
    {
        string paperId = "", secret = "";
        await site.InAsync(async services =>
        {
            var demand = Demand.Make("d", Ask("paper", 10, DemandKind.Fee), "EUR", Cashier, new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc));
            var entry = demand.Pay("e", "k", 10, PaymentMethod.Cash, null, "Elena Vidal", null, Cashier, new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc));
            var paper = await services.GetRequiredService<Papers>().IssueAsync(
                new PaperDraft<MoneyPaper>("money.receipt", Wording.Of(typeof(MoneyTexts), "Receipt"), "paperrecord", "JDA-DEC-2026-00001", MoneyPermissions.RecordPayments, "~/Areas/PropertySuite.Core/Views/Money/Paper.cshtml", new MoneyPaper(demand, entry)),
                Cashier);
            (paperId, secret) = (paper.PaperId, paper.Secret!);
        });

        using var cashier = await site.SignInAsync("cashier");
        using var desk = await site.SignInAsync("desk");
        using var stranger = site.Sites.Browser("http://alba.localhost");
        Assert.Contains("Elena Vidal", await cashier.ReadAsync("/Admin/Papers/" + paperId), StringComparison.Ordinal);
        using (var hidden = await desk.GetAsync("/Admin/Papers/" + paperId)) Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using (var early = await cashier.GetAsync($"/Admin/Papers/{paperId}/Prints/1")) Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        foreach (var (print, words) in new[] { (1, "original"), (2, "copia 1") })
        {
            using var printed = await cashier.SubmitAsync("/Admin/Papers/" + paperId, $"/Admin/Papers/{paperId}/Print");
            Assert.EndsWith($"/Prints/{print}", printed.Headers.Location!.ToString(), StringComparison.Ordinal);
            Assert.Contains(words, await cashier.ReadAsync(printed.Headers.Location.ToString()), StringComparison.Ordinal);
        }

        var proof = WebUtility.HtmlDecode(await stranger.ReadAsync("/paper/" + secret));
        Assert.Contains("Auténtico y en vigor", proof, StringComparison.Ordinal);
        Assert.DoesNotContain("Elena", proof, StringComparison.Ordinal);
        await site.InAsync(services => services.GetRequiredService<Papers>().StandAsync("paperrecord", "money.receipt", PaperStanding.Void));
        Assert.Contains("anulado", await stranger.ReadAsync("/paper/" + secret), StringComparison.Ordinal);
        using var unknown = await stranger.GetAsync("/paper/" + new string('A', 22));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private async Task<string> DemandAsync(string key, decimal amount, DemandKind kind = DemandKind.Fee)
    {
        var id = "";
        await site.InAsync(async services => id = (await services.GetRequiredService<IMoneyBook>().DemandAsync(Ask(key, amount, kind), Cashier)).DemandId);
        return id;
    }

    private static MoneyAsk Ask(string key, decimal amount, DemandKind kind) => new()
    {
        Key = "test:" + key, RecordKind = "TST", RecordId = "record" + key, RecordNumber = "JDA-TST-2026-00001", PayerName = "Elena", Kind = kind, Purpose = Wording.Of(typeof(MoneyTexts), "Receipt"), Amount = amount,
    };
}
