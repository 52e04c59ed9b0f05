using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Indexes;

namespace PropertySuite.Subcontractors;

/// <summary>A bid before the opening: enciphered, so that neither a page nor a look into the database tells what it says.</summary>
public sealed class SealedBid
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    public string TenderId { get; set; } = "";

    public string CompanyId { get; set; } = "";

    /// <summary>The bid, enciphered.</summary>
    public string Envelope { get; set; } = "";
}

/// <summary>Finds sealed bids.</summary>
public sealed class SealedBidIndex : MapIndex
{
    public string TenderId { get; set; } = "";

    /// <summary>Unique: a company bids once.</summary>
    public string BidKey { get; set; } = "";
}

/// <summary>Maps sealed bids to rows.</summary>
public sealed class SealedBidIndexProvider : IndexProvider<SealedBid>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<SealedBid> context) => context.For<SealedBidIndex>()
        .Map(bid => new SealedBidIndex { TenderId = bid.TenderId, BidKey = $"{bid.TenderId}:{bid.CompanyId}" });
}

/// <summary>Seals bids and opens them (TEN-04).</summary>
public sealed class BidBox(ISession session, IDataProtectionProvider protection, ServiceRecords records, IClock clock)
{
    private readonly IDataProtector _seal = protection.CreateProtector("PropertySuite.Subcontractors", "Bids", "1");

    /// <summary>Takes a bid and seals it.</summary>
    /// <exception cref="RefusedException">It is late, a second one, or says nothing.</exception>
    public async Task PutAsync(TenderPart tender, Actor by, string companyId, CompanyPart company, decimal? fee, string? proposal)
    {
        if (fee is not > 0) throw ServiceRefusals.FeeWrong.At("Fee");
        var now = clock.UtcNow;
        var step = tender.Receive(by, now, companyId, company.CompanyName);
        var tenderId = tender.ContentItem.ContentItemId;
        await session.SaveAsync(new SealedBid
        {
            TenderId = tenderId,
            CompanyId = companyId,
            Envelope = _seal.Protect(JsonSerializer.Serialize(new Bid(companyId, company.CompanyName, fee.Value, CompanyPart.Clean(proposal), now))),
        });
        await records.SaveAsync(tender, step);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(SealedBidIndex.BidKey), ServiceRefusals.BidTwice));
    }

    /// <summary>Opens the bids of a choice; its own rules say whether it is time.</summary>
    /// <exception cref="RefusedException">It is too early, there are too few, or it is not for this person.</exception>
    public async Task OpenAsync(TenderPart tender, Actor by)
    {
        var tenderId = tender.ContentItem.ContentItemId;
        var envelopes = (await session.Query<SealedBid, SealedBidIndex>(row => row.TenderId == tenderId).ListAsync()).ToList();
        var step = tender.Open(by, clock.UtcNow, [.. envelopes.Select(bid => JsonSerializer.Deserialize<Bid>(_seal.Unprotect(bid.Envelope))!)]);
        foreach (var envelope in envelopes)
        {
            session.Delete(envelope);
        }

        await records.SaveAsync(tender, step);
    }
}
