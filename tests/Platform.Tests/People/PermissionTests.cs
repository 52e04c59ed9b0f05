using OrchardCore.Security;
using OrchardCore.Security.Permissions;
using PropertySuite.Platform.Users;

namespace Platform.Tests.People;

public sealed class PermissionTests
{
    private static readonly Permission Manage = new("ManageVisits");
    private static readonly Permission Edit = new("EditVisits", "Edit visits", [Manage]);
    private static readonly Permission View = new("ViewVisits", "View visits", [Edit]);

    [Theory]
    [InlineData("ViewVisits", true)]
    [InlineData("viewvisits", true)]
    [InlineData("EditVisits", true)]
    [InlineData("ManageVisits", true)]
    [InlineData("SiteOwner", true)]
    [InlineData("ManageKeys", false)]
    public void A_permission_is_granted_by_itself_and_by_all_that_imply_it(string held, bool granted)
        => Assert.Equal(granted, new PermissionGrantingService().IsGranted(new PermissionRequirement(View), [new(Permission.ClaimType, held)]));

    [Fact]
    public void What_is_implied_does_not_grant_what_implies_it()
        => Assert.False(new PermissionGrantingService().IsGranted(new PermissionRequirement(Manage), [View]));

    [Fact]
    public void A_claim_of_another_kind_grants_nothing()
        => Assert.False(new PermissionGrantingService().IsGranted(new PermissionRequirement(View), [new("department", "ViewVisits")]));

    [Fact]
    public void Permissions_that_imply_one_another_come_to_an_end()
    {
        var implying = new List<Permission>();
        var first = new Permission("First", "", implying);
        implying.Add(new Permission("Second", "", [first]));

        Assert.Equal(["First", "Second", "SiteOwner"], PermissionClosure.Of(first).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_closure_is_worked_out_once() => Assert.Same(PermissionClosure.Of(View), PermissionClosure.Of(View));

    [Fact]
    public void A_role_grants_what_it_holds_and_what_that_implies()
    {
        var document = new RolesDocument { Roles = [new Role { RoleName = "Guard", RoleClaims = [RoleClaim.Create("EditVisits")] }] };
        var byRole = new PermissionsByRole(document);

        Assert.True(byRole.Grants("guard", PermissionClosure.Of(View)));
        Assert.False(byRole.Grants("Guard", PermissionClosure.Of(Manage)));
        Assert.False(byRole.Grants("Desk", PermissionClosure.Of(View)));
    }
}
