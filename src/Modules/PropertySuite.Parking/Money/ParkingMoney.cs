using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>What parking demands: the first rent of a lease and fines. The book of money keeps the rest.</summary>
public sealed class ParkingMoney(IMoneyBook money, Papers papers, CommunityTimes times, IClock clock)
{
    /// <summary>Kind of the contract's paper.</summary>
    public const string Contract = "parking.contract";

    /// <summary>Kind of the notice on a windscreen.</summary>
    public const string Notice = "parking.notice";

    private const string Views = "~/Areas/PropertySuite.Parking/Views/Papers/";

    /// <summary>Demands the first rent of the space that is held.</summary>
    /// <returns>Whether there is anything to pay.</returns>
    public async Task<bool> DemandFirstRentAsync(ApplicationPart application)
    {
        var offer = application.Offer!;
        var amount = Rent.First(offer.Period, offer.Monthly);
        if (amount == 0) return false;
        var time = await times.GetAsync();
        await money.DemandAsync(new MoneyAsk
        {
            Key = $"{ParkingTypes.ApplicationNumber}:{application.ContentItem.ContentItemId}:rent",
            RecordKind = ParkingTypes.ApplicationNumber,
            RecordId = application.ContentItem.ContentItemId,
            RecordNumber = application.Number,
            UnitId = application.Holder.UnitId,
            UnitCode = application.Holder.UnitCode,
            PersonId = application.Holder.PersonId,
            PayerName = application.Holder.PersonName ?? application.Holder.UnitCode,
            Kind = DemandKind.Rent,
            Purpose = Wording.Of(typeof(ParkingTexts), "First rent of space {0}", offer.SpaceCode),
            Amount = amount,
            DueOn = time.DayAt(application.PayBeforeUtc ?? clock.UtcNow),
        }, Actor.Clock);
        return true;
    }

    /// <summary>Demands an approved fine.</summary>
    public Task DemandFineAsync(ViolationPart violation) => money.DemandAsync(new MoneyAsk
    {
        Key = $"{ParkingTypes.ViolationNumber}:{violation.ContentItem.ContentItemId}:fine",
        RecordKind = ParkingTypes.ViolationNumber,
        RecordId = violation.ContentItem.ContentItemId,
        RecordNumber = violation.Number,
        UnitId = violation.Holder?.UnitId,
        UnitCode = violation.Holder?.UnitCode,
        PersonId = violation.Holder?.PersonId,
        PayerName = violation.Holder?.PersonName ?? violation.Holder?.UnitCode ?? violation.Plate,
        Kind = DemandKind.Fine,
        Purpose = Wording.Of(typeof(ParkingTexts), "Fine for parking, plate {0}", violation.Plate),
        Amount = violation.Fine!.Value,
    }, Actor.Clock);

    /// <summary>Demands nothing more of an application.</summary>
    public async Task CancelAsync(ApplicationPart application, Actor by)
    {
        foreach (var demand in await money.OfRecordAsync(application.ContentItem.ContentItemId))
        {
            await money.CancelAsync(demand.DemandId, application.Number, by);
        }
    }

    /// <summary>Writes the contract that is to be signed (PRK-09).</summary>
    public async Task WriteContractAsync(ApplicationPart application, Actor by) => await papers.IssueAsync(
        new PaperDraft<ContractPaper>(
            Contract,
            Wording.Of(typeof(ParkingTexts), "Lease of a parking space"),
            application.ContentItem.ContentItemId,
            application.Number,
            ParkingPermissions.View,
            Views + "Contract.cshtml",
            new(application, await money.CurrencyAsync())),
        by);

    /// <summary>Writes the notice for the windscreen (PRK-20).</summary>
    public async Task WriteNoticeAsync(ViolationPart violation, Actor by) => await papers.IssueAsync(
        new PaperDraft<ViolationPart>(
            Notice,
            Wording.Of(typeof(ParkingTexts), "Notice about parking"),
            violation.ContentItem.ContentItemId,
            violation.Number,
            ParkingPermissions.Report,
            Views + "Notice.cshtml",
            violation),
        by);
}

/// <summary>What a contract is written from.</summary>
public sealed record ContractPaper(ApplicationPart Application, string Currency);

/// <summary>Moves records on when what they owe is paid (PRK-06).</summary>
public sealed class ParkingMoneyWitness(ParkingBook book, Applications applications, Violations violations) : IMoneyWitness
{
    /// <inheritdoc/>
    public async Task PaidAsync(string recordId)
    {
        if (await book.FindAsync<ApplicationPart>(ParkingTypes.Application, recordId) is { State: ApplicationState.AwaitingPayment } application)
        {
            await applications.PaidAsync(application);
        }
        else if (await book.FindAsync<ViolationPart>(ParkingTypes.Violation, recordId) is { State: ViolationState.FineDue } violation)
        {
            await violations.PaidAsync(violation);
        }
    }
}

/// <summary>Context in which parking's words are translated on pages and papers.</summary>
public sealed class ParkingTexts;
