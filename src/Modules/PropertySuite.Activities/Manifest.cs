using OrchardCore.Modules.Manifest;

[assembly: Module(
    Id = "PropertySuite.Activities",
    Name = "Activities",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "Community activities: notices, registration, volunteers, attendance, the calendar.",
    Category = "Property management",
    Dependencies = ["PropertySuite.Core", "PropertySuite.Community", "OrchardCore.Contents"])]
