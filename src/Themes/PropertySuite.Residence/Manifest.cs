using OrchardCore.DisplayManagement.Manifest;

[assembly: Theme(
    Name = "PropertySuite Residence",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "Pages of owners and of the public, made for a phone first.",
    Category = "PropertySuite",
    BaseTheme = "PropertySuite.Office")]
