using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "PropertySuite Core",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "What the property modules share: lifecycles, refusals, numbers, history and lists.",
    Category = "PropertySuite")]

[assembly: Feature(
    Id = PropertySuite.Core.MessageFeatures.Messages,
    Name = "Texts of messages",
    Description = "What the community writes to people by itself, in the office's words.",
    Category = "Messages",
    Dependencies = ["OrchardCore.Email", "OrchardCore.Liquid", "OrchardCore.Notifications", "OrchardCore.Users"])]
