using OrchardCore.Modules.Manifest;

[assembly: Module(
    Id = "PropertySuite.Community",
    Name = "Community",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "The register: buildings, entrances, units, people, and who owns or occupies what since when.",
    Category = "PropertySuite",
    Dependencies = ["PropertySuite.Core", "OrchardCore.Contents", "OrchardCore.Users", "OrchardCore.Settings"])]
