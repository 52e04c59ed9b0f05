using OrchardCore.Modules.Manifest;

[assembly: Module(
    Id = "PropertySuite.Subcontractors",
    Name = "Subcontractors",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "Companies that serve the community: choice, contracts, inspections, findings, scores, payment share.",
    Category = "Property management",
    Dependencies = ["PropertySuite.Core", "OrchardCore.Contents"])]
