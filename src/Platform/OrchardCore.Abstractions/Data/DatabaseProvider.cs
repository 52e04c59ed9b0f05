namespace OrchardCore.Data;

/// <summary>A kind of database that set-up offers.</summary>
public class DatabaseProvider
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    public bool HasConnectionString { get; set; }

    public bool HasTablePrefix { get; set; }

    public bool IsDefault { get; set; }

    public string SampleConnectionString { get; set; } = "";
}

/// <summary>The values by which a tenant names its kind of database.</summary>
public static class DatabaseProviderValue
{
    public const string MySql = "MySql";
    public const string Postgres = "Postgres";
    public const string SqlConnection = "SqlConnection";
    public const string Sqlite = "Sqlite";
}
