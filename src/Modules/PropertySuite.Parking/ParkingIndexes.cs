using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Parking;

/// <summary>An area as it is found.</summary>
public sealed class AreaIndex : MapIndex
{
    public string AreaId { get; set; } = "";

    /// <summary>Unique.</summary>
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public int Level { get; set; }
}

/// <summary>A space as it is found. Whether it is free is said by <see cref="RightIndex"/>.</summary>
public sealed class SpaceIndex : MapIndex
{
    public string SpaceId { get; set; } = "";

    /// <summary>Unique: area and number.</summary>
    public string Code { get; set; } = "";

    public string AreaId { get; set; } = "";

    public string AreaCode { get; set; } = "";

    public int Level { get; set; }

    public string Kind { get; set; } = "";

    public string Size { get; set; } = "";

    public string Ownership { get; set; } = "";

    public string UseName { get; set; } = "";

    public bool Accessible { get; set; }

    public bool Charger { get; set; }

    public string? UnitId { get; set; }

    public string? UnitCode { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>A vehicle as it is found.</summary>
public sealed class VehicleIndex : MapIndex
{
    public string VehicleId { get; set; } = "";

    public string State { get; set; } = "";

    public string Kind { get; set; } = "";

    /// <summary>As it is compared.</summary>
    public string Plate { get; set; } = "";

    /// <summary>As it is written.</summary>
    public string Written { get; set; } = "";

    public string? Make { get; set; }

    public string UnitId { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string? PersonId { get; set; }

    public string? PersonName { get; set; }

    /// <summary>Unique, null once it is off the register: a plate stands there once.</summary>
    public string? LivePlateKey { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>An application as it is found.</summary>
public sealed class ApplicationIndex : MapIndex
{
    public string ApplicationId { get; set; } = "";

    /// <summary>Unique.</summary>
    public string Number { get; set; } = "";

    public string State { get; set; } = "";

    public string Kind { get; set; } = "";

    public string UnitId { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string? PersonId { get; set; }

    public string? PersonName { get; set; }

    public string Plate { get; set; } = "";

    public string? AreaCode { get; set; }

    public string? SpaceCode { get; set; }

    public DateTime AppliedAtUtc { get; set; }

    public string RankKey { get; set; } = "";

    /// <summary>Unique, null when it is over: a vehicle has one open application.</summary>
    public string? OpenVehicleKey { get; set; }

    public DateTime? DueAtUtc { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>A lease as it is found.</summary>
public sealed class LeaseIndex : MapIndex
{
    public string LeaseId { get; set; } = "";

    /// <summary>Unique.</summary>
    public string Number { get; set; } = "";

    public string State { get; set; } = "";

    public string SpaceId { get; set; } = "";

    public string SpaceCode { get; set; } = "";

    public string AreaCode { get; set; } = "";

    public string UnitId { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string? PersonId { get; set; }

    public string? PersonName { get; set; }

    public string VehicleId { get; set; } = "";

    public string Plate { get; set; } = "";

    public decimal Monthly { get; set; }

    public DateTime FromDay { get; set; }

    /// <summary>Day after the last one.</summary>
    public DateTime UntilDay { get; set; }

    /// <summary>Day on which the clock acts; null when it does not.</summary>
    public DateTime? DueDay { get; set; }

    public bool Live { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>A violation as it is found.</summary>
public sealed class ViolationIndex : MapIndex
{
    public string ViolationId { get; set; } = "";

    /// <summary>Unique.</summary>
    public string Number { get; set; } = "";

    public string State { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Plate { get; set; } = "";

    public string PlateKey { get; set; } = "";

    public string Place { get; set; } = "";

    public string? UnitId { get; set; }

    public string? UnitCode { get; set; }

    public string? PersonId { get; set; }

    public DateTime SeenAtUtc { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>Maps parking's records to rows.</summary>
public sealed class ParkingIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<AreaIndex>().When(item => item.ContentType == ParkingTypes.Area && item.Latest).Map(Area);
        context.For<SpaceIndex>().When(item => item.ContentType == ParkingTypes.Space && item.Latest).Map(Space);
        context.For<VehicleIndex>().When(item => item.ContentType == ParkingTypes.Vehicle && item.Latest).Map(Vehicle);
        context.For<ApplicationIndex>().When(item => item.ContentType == ParkingTypes.Application && item.Latest).Map(Application);
        context.For<LeaseIndex>().When(item => item.ContentType == ParkingTypes.Lease && item.Latest).Map(Lease);
        context.For<ViolationIndex>().When(item => item.ContentType == ParkingTypes.Violation && item.Latest).Map(Violation);
    }

    private static AreaIndex Area(ContentItem item)
    {
        var area = item.GetOrCreate<AreaPart>();
        return new() { AreaId = item.ContentItemId, Code = area.Code, Name = area.Name, Level = area.Level };
    }

    private static SpaceIndex Space(ContentItem item)
    {
        var space = item.GetOrCreate<SpacePart>();
        return new()
        {
            SpaceId = item.ContentItemId,
            Code = space.Code,
            AreaId = space.Facts.AreaId,
            AreaCode = space.Facts.AreaCode,
            Level = space.Facts.Level,
            Kind = space.Facts.Kind.ToString(),
            Size = space.Facts.Size.ToString(),
            Ownership = space.Facts.Ownership.ToString(),
            UseName = space.Use.ToString(),
            Accessible = space.Facts.Accessible,
            Charger = space.Facts.Charger,
            UnitId = space.UnitId,
            UnitCode = space.UnitCode,
            Search = SearchText.Fold(space.Code, space.Facts.Number, space.UnitCode),
        };
    }

    private static VehicleIndex Vehicle(ContentItem item)
    {
        var vehicle = item.GetOrCreate<VehiclePart>();
        return new()
        {
            VehicleId = item.ContentItemId,
            State = vehicle.State.ToString(),
            Kind = vehicle.Facts.Kind.ToString(),
            Plate = vehicle.Facts.Plate,
            Written = vehicle.Facts.Written,
            Make = vehicle.Facts.Make,
            UnitId = vehicle.Holder.UnitId,
            UnitCode = vehicle.Holder.UnitCode,
            PersonId = vehicle.Holder.PersonId,
            PersonName = vehicle.Holder.PersonName,
            LivePlateKey = vehicle.State == VehicleState.Removed || vehicle.Facts.Plate.Length == 0 ? null : vehicle.Facts.Plate,
            Search = SearchText.Fold(vehicle.Facts.Plate, vehicle.Facts.Written, vehicle.Holder.UnitCode, vehicle.Holder.PersonName, vehicle.Facts.Make),
        };
    }

    private static ApplicationIndex Application(ContentItem item)
    {
        var application = item.GetOrCreate<ApplicationPart>();
        return new()
        {
            ApplicationId = item.ContentItemId,
            Number = application.Number,
            State = application.State.ToString(),
            Kind = application.Wish.Kind.ToString(),
            UnitId = application.Holder.UnitId,
            UnitCode = application.Holder.UnitCode,
            PersonId = application.Holder.PersonId,
            PersonName = application.Holder.PersonName,
            Plate = application.Plate,
            AreaCode = application.Wish.AreaCode,
            SpaceCode = application.Offer?.SpaceCode,
            AppliedAtUtc = application.AppliedAtUtc,
            RankKey = application.RankKey,
            OpenVehicleKey = ApplicationStates.IsOver(application.State) || application.VehicleId.Length == 0 ? null : application.VehicleId,
            DueAtUtc = application.DueAtUtc,
            Search = SearchText.Fold(application.Number, application.Holder.UnitCode, application.Holder.PersonName, application.Plate, Plate.Normal(application.Plate)),
        };
    }

    private static LeaseIndex Lease(ContentItem item)
    {
        var lease = item.GetOrCreate<LeasePart>();
        return new()
        {
            LeaseId = item.ContentItemId,
            Number = lease.Number,
            State = lease.State.ToString(),
            SpaceId = lease.Terms.SpaceId,
            SpaceCode = lease.Terms.SpaceCode,
            AreaCode = lease.Terms.AreaCode,
            UnitId = lease.Holder.UnitId,
            UnitCode = lease.Holder.UnitCode,
            PersonId = lease.Holder.PersonId,
            PersonName = lease.Holder.PersonName,
            VehicleId = lease.VehicleId,
            Plate = lease.Plate,
            Monthly = lease.Terms.Monthly,
            FromDay = lease.Terms.Period.From.AsColumn(),
            UntilDay = lease.Terms.Period.Until.AsColumn(),
            DueDay = lease.DueOn?.AsColumn(),
            Live = lease.Held is not null,
            Search = SearchText.Fold(lease.Number, lease.Terms.SpaceCode, lease.Holder.UnitCode, lease.Holder.PersonName, lease.Plate, Plate.Normal(lease.Plate)),
        };
    }

    private static ViolationIndex Violation(ContentItem item)
    {
        var violation = item.GetOrCreate<ViolationPart>();
        return new()
        {
            ViolationId = item.ContentItemId,
            Number = violation.Number,
            State = violation.State.ToString(),
            Kind = violation.Kind.ToString(),
            Plate = violation.Plate,
            PlateKey = violation.PlateKey,
            Place = violation.Place,
            UnitId = violation.Holder?.UnitId,
            UnitCode = violation.Holder?.UnitCode,
            PersonId = violation.Holder?.PersonId,
            SeenAtUtc = violation.SeenAtUtc,
            Search = SearchText.Fold(violation.Number, violation.Plate, violation.PlateKey, violation.Holder?.UnitCode, violation.Place),
        };
    }
}

/// <summary>Groups of states.</summary>
public static class ApplicationStates
{
    /// <summary>Whether nothing more comes of an application.</summary>
    public static bool IsOver(ApplicationState state) => state is ApplicationState.Leased or ApplicationState.Refused or ApplicationState.Withdrawn or ApplicationState.Lapsed;

    /// <summary>Names of those that are open.</summary>
    public static readonly IReadOnlyList<string> OpenNames = [.. Enum.GetValues<ApplicationState>().Where(state => !IsOver(state)).Select(state => state.ToString())];
}
