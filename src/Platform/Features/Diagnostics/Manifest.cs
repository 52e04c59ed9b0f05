using OrchardCore.Modules.Manifest;

[assembly: Feature(Id = "OrchardCore.Diagnostics", Name = "Error pages", Description = "Shows failures in the look of the site.", Category = "Platform", IsAlwaysEnabled = true)]
