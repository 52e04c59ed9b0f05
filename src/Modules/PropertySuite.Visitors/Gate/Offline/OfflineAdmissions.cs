using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>
/// Books admissions that were made without a connection (VIS-06). Each once, by the device's key; one that does not fit
/// any more (cancelled, used, over) is kept on the visit with its reason and told to the guard.
/// </summary>
public sealed class OfflineAdmissions(ISession session, Visits visits, RecurringPasses recurring, PassKeys keys, GateSeal seals, IEntrances entrances, RefusalTexts refusals, IClock clock)
{
    /// <summary>How long answers are kept for devices that ask again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    // A device's clock is corrected by the server's, and still a little off.
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(2);

    /// <summary>What became of a report that arrived before; null when it is new.</summary>
    public Task<OfflineAdmission?> FindAsync(string? clientKey) =>
        session.Query<OfflineAdmission, OfflineAdmissionIndex>(row => row.ClientKey == clientKey).FirstOrDefaultAsync()!;

    /// <summary>Books a report.</summary>
    /// <exception cref="RefusedException">It is no report of a device of this community, or it arrived a second time at the same moment.</exception>
    public async Task<OfflineAdmission> ReceiveAsync(OfflineReport report)
    {
        if (await FindAsync(report.ClientKey) is { } before)
        {
            return before;
        }

        var now = clock.UtcNow;
        if (report.ClientKey is not { Length: 22 } || seals.Read(report.Seal) is not { } duty
            || report.AtUtc < duty.SinceUtc - ClockSlack || report.AtUtc > duty.UntilUtc || report.AtUtc > now + ClockSlack)
        {
            throw VisitRefusals.ReportForged.With();
        }

        var reading = PassSigner.Read(report.Pass, await keys.PublicAsync());
        if (reading.Verdict != PassVerdict.Genuine)
        {
            throw VisitRefusals.ReportForged.With();
        }

        var gate = (await entrances.ListAsync()).FirstOrDefault(entrance => entrance.Id == report.GateId) is { } entrance
            ? new GatePlace(entrance.Id, entrance.Name)
            : throw VisitRefusals.GateMissing.With();
        var guard = new Actor(duty.GuardId, duty.GuardName, [VisitPermissions.Operate], place: gate.Name, device: GateDevice.WithoutConnection);
        var (visit, no) = await VisitAsync(reading.Token!.PassId, guard, report.AtUtc);
        var booked = new OfflineAdmission { ClientKey = report.ClientKey, VisitId = visit?.ContentItem.ContentItemId, AtUtc = report.AtUtc, SentAtUtc = now };
        if (visit is null)
        {
            booked.Sentence = await refusals.SayAsync(no ?? VisitRefusals.PassUnknown.With());
        }
        else
        {
            booked.Sentence = await BookAsync(visit, guard, report, gate, now);
        }

        await session.SaveAsync(booked);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(OfflineAdmissionIndex.ClientKey), SavingRefusals.ChangedMeanwhile));
        return booked;
    }

    /// <summary>Deletes answers that no device asks for any more.</summary>
    public async Task ForgetAsync()
    {
        var before = clock.UtcNow - KeptFor;
        foreach (var report in await session.Query<OfflineAdmission, OfflineAdmissionIndex>(row => row.SentAtUtc <= before).Take(500).ListAsync())
        {
            session.Delete(report);
        }
    }

    private async Task<(VisitPart? Visit, RefusedException? No)> VisitAsync(string passId, Actor guard, DateTime atUtc)
    {
        if (await visits.OfPassAsync(passId) is { } visit)
        {
            return (visit, null);
        }

        try
        {
            return (await recurring.OfPassAsync(passId) is { } pass ? await recurring.ArriveAsync(pass, guard, atUtc) : null, null);
        }
        catch (RefusedException no) when (no.Refusal != SavingRefusals.ChangedMeanwhile)
        {
            return (null, no);
        }
    }

    private async Task<string?> BookAsync(VisitPart visit, Actor guard, OfflineReport report, GatePlace gate, DateTime nowUtc)
    {
        try
        {
            await visits.SaveAsync(visit, visit.AdmitOffline(guard, report.AtUtc, gate, report.Persons, nowUtc));
            return null;
        }
        catch (RefusedException no) when (no.Refusal != SavingRefusals.ChangedMeanwhile)
        {
            var sentence = await refusals.SayAsync(no);
            await visits.SaveAsync(visit, visit.NoteConflict(guard, report.AtUtc, sentence));
            return sentence;
        }
    }
}

/// <summary>Devices as history names them.</summary>
public static class GateDevice
{
    /// <summary>A device of the gate that had no connection.</summary>
    public const string WithoutConnection = "offline";
}
