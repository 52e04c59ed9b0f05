namespace PropertySuite.Platform.Data.Migrations;

/// <summary>Which version each migration class has reached; one document.</summary>
internal sealed class DataMigrationRecord
{
    public long Id { get; set; }

    public List<MigratedClass> DataMigrations { get; set; } = [];

    public MigratedClass? Find(string className) => DataMigrations.Find(entry => entry.DataMigrationClass == className);
}

internal sealed class MigratedClass
{
    /// <summary>The full name of the class.</summary>
    public string DataMigrationClass { get; set; } = "";

    public int? Version { get; set; }

    /// <summary>The highest n of UpdateFrom{n} that the program had which wrote this; by it an older program knows that it is older.</summary>
    public int? LastStep { get; set; }
}
