using OrchardCore.Data;
using OrchardCore.Environment.Shell;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Data;

/// <summary>Where a tenant's documents are kept.</summary>
internal sealed record TenantDatabase
{
    /// <summary>The name of the database file where the tenant names none.</summary>
    public const string DefaultFileName = "OrchardCore.db";

    /// <summary>One of <see cref="DatabaseProviderValue"/>.</summary>
    public required string Provider { get; init; }

    /// <summary>The database file; for SQLite only.</summary>
    public string FilePath { get; init; } = "";

    public string ConnectionString { get; init; } = "";

    /// <summary>Comes before every table's name, with the separator.</summary>
    public string TablePrefix { get; init; } = "";

    public string? Schema { get; init; }

    public string DocumentTable { get; init; } = "Document";

    public string Separator { get; init; } = "_";

    public static TenantDatabase Of(ShellSettings settings, SiteFolder folder)
    {
        var separator = settings["TableNameSeparator"] is { Length: > 0 } configured ? configured : "_";
        if (separator == "NULL")
            separator = "";

        var prefix = settings["TablePrefix"] ?? "";
        return new TenantDatabase
        {
            Provider = settings["DatabaseProvider"] is { Length: > 0 } provider ? provider : DatabaseProviderValue.Sqlite,
            FilePath = Path.Combine(folder.Path, settings["DatabaseName"] is { Length: > 0 } name ? name : DefaultFileName),
            ConnectionString = settings["ConnectionString"] ?? "",
            TablePrefix = prefix.Length == 0 ? "" : prefix + separator,
            Schema = settings["Schema"],
            DocumentTable = settings["DocumentTable"] is { Length: > 0 } table ? table : "Document",
            Separator = separator,
        };
    }
}
