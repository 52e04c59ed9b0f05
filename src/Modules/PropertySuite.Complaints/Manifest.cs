using OrchardCore.Modules.Manifest;

[assembly: Module(
    Id = "PropertySuite.Complaints",
    Name = "Complaints",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "The service desk: complaints, suggestions, enquiries and requests for help, with deadlines, escalation and return visits.",
    Category = "Property management",
    Dependencies = ["PropertySuite.Core", "PropertySuite.Community", "OrchardCore.Contents"])]
