using OrchardCore.Modules.Manifest;

[assembly: Module(
    Id = "PropertySuite.Visitors",
    Name = "Visitors",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "Visits announced by residents and registered at the desk, passes, badges, the gate, and who is inside now.",
    Category = "Property management",
    Dependencies = ["PropertySuite.Core", "PropertySuite.Community", "OrchardCore.Contents"])]
