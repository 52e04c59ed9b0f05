using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Platform",
    Author = "PropertySuite",
    Description = "The pages that every site needs: admin, contents, people, roles, settings.",
    Category = "Platform",
    IsAlwaysEnabled = true)]

[assembly: Feature(Id = "OrchardCore.Admin", Name = "Admin", Description = "The pages for those who run a site.", Category = "Platform", IsAlwaysEnabled = true)]
[assembly: Feature(Id = "OrchardCore.Settings", Name = "Settings", Description = "The settings of the site.", Category = "Platform", IsAlwaysEnabled = true)]
[assembly: Feature(Id = "OrchardCore.Navigation", Name = "Navigation", Description = "Menus.", Category = "Platform", IsAlwaysEnabled = true)]
[assembly: Feature(Id = "OrchardCore.Resources", Name = "Resources", Description = "Scripts and styles of pages.", Category = "Platform", IsAlwaysEnabled = true)]
[assembly: Feature(Id = "OrchardCore.Features", Name = "Features", Description = "Which features a site has.", Category = "Platform", IsAlwaysEnabled = true)]
[assembly: Feature(Id = "OrchardCore.Recipes", Name = "Recipes", Description = "What a site is set up from.", Category = "Platform", IsAlwaysEnabled = true)]
[assembly: Feature(Id = "OrchardCore.Themes", Name = "Themes", Description = "How a site looks.", Category = "Platform", IsAlwaysEnabled = true)]
[assembly: Feature(Id = "OrchardCore.Users", Name = "Users", Description = "People and how they sign in.", Category = "People", Dependencies = ["OrchardCore.Roles"])]
[assembly: Feature(Id = "OrchardCore.Roles", Name = "Roles", Description = "What people may do.", Category = "People")]
[assembly: Feature(Id = "OrchardCore.Contents", Name = "Contents", Description = "Content items and their pages.", Category = "Content", Dependencies = ["OrchardCore.ContentTypes", "PropertySuite.Core"])]
[assembly: Feature(Id = "OrchardCore.ContentTypes", Name = "Content types", Description = "What content items are made of.", Category = "Content")]
[assembly: Feature(Id = "OrchardCore.ContentFields", Name = "Content fields", Description = "Texts, numbers, dates and choices in content items.", Category = "Content", Dependencies = ["OrchardCore.ContentTypes"])]
[assembly: Feature(Id = "OrchardCore.Title", Name = "Title", Description = "Titles of content items.", Category = "Content", Dependencies = ["OrchardCore.ContentTypes"])]
[assembly: Feature(Id = "OrchardCore.Html", Name = "HTML", Description = "Formatted bodies of content items.", Category = "Content", Dependencies = ["OrchardCore.ContentTypes"])]
[assembly: Feature(Id = "OrchardCore.Localization", Name = "Languages", Description = "The languages that a site speaks.", Category = "Platform", IsAlwaysEnabled = true)]
[assembly: Feature(Id = "OrchardCore.BackgroundTasks", Name = "Background tasks", Description = "What a site does by itself, and when.", Category = "Platform", IsAlwaysEnabled = true)]
[assembly: Feature(Id = "OrchardCore.Tenants", Name = "Communities", Description = "The sites of this server.", Category = "Platform", DefaultTenantOnly = true)]
[assembly: Feature(Id = "OrchardCore.Liquid", Name = "Liquid", Description = "Templates that an office writes itself.", Category = "Platform", IsAlwaysEnabled = true)]
[assembly: Feature(Id = "OrchardCore.Workflows", Name = "Workflows", Description = "What the suite does by itself when something happens.", Category = "Workflows")]
[assembly: Feature(Id = "OrchardCore.Workflows.Http", Name = "Workflows and the web", Description = "Workflows that are called by an address or a link, and that call others.", Category = "Workflows", Dependencies = ["OrchardCore.Workflows"])]
[assembly: Feature(Id = "OrchardCore.Workflows.Timers", Name = "Workflow timers", Description = "Workflows that wait for a time, or start at one.", Category = "Workflows", Dependencies = ["OrchardCore.Workflows"])]
[assembly: Feature(Id = "OrchardCore.Email", Name = "Mail", Description = "Mail that is written into an outbox and delivered by the community's mail server.", Category = "Messages", Dependencies = ["PropertySuite.Core"])]
[assembly: Feature(Id = "OrchardCore.Notifications", Name = "Notifications", Description = "What people are told in the site, and by the ways they choose.", Category = "Messages", Dependencies = ["PropertySuite.Core", "OrchardCore.Users"])]
[assembly: Feature(Id = "OrchardCore.Notifications.Email", Name = "Notifications by mail", Description = "Sends notifications by mail to those who want them so.", Category = "Messages", Dependencies = ["OrchardCore.Notifications", "OrchardCore.Email"])]
