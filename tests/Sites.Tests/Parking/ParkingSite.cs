using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Parking;
using Sites.Tests.Visitors;
using YesSql;

namespace Sites.Tests.Parking;

/// <summary>People and short ways of these tests, on the community Jardines del Alba.</summary>
internal static class ParkingSite
{
    public static readonly Actor Desk = new("desk", "Lucía", [ParkingPermissions.View, ParkingPermissions.Handle, ParkingPermissions.Report, ParkingPermissions.Manage]);

    /// <summary>Spaces of an area of its own, at 60 a month.</summary>
    public static async Task<IReadOnlyList<string>> SpacesAsync(this CommunitySite site, string area, int spaces)
    {
        var ids = new List<string>();
        await site.InAsync(async services =>
        {
            var (book, all) = (services.GetRequiredService<ParkingBook>(), services.GetRequiredService<Spaces>());
            var part = await book.NewAsync<AreaPart>(ParkingTypes.Area);
            part.Describe(area, $"Test area {area}", -9);
            part.Price(SpaceKind.Car, 60m, new(2020, 1, 1));
            await all.SaveAsync(part, isNew: true);
            for (var i = 1; i <= spaces; i++)
            {
                var space = await all.AddAsync(new(part.ContentItem.ContentItemId, part.Code, -9, $"{i:000}", SpaceKind.Car, SpaceSize.Medium, SpaceOwnership.Community, false, false));
                ids.Add(space.ContentItem.ContentItemId);
            }
        });
        return ids;
    }

    /// <summary>A verified application for an area.</summary>
    public static async Task<string> ApplyAsync(this CommunitySite site, string area, string plate, string unit = "B-07-C", bool waits = false, int startsIn = 0, int months = 12, DateOnly? today = null)
    {
        var id = "";
        await site.InAsync(async services =>
        {
            var found = await services.GetRequiredService<IUnitDirectory>().FindByCodeAsync(unit);
            var holder = await services.GetRequiredService<HolderFinder>().GetAsync(found!.Code, null);
            var applications = services.GetRequiredService<Applications>();
            var areaId = (await services.GetRequiredService<Spaces>().AreasAsync()).First(row => row.Code == area).AreaId;
            var from = (today ?? await services.GetRequiredService<ParkingBook>().TodayAsync()).AddDays(startsIn);
            var application = await applications.ApplyAsync(Desk, holder, VehicleFacts.Of(plate, VehicleKind.Car, null, false), new(areaId, area, SpaceKind.Car, false, false, from, months));
            await applications.VerifyAsync(application, Desk);
            if (waits) await applications.TakeAsync(application, ApplicationVerbs.Wait, Desk);
            id = application.ContentItem.ContentItemId;
        });
        return id;
    }

    /// <summary>The application as it stands.</summary>
    public static async Task<ApplicationPart> ApplicationAsync(this CommunitySite site, string id)
    {
        ApplicationPart? found = null;
        await site.InAsync(async services => found = await services.GetRequiredService<Applications>().FindAsync(id));
        return found!;
    }

    /// <summary>Whether no two rights to a space share a day, read from the rows themselves.</summary>
    public static async Task<int> OverlapsAsync(this CommunitySite site)
    {
        var overlaps = 0;
        await site.InAsync(async services =>
        {
            var rights = (await services.GetRequiredService<ISession>().QueryIndex<RightIndex>().ListAsync()).ToList();
            overlaps = rights.GroupBy(right => right.SpaceId).Sum(of => of.SelectMany((one, at) => of.Skip(at + 1).Where(other => one.FromDay < other.UntilDay && other.FromDay < one.UntilDay)).Count());
        });
        return overlaps;
    }
}
