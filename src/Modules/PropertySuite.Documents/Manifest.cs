using OrchardCore.Modules.Manifest;

[assembly: Module(
    Id = "PropertySuite.Documents",
    Name = "Documents",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "What the office publishes to read: news and house documents.",
    Category = "Property management",
    Dependencies = ["PropertySuite.Core", "PropertySuite.Community", "OrchardCore.Contents"])]
