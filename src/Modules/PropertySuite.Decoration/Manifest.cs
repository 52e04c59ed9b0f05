using OrchardCore.Modules.Manifest;

[assembly: Module(
    Id = "PropertySuite.Decoration",
    Name = "Decoration",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "Works in a unit: application, review, fees and deposit, permit, inspections, acceptance, settlement.",
    Category = "Property management",
    Dependencies = ["PropertySuite.Core", "PropertySuite.Community", "PropertySuite.Visitors", "OrchardCore.Contents"])]
