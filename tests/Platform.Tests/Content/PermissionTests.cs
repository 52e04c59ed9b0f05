using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Contents;
using OrchardCore.Contents.Security;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;
using OrchardCore.Title.Models;
using PropertySuite.Platform.Users;

namespace Platform.Tests.Content;

public sealed class PermissionTests : IAsyncLifetime
{
    private ContentSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await ContentSite.CreateAsync(services =>
        {
            services.AddAuthorization();
            services.AddSingleton<IPermissionGrantingService, PermissionGrantingService>();
            services.AddScoped<IAuthorizationHandler, ClaimsHandler>();
        });
        await _site.DefineAsync(async definitions =>
        {
            await definitions.AlterTypeDefinitionAsync("Complaint", type => type.Securable().WithPart<TitlePart>());
            await definitions.AlterTypeDefinitionAsync("Page", type => type.WithPart<TitlePart>());
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    // What somebody holds; what is asked; of which type; whose item; whether it is granted.
    [Theory]
    [InlineData("EditContent", "EditContent", "Page", "other", true)]
    [InlineData("PublishContent", "EditContent", "Page", "other", true)]
    [InlineData("EditContent", "ViewContent", "Page", "other", true)]
    [InlineData("EditContent", "PreviewContent", "Page", "other", true)]
    [InlineData("EditContent", "CloneContent", "Page", "other", true)]
    [InlineData("EditContent", "PublishContent", "Page", "other", false)]
    [InlineData("EditContent", "DeleteContent", "Page", "other", false)]
    [InlineData("ViewContent", "EditContent", "Page", "me", false)]
    [InlineData("EditOwnContent", "EditContent", "Page", "me", true)]
    [InlineData("EditOwnContent", "EditContent", "Page", "other", false)]
    [InlineData("EditOwnContent", "EditContent", "Page", null, false)]
    [InlineData("EditOwnContent", "ViewContent", "Page", "me", true)]
    [InlineData("PublishOwnContent", "EditContent", "Page", "me", true)]
    [InlineData("Edit_Complaint", "EditContent", "Complaint", "other", true)]
    [InlineData("Edit_Complaint", "ViewContent", "Complaint", "other", true)]
    [InlineData("Publish_Complaint", "EditContent", "Complaint", "other", true)]
    [InlineData("EditOwn_Complaint", "EditContent", "Complaint", "me", true)]
    [InlineData("EditOwn_Complaint", "EditContent", "Complaint", "other", false)]
    [InlineData("ViewOwn_Complaint", "ViewContent", "Complaint", "me", true)]
    [InlineData("Edit_Complaint", "EditContent", "Page", "me", false)]
    [InlineData("Edit_Page", "EditContent", "Page", "me", false)]
    [InlineData("DeleteOwn_Complaint", "DeleteContent", "Complaint", "me", true)]
    [InlineData("ListContent_Complaint", "ListContent", "Complaint", "other", true)]
    [InlineData("EditContentOwner_Complaint", "EditContentOwner", "Complaint", "other", true)]
    public async Task An_item_can_be_touched_by_the_general_the_own_and_the_types_permission(string held, string asked, string type, string? owner, bool granted)
    {
        await _site.DoAsync(async (_, services) =>
        {
            var item = new ContentItem { ContentType = type, Owner = owner };
            Assert.Equal(granted, await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(Person(held), Named(asked), item));
        });
    }

    [Fact]
    public async Task A_type_is_asked_about_without_an_item()
    {
        await _site.DoAsync(async (manager, services) =>
        {
            var authorization = services.GetRequiredService<IAuthorizationService>();
            var types = (await services.GetRequiredService<IContentDefinitionManager>().ListTypeDefinitionsAsync()).ToArray();

            Assert.True(await authorization.AuthorizeContentTypeAsync(Person("Edit_Complaint"), CommonPermissions.EditContent, "Complaint"));
            Assert.False(await authorization.AuthorizeContentTypeAsync(Person("EditOwn_Complaint"), CommonPermissions.EditContent, "Complaint"));
            Assert.True(await authorization.AuthorizeContentTypeAsync(Person("EditOwn_Complaint"), CommonPermissions.EditContent, "Complaint", "me"));
            Assert.True(await authorization.AuthorizeContentTypeDefinitionsAsync(Person("EditOwn_Complaint"), CommonPermissions.EditContent, types, manager));
            Assert.False(await authorization.AuthorizeContentTypeDefinitionsAsync(Person("ViewContent"), CommonPermissions.EditContent, types, manager));
            Assert.False(await authorization.AuthorizeContentTypeAsync(null, CommonPermissions.EditContent, "Complaint"));
        });
    }

    [Fact]
    public void A_types_permission_is_named_after_it_and_made_once()
    {
        var template = ContentTypePermissionsHelper.ConvertToDynamicPermission(CommonPermissions.EditOwnContent)!;

        Assert.Equal("EditOwn_Complaint", ContentTypePermissionsHelper.CreateDynamicPermission(template, "Complaint").Name);
        Assert.Same(ContentTypePermissionsHelper.CreateDynamicPermission(template, "Complaint"), ContentTypePermissionsHelper.CreateDynamicPermission(template, "Complaint"));
        Assert.Null(ContentTypePermissionsHelper.ConvertToDynamicPermission(CommonPermissions.AccessContentApi));
    }

    private static Permission Named(string name) => ContentTypePermissionsHelper.PermissionTemplates.ContainsKey(name)
        ? (Permission)typeof(CommonPermissions).GetField(name)!.GetValue(null)!
        : throw new ArgumentException(name);

    private static ClaimsPrincipal Person(string permission) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "me"), new Claim(Permission.ClaimType, permission)], "test"));

    /// <summary>Grants by claims, as roles would.</summary>
    private sealed class ClaimsHandler(IPermissionGrantingService granting) : AuthorizationHandler<PermissionRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
        {
            if (granting.IsGranted(requirement, context.User.Claims)) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
