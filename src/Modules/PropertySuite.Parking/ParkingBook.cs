using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>Something that happened with a record of parking.</summary>
/// <param name="Kind">Kind of record: <c>PRK</c>, <c>PRL</c>, <c>PRV</c>, <c>VEH</c> or <c>SPC</c>.</param>
/// <param name="Item">The record after it.</param>
/// <param name="Number">Its number or its name.</param>
/// <param name="Holder">Whom it concerns; null for nobody of the register.</param>
/// <param name="Steps">Steps and notes, in order; at least one.</param>
public sealed record ParkingNews(string Kind, ContentItem Item, string Number, Holder? Holder, IReadOnlyList<Step> Steps);

/// <summary>Told of every step of every record, in the transaction that books it. Any number may be registered.</summary>
public interface IParkingWitness
{
    /// <summary>Something happened.</summary>
    Task HappenedAsync(ParkingNews news);
}

/// <summary>Reads and writes the records of parking. Saving is explicit, and the database has the last word.</summary>
public sealed class ParkingBook(ISession session, IContentManager contents, RecordHistory history, NumberSeries numbers, CommunityCode community, CommunityTimes times, IEnumerable<IParkingWitness> witnesses, IClock clock)
{
    /// <summary>The part of a record; null when this community has none with this id.</summary>
    public async Task<TPart?> FindAsync<TPart>(string contentType, string? id) where TPart : ContentPart =>
        id is { Length: > 0 and <= 26 } && await contents.GetAsync(id) is { } item && item.ContentType == contentType ? item.As<TPart>() : null;

    /// <summary>A new record, not saved yet.</summary>
    public async Task<TPart> NewAsync<TPart>(string contentType) where TPart : ContentPart, new() => (await contents.NewAsync(contentType)).GetOrCreate<TPart>();

    /// <summary>Today in the community.</summary>
    public async Task<DateOnly> TodayAsync() => (await times.GetAsync()).DayAt(clock.UtcNow);

    /// <summary>The next number of a kind.</summary>
    public async Task<string> NextNumberAsync(string kind) => await numbers.NextAsync(await community.GetAsync(), kind, (await TodayAsync()).Year);

    /// <summary>Saves a new record with its first steps.</summary>
    /// <param name="part">The record.</param>
    /// <param name="name">Number or name that people know it by.</param>
    /// <param name="taken">What is said when somebody else holds one of its days.</param>
    public async Task CreateAsync<TPart>(TPart part, string kind, string name, Holder? holder, Refusal taken, params IEnumerable<Step> steps) where TPart : ContentPart
    {
        var item = part.ContentItem;
        item.DisplayText = name;
        item.Apply(part);
        await contents.CreateAsync(item, VersionOptions.Published);
        await KeepAsync(item, kind, name, holder, taken, [.. steps]);
    }

    /// <summary>Saves a record with the steps it took.</summary>
    /// <exception cref="RefusedException">One of its days is somebody else's, or somebody changed it meanwhile.</exception>
    public async Task SaveAsync<TPart>(TPart part, string kind, string name, Holder? holder, Refusal taken, params IEnumerable<Step> steps) where TPart : ContentPart
    {
        var item = part.ContentItem;
        item.Apply(part);
        item.DisplayText = name;
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await KeepAsync(item, kind, name, holder, taken, [.. steps]);
    }

    // Who lost a race is told nothing: the flush decides first.
    private async Task KeepAsync(ContentItem item, string kind, string name, Holder? holder, Refusal taken, IReadOnlyList<Step> steps)
    {
        await history.KeepAsync(kind, item.ContentItemId, steps);
        await session.FlushOrRefuseAsync(
            UniqueKey.Of(nameof(OccupancyIndex.DayKey), taken, taken == ParkingRefusals.JustTaken ? "SpaceId" : null),
            UniqueKey.Of(nameof(VehicleIndex.LivePlateKey), ParkingRefusals.PlateTaken, "Plate"),
            UniqueKey.Of(nameof(ApplicationIndex.OpenVehicleKey), ParkingRefusals.AppliedMeanwhile, "Plate"),
            UniqueKey.Of("SpaceIndex.Code", ParkingRefusals.SpaceNumberTaken, "Number"),
            UniqueKey.Of("AreaIndex.Code", ParkingRefusals.AreaCodeTaken, "Code"),
            UniqueKey.Of(nameof(ApplicationIndex.Number), NumberRefusals.TakenMeanwhile));
        if (steps.Count == 0) return;
        foreach (var witness in witnesses) await witness.HappenedAsync(new(kind, item, name, holder, steps));
    }
}
