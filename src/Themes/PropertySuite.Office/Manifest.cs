using OrchardCore.DisplayManagement.Manifest;
using OrchardCore.Modules.Manifest;

[assembly: Theme(
    Name = "PropertySuite Office",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "Pages of the staff: side navigation, boards, queues and records, and the gate in one hand.",
    Category = "PropertySuite",
    Tags = [ManifestConstants.AdminTag])]
