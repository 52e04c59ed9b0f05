using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Indexes;
using YesSql.Sql;

namespace PropertySuite.Subcontractors;

/// <summary>A record of this area as it is found: one table for all kinds, since their lists ask the same of them.</summary>
public sealed class ServiceIndex : MapIndex
{
    public string RecordId { get; set; } = "";

    /// <summary>Kind in numbers: <c>SCO</c>, <c>CTR</c>, <c>TEN</c>, <c>CHK</c>, <c>FND</c>, <c>STM</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Unique: a number is given once.</summary>
    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    public string CompanyId { get; set; } = "";

    public string CompanyName { get; set; } = "";

    public string? ContractId { get; set; }

    public string Trade { get; set; } = "";

    public string State { get; set; } = "";

    /// <summary>Level of an inspection, grade of a finding.</summary>
    public string? Detail { get; set; }

    /// <summary>Month of a statement, <c>2026-10</c>.</summary>
    public string? Period { get; set; }

    public decimal? Score { get; set; }

    /// <summary>Fee of a month, or what a statement pays.</summary>
    public decimal? Amount { get; set; }

    /// <summary>When it began, UTC.</summary>
    public DateTime AtUtc { get; set; }

    /// <summary>When it is due or ends, UTC; null when it does not.</summary>
    public DateTime? DueUtc { get; set; }

    /// <summary>When the clock looks next, UTC.</summary>
    public DateTime? LookUtc { get; set; }

    /// <summary>Unique, null where nothing has to be: name of a company, contract and month of a statement.</summary>
    public string? OnceKey { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>Which account serves for which company: one account, one company.</summary>
public sealed class CompanyAccountIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string UserId { get; set; } = "";

    public string CompanyId { get; set; } = "";
}

/// <summary>Maps records to rows.</summary>
public sealed class ServiceIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<ServiceIndex>()
            .When(item => item.Latest && ServiceKinds.Of(item.ContentType) is not null)
            .Map(item =>
            {
                var kind = ServiceKinds.Of(item.ContentType)!;
                var row = kind.Read(item).Row();
                row.RecordId = item.ContentItemId;
                row.Kind = kind.Code;
                return row;
            });
        context.For<CompanyAccountIndex>()
            .When(item => item.Latest && item.ContentType == ServiceKinds.Company.ContentType)
            .Map(item => item.GetOrCreate<CompanyPart>().Accounts.Select(account => new CompanyAccountIndex { UserId = account.UserId, CompanyId = item.ContentItemId }));
    }
}

/// <summary>A kind of record of this area.</summary>
/// <param name="ContentType">Name of the content type.</param>
/// <param name="Code">Kind in numbers and in history.</param>
/// <param name="Name">English name.</param>
/// <param name="Read">The part of an item.</param>
public sealed record ServiceKind(string ContentType, string Code, string Name, Func<ContentItem, ServiceRecordPart> Read);

/// <summary>The kinds.</summary>
public static class ServiceKinds
{
    public static readonly ServiceKind Company = new("ServiceCompany", "SCO", "Service company", item => item.GetOrCreate<CompanyPart>());
    public static readonly ServiceKind Contract = new("ServiceContract", "CTR", "Service contract", item => item.GetOrCreate<ContractPart>());
    public static readonly ServiceKind Tender = new("ServiceTender", "TEN", "Choice among bids", item => item.GetOrCreate<TenderPart>());
    public static readonly ServiceKind Inspection = new("ServiceInspection", "CHK", "Service inspection", item => item.GetOrCreate<InspectionPart>());
    public static readonly ServiceKind Finding = new("ServiceFinding", "FND", "Service finding", item => item.GetOrCreate<FindingPart>());
    public static readonly ServiceKind Statement = new("ServiceStatement", "STM", "Service statement", item => item.GetOrCreate<StatementPart>());

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ServiceKind> All = [Company, Contract, Tender, Inspection, Finding, Statement];

