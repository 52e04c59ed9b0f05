using OrchardCore.Modules.Manifest;

[assembly: Module(
    Id = "PropertySuite.Parking",
    Name = "Parking",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "Areas and spaces, vehicles, applications, the waiting list, leases, violations.",
    Category = "Property management",
    Dependencies = ["PropertySuite.Core", "PropertySuite.Community", "OrchardCore.Contents"])]
