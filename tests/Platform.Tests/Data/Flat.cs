using YesSql.Indexes;
using YesSql.Sql;

namespace Platform.Tests.Data;

/// <summary>A document with a value of every type that a column can have.</summary>
public sealed class Flat
{
    public long Id { get; set; }

    public string Door { get; set; } = "";

    public string? Street { get; set; }

    public string? Note { get; set; }

    public int Floor { get; set; }

    public long? Meter { get; set; }

    public double Area { get; set; }

    public decimal Rent { get; set; }

    public decimal? Deposit { get; set; }

    public bool IsLet { get; set; }

    public bool? IsFurnished { get; set; }

    public FlatKind Kind { get; set; }

    public DateTime BuiltUtc { get; set; }

    public DateTime? SoldUtc { get; set; }

    public DateTimeOffset SeenAt { get; set; }

    public DateOnly AvailableOn { get; set; }

    public TimeOnly QuietFrom { get; set; }

    public TimeSpan Notice { get; set; }

    public Guid Key { get; set; }

    public string? UniqueKey { get; set; }

    /// <summary>In no index.</summary>
    public string? Remark { get; set; }

    public List<string> Tags { get; set; } = [];
}

public enum FlatKind
{
    Studio,
    Family,
    Attic,
}

public sealed class FlatIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string Door { get; set; } = "";

    public string? Note { get; set; }

    public int Floor { get; set; }

    public long? Meter { get; set; }

    public double Area { get; set; }

    public decimal Rent { get; set; }

    public decimal? Deposit { get; set; }

    public bool IsLet { get; set; }

    public bool? IsFurnished { get; set; }

    public FlatKind Kind { get; set; }

    public DateTime BuiltUtc { get; set; }

    public DateTime? SoldUtc { get; set; }

    public DateTimeOffset SeenAt { get; set; }

    public DateOnly AvailableOn { get; set; }

    public TimeOnly QuietFrom { get; set; }

    public TimeSpan Notice { get; set; }

    public Guid Key { get; set; }
}

public sealed class FlatTagIndex : MapIndex
{
    public string Tag { get; set; } = "";
}

/// <summary>A key that at most one document may hold, and any number may lack.</summary>
public sealed class FlatKeyIndex : MapIndex
{
    public string? UniqueKey { get; set; }
}

public sealed class StreetIndex : ReduceIndex
{
    public string? Street { get; set; }

    public int Count { get; set; }
}

internal sealed class FlatIndexes : IndexProvider<Flat>
{
    public override void Describe(DescribeContext<Flat> context) =>
        context.For<FlatIndex>().Map(flat => new FlatIndex
        {
            Door = flat.Door,
            Note = flat.Note,
            Floor = flat.Floor,
            Meter = flat.Meter,
            Area = flat.Area,
            Rent = flat.Rent,
            Deposit = flat.Deposit,
            IsLet = flat.IsLet,
            IsFurnished = flat.IsFurnished,
            Kind = flat.Kind,
            BuiltUtc = flat.BuiltUtc,
            SoldUtc = flat.SoldUtc,
            SeenAt = flat.SeenAt,
            AvailableOn = flat.AvailableOn,
            QuietFrom = flat.QuietFrom,
            Notice = flat.Notice,
            Key = flat.Key,
        });
}

internal sealed class FlatTagIndexes : IndexProvider<Flat>
{
    public override void Describe(DescribeContext<Flat> context) =>
        context.For<FlatTagIndex>().Map(flat => flat.Tags.Select(tag => new FlatTagIndex { Tag = tag }));
}

internal sealed class FlatKeyIndexes : IndexProvider<Flat>
{
    public override void Describe(DescribeContext<Flat> context) =>
        context.For<FlatKeyIndex>().When(flat => flat.Door != "unlisted").Map(async flat =>
        {
            await Task.Yield();
            return new FlatKeyIndex { UniqueKey = flat.UniqueKey };
        });
}

internal sealed class StreetIndexes : IndexProvider<Flat>
{
    public override void Describe(DescribeContext<Flat> context) =>
        context.For<StreetIndex, string>()
            .Map(flat => flat.Street is null ? null : new StreetIndex { Street = flat.Street, Count = 1 })
            .Group(row => row.Street)
            .Reduce(rows => new StreetIndex { Street = rows.Key, Count = rows.Sum(row => row.Count) })
            .Delete((street, rows) =>
            {
                street.Count -= rows.Sum(row => row.Count);
                return street.Count > 0 ? street : null;
            });
}

internal static class FlatTables
{
    public static async Task CreateAsync(ISchemaBuilder schema)
    {
        await schema.CreateMapIndexTableAsync<FlatIndex>(table => table
            .Column<string>("Door", column => column.WithLength(26))
            .Column<string>("Note", column => column.Unlimited())
            .Column<int>("Floor")
            .Column<long?>("Meter")
            .Column<double>("Area")
            .Column<decimal>("Rent", column => column.WithPrecision(19).WithScale(4))
            .Column<decimal?>("Deposit")
            .Column<bool>("IsLet", column => column.NotNull().WithDefault(false))
            .Column<bool?>("IsFurnished")
            .Column<FlatKind>("Kind")
            .Column<DateTime>("BuiltUtc")
            .Column<DateTime?>("SoldUtc")
            .Column<DateTimeOffset>("SeenAt")
            .Column<DateOnly>("AvailableOn")
            .Column<TimeOnly>("QuietFrom")
            .Column<TimeSpan>("Notice")
            .Column<Guid>("Key"));
        await schema.AlterIndexTableAsync<FlatIndex>(table => table.CreateIndex("IDX_FlatIndex_Door", "Door", "Floor"));
        await schema.CreateMapIndexTableAsync<FlatTagIndex>(table => table.Column<string>("Tag"));
        await schema.CreateMapIndexTableAsync<FlatKeyIndex>(table => table.Column<string>("UniqueKey", column => column.Nullable().Unique()));
        await schema.CreateReduceIndexTableAsync<StreetIndex>(table => table.Column<string>("Street").Column<int>("Count"));
    }
}
