using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Articles",
    Author = "PropertySuite",
    Version = "0.1.0",
    Description = "A list of twenty articles and a page for each: what the benchmarks ask for.",
    Category = "Benchmarks",
    Dependencies = ["OrchardCore.Contents", "OrchardCore.Title", "OrchardCore.Html"])]
