using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Core;

/// <summary>Who may see jobs: everybody on the staff his or her own, managers all.</summary>
public sealed class JobPermissions : IPermissionProvider
{
    /// <summary>See one's own jobs, stop them and have them tried again.</summary>
    public const string SeeJobs = nameof(SeeJobs);

    /// <summary>The same for everybody's.</summary>
    public const string ManageJobs = nameof(ManageJobs);

    internal static readonly Permission Manage = new(ManageJobs, "See and stop everybody's jobs");
    internal static readonly Permission See = new(SeeJobs, "See and stop one's own jobs", [Manage]);

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([See, Manage]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [See, Manage] },
        new() { Name = "Manager", Permissions = [See, Manage] },
        new() { Name = "Desk", Permissions = [See] },
    ];
}

/// <summary>The entry in the staff's menu.</summary>
public sealed class JobMenu(IStringLocalizer<JobMenu> S) : AdminNavigationProvider
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["System"], "20", system => system
                .Id("system")
                .Add(S["Jobs"], "3", jobs => jobs
                    .Id("jobs").AddClass("icon-clock")
                    .Action("Index", "Jobs", "PropertySuite.Core").Permission(JobPermissions.See).LocalNav())));
        return ValueTask.CompletedTask;
    }
}
