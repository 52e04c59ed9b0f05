using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Environment.Shell;
using OrchardCore.Recipes.Services;
using OrchardCore.Security.Services;
using OrchardCore.Settings;
using OrchardCore.Title.Models;
using PropertySuite.Platform.Recipes;
using Sites.Tests.Hosting;
using Sites.Tests.Hosting.Probe;

namespace Sites.Tests.Recipes;

/// <summary>Recipes on a running site.</summary>
public sealed class RecipeStepTests : IAsyncLifetime
{
    private TestSites _sites = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        await _sites.AddAsync("alba", "alba.localhost", null, "OrchardCore.Users", "OrchardCore.Contents", "OrchardCore.Title", "OrchardCore.ContentFields", "PropertySuite.Office", "PropertySuite.Residence");
        await InAsync(_ => Task.CompletedTask);
    }

    public ValueTask DisposeAsync() => _sites.DisposeAsync();

    [Fact]
    public async Task Every_step_takes_effect_and_serves_the_next()
    {
        await RunAsync(Whole);

        await InAsync(async services =>
        {
            Assert.True(await services.GetRequiredService<IShellFeaturesManager>().IsFeatureEnabledAsync("Sites.Extra"));
            var site = await services.GetRequiredService<ISiteService>().GetSiteSettingsAsync();
            Assert.Equal("Jardines del Alba", site.SiteName);
            Assert.Equal(25, site.PageSize);
            Assert.Equal("PropertySuite.Residence", site.Properties["CurrentThemeName"]!.GetValue<string>());
            Assert.Equal("es", site.Properties["LocalizationSettings"]!["DefaultCulture"]!.GetValue<string>());
            Assert.False(site.Properties.ContainsKey("name"));
            var roles = services.GetRequiredService<IRoleService>();
            Assert.Contains("Porter", await roles.GetRoleNamesAsync());
            Assert.Equal(["ManageSettings"], (await roles.GetRoleClaimsAsync("Porter", TestContext.Current.CancellationToken)).Select(claim => claim.Value));
            var type = (await services.GetRequiredService<IContentDefinitionManager>().GetTypeDefinitionAsync("Rule"))!;
            Assert.True(type.IsVersionable());
            Assert.Equal(["TitlePart", "Rule"], type.Parts.Select(part => part.Name));
            var item = (await services.GetRequiredService<IContentManager>().GetAsync("4rulequiethours00000000000"))!;
            Assert.Equal("Quiet hours", item.DisplayText);
            Assert.Equal("Quiet hours", item.As<TitlePart>()!.Title);
        });
        Assert.Contains("installed Sites.Extra", FeatureNotes.Seen);
    }

    [Fact]
    public async Task A_rehearsal_changes_nothing()
    {
        var before = await _sites.ImageAsync("alba");

        await InAsync(services => services.GetRequiredService<RecipeExecutor>().RehearseAsync(RecipeOf.Text(Whole), new Dictionary<string, object>(), CancellationToken.None));

        Assert.Equal(before, await _sites.ImageAsync("alba"));
        await InAsync(async services => Assert.False(await services.GetRequiredService<IShellFeaturesManager>().IsFeatureEnabledAsync("Sites.Extra")));
    }

    [Fact]
    public async Task What_goes_wrong_at_the_end_undoes_the_beginning()
    {
        var before = await _sites.ImageAsync("alba");

        var problem = await Assert.ThrowsAsync<RecipeException>(() => RunAsync(Whole.Replace("\"Quiet hours\"", "5", StringComparison.Ordinal)));

        Assert.Equal("brought.recipe.json", problem.File);
        Assert.Equal((6, "content"), (problem.StepIndex, problem.StepName));
        Assert.StartsWith("$.steps[5].data[0].TitlePart.Title (line ", problem.Place, StringComparison.Ordinal);
        Assert.Equal(before, await _sites.ImageAsync("alba"));
    }

    [Fact]
    public async Task A_recipe_run_twice_leaves_the_site_as_once()
    {
        await RunAsync(Whole);
        await RunAsync(Whole);

        await InAsync(async services =>
        {
            Assert.Equal(2, (await services.GetRequiredService<IContentManager>().GetAllVersionsAsync("4rulequiethours00000000000")).Count());
            Assert.Single(await services.GetRequiredService<IRoleService>().GetRoleNamesAsync(), name => name == "Porter");
        });
    }

    [Fact]
    public async Task Permissions_can_be_added_and_taken_away()
    {
        await RunAsync("""{"steps":[{"name":"roles","Roles":[{"Name":"Porter","Permissions":["ManageSettings"]}]}]}""");
        await RunAsync("""{"steps":[{"name":"roles","Roles":[{"Name":"porter","Permissions":["ManageUsers"],"PermissionBehavior":"Add"}]}]}""");
        await RunAsync("""{"steps":[{"name":"roles","Roles":[{"Name":"Porter","Permissions":["ManageSettings"],"PermissionBehavior":"Remove"}]}]}""");

        await InAsync(async services => Assert.Equal(["ManageUsers"], (await services.GetRequiredService<IRoleService>().GetRoleClaimsAsync("Porter", TestContext.Current.CancellationToken)).Select(claim => claim.Value)));
    }

    [Fact]
    public async Task Definitions_are_merged_replaced_and_deleted()
    {
        await RunAsync(Whole);
        await RunAsync("""{"steps":[{"name":"ContentDefinition","ContentParts":[{"Name":"Rule","ContentPartFieldDefinitionRecords":[{"FieldName":"TextField","Name":"Remark"}]}]}]}""");
        await InAsync(async services => Assert.Equal(["Fine", "Remark"], (await Part(services)).Fields.Select(field => field.Name)));

        await RunAsync("""{"steps":[{"name":"ReplaceContentDefinition","ContentParts":[{"Name":"Rule","ContentPartFieldDefinitionRecords":[{"FieldName":"TextField","Name":"Only"}]}]}]}""");
        await InAsync(async services => Assert.Equal(["Only"], (await Part(services)).Fields.Select(field => field.Name)));

        await RunAsync("""{"steps":[{"name":"DeleteContentDefinition","ContentTypes":["Rule"],"ContentParts":[]}]}""");
        await InAsync(async services => Assert.Null(await services.GetRequiredService<IContentDefinitionManager>().GetTypeDefinitionAsync("Rule")));

        static async Task<ContentPartDefinition> Part(IServiceProvider services) => (await services.GetRequiredService<IContentDefinitionManager>().GetPartDefinitionAsync("Rule"))!;
    }

    [Fact]
    public async Task A_recipe_calls_another_by_its_name()
    {
        await RunAsync("""{"steps":[{"name":"recipes","Values":[{"name":"called"}]}]}""");

        await InAsync(async services => Assert.Equal("by another", (await services.GetRequiredService<ISiteService>().GetSiteSettingsAsync()).SiteName));
    }

    [Fact]
    public async Task Recipes_that_call_each_other_in_a_circle_are_stopped_and_undone()
    {
        var before = await _sites.ImageAsync("alba");

        var problem = await Assert.ThrowsAsync<RecipeException>(() => RunAsync("""{"steps":[{"name":"recipes","Values":[{"name":"loop-a"}]}]}"""));

        Assert.Contains("calls itself", problem.Message, StringComparison.Ordinal);
        Assert.Contains("loop-b.recipe.json", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, await _sites.ImageAsync("alba"));
    }

    [Fact]
    public async Task A_migration_runs_the_recipe_beside_it_as_a_part_of_itself()
    {
        await InAsync(async services => await services.GetRequiredService<IRecipeMigrator>().ExecuteAsync("beside.recipe.json", new BesideMigration()));
        await InAsync(async services => Assert.NotNull(await services.GetRequiredService<IContentDefinitionManager>().GetTypeDefinitionAsync("Beside")));

        await Assert.ThrowsAsync<RecipeException>(() => InAsync(services => services.GetRequiredService<IRecipeMigrator>().ExecuteAsync("missing.recipe.json", new BesideMigration())));
    }

    private sealed class BesideMigration : OrchardCore.Data.Migration.DataMigration;

    private Task RunAsync(string text) => InAsync(services =>
        services.GetRequiredService<IRecipeExecutor>().ExecuteAsync("run", RecipeOf.Text(text), new Dictionary<string, object>(), TestContext.Current.CancellationToken));

    private Task InAsync(Func<IServiceProvider, Task> work) => _sites.InAsync("alba", work);

    internal const string Whole = """
        {
          "name": "whole",
          "variables": { "language": "[js: 'e' + 's']" },
          "steps": [
            { "name": "feature", "enable": ["Sites.Extra"] },
            { "name": "themes", "site": "PropertySuite.Residence", "admin": "PropertySuite.Office" },
            { "name": "settings", "SiteName": "Jardines del Alba", "PageSize": 25, "LocalizationSettings": { "DefaultCulture": "[js: variables('language')]" } },
            { "name": "roles", "Roles": [ { "Name": "Porter", "Description": "Keeps the door", "Permissions": ["ManageSettings"] } ] },
            {
              "name": "ContentDefinition",
              "ContentTypes": [
                {
                  "Name": "Rule", "DisplayName": "House rule",
                  "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true } },
                  "ContentTypePartDefinitionRecords": [
                    { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "1" }, "TitlePartSettings": { "Options": 3 } } },
                    { "PartName": "Rule", "Name": "Rule" }
                  ]
                }
              ],
              "ContentParts": [
                {
                  "Name": "Rule",
                  "ContentPartFieldDefinitionRecords": [
                    { "FieldName": "NumericField", "Name": "Fine", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Fine in euros" }, "NumericFieldSettings": { "Minimum": 0, "Maximum": 1000, "Scale": 2 } } }
                  ]
                }
              ]
            },
            {
              "name": "content",
              "data": [
                {
                  "ContentItemId": "4rulequiethours00000000000", "ContentType": "Rule", "Latest": true, "Published": true,
                  "TitlePart": { "Title": "Quiet hours" },
                  "Rule": { "Fine": { "Value": 50.00 } }
                }
              ]
            }
          ]
        }
        """;
}
