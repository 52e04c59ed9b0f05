using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "PropertySuite Core",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "What the property modules share: lifecycles, refusals, numbers, history and lists.",
    Category = "PropertySuite")]