    private static readonly Dictionary<string, ServiceKind> _byType = All.ToDictionary(kind => kind.ContentType, StringComparer.Ordinal);

    /// <summary>The kind of a content type; null when it is none of this area's.</summary>
    public static ServiceKind? Of(string contentType) => _byType.GetValueOrDefault(contentType);
}

/// <summary>Content types and index tables.</summary>
public sealed class Migrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        foreach (var (kind, part) in new[]
        {
            (ServiceKinds.Company, nameof(CompanyPart)), (ServiceKinds.Contract, nameof(ContractPart)), (ServiceKinds.Tender, nameof(TenderPart)),
            (ServiceKinds.Inspection, nameof(InspectionPart)), (ServiceKinds.Finding, nameof(FindingPart)), (ServiceKinds.Statement, nameof(StatementPart)),
        })
        {
            await definitions.AlterTypeDefinitionAsync(kind.ContentType, type => type.DisplayedAs(kind.Name).Securable().WithPart(part));
        }

        await SchemaBuilder.CreateMapIndexTableAsync<ServiceIndex>(table => table
            .Column<string>(nameof(ServiceIndex.RecordId), column => column.WithLength(26))
            .Column<string>(nameof(ServiceIndex.Kind), column => column.WithLength(3))
            .Column<string>(nameof(ServiceIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(ServiceIndex.Title), column => column.WithLength(200))
            .Column<string>(nameof(ServiceIndex.CompanyId), column => column.WithLength(26))
            .Column<string>(nameof(ServiceIndex.CompanyName), column => column.WithLength(120))
            .Column<string>(nameof(ServiceIndex.ContractId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(ServiceIndex.Trade), column => column.WithLength(20))
            .Column<string>(nameof(ServiceIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(ServiceIndex.Detail), column => column.Nullable().WithLength(20))
            .Column<string>(nameof(ServiceIndex.Period), column => column.Nullable().WithLength(7))
            .Column<decimal>(nameof(ServiceIndex.Score), column => column.Nullable())
            .Column<decimal>(nameof(ServiceIndex.Amount), column => column.Nullable())
            .Column<DateTime>(nameof(ServiceIndex.AtUtc))
            .Column<DateTime>(nameof(ServiceIndex.DueUtc), column => column.Nullable())
            .Column<DateTime>(nameof(ServiceIndex.LookUtc), column => column.Nullable())
            .Column<string>(nameof(ServiceIndex.OnceKey), column => column.Unique().Nullable().WithLength(160))
            .Column<string>(nameof(ServiceIndex.Search), column => column.WithLength(255)));
        await SchemaBuilder.AlterIndexTableAsync<ServiceIndex>(table =>
        {
            table.CreateIndex("IDX_ServiceIndex_Kind", nameof(ServiceIndex.Kind), nameof(ServiceIndex.State), nameof(ServiceIndex.AtUtc));
            table.CreateIndex("IDX_ServiceIndex_Company", nameof(ServiceIndex.CompanyId), nameof(ServiceIndex.Kind));
            table.CreateIndex("IDX_ServiceIndex_Contract", nameof(ServiceIndex.ContractId), nameof(ServiceIndex.Kind), nameof(ServiceIndex.AtUtc));
            table.CreateIndex("IDX_ServiceIndex_Look", nameof(ServiceIndex.LookUtc));
        });
        await SchemaBuilder.CreateMapIndexTableAsync<CompanyAccountIndex>(table => table
            .Column<string>(nameof(CompanyAccountIndex.UserId), column => column.Unique().WithLength(60))
            .Column<string>(nameof(CompanyAccountIndex.CompanyId), column => column.WithLength(26)));
        await SchemaBuilder.CreateMapIndexTableAsync<SealedBidIndex>(table => table
            .Column<string>(nameof(SealedBidIndex.TenderId), column => column.WithLength(26))
            .Column<string>(nameof(SealedBidIndex.BidKey), column => column.Unique().WithLength(60)));
        return 1;
    }
}
