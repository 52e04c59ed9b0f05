using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Navigation;

/// <summary>Adds entries to a menu. The result is kept per set of features and culture: it must not depend on who asks.</summary>
public interface INavigationProvider
{
    ValueTask BuildNavigationAsync(string name, NavigationBuilder builder);
}

/// <summary>Adds entries to the one menu it names.</summary>
public abstract class NamedNavigationProvider : INavigationProvider
{
    protected readonly string Name;

    protected NamedNavigationProvider(string name) => Name = name;

    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
        => string.Equals(name, Name, StringComparison.OrdinalIgnoreCase) ? BuildAsync(builder) : ValueTask.CompletedTask;

    protected abstract ValueTask BuildAsync(NavigationBuilder builder);
}

/// <summary>Adds entries to the admin menu.</summary>
public abstract class AdminNavigationProvider : NamedNavigationProvider
{
    protected AdminNavigationProvider()
        : base(NavigationConstants.AdminId)
    {
    }
}

public interface INavigationManager
{
    /// <returns>The entries that the person of this request may see, with their addresses; an entry without an address and without
    /// visible children is left out. The entries are shared by all requests: they are read, not changed.</returns>
    Task<IEnumerable<MenuItem>> BuildMenuAsync(string name, ActionContext context);
}

public static class NavigationConstants
{
    public const string CssClassPrefix = "icon-class-";
    public const string AdminMenuContentPosition = "1";
    public const string AdminMenuDesignPosition = "2";
    public const string AdminMenuSearchPosition = "6";
    public const string AdminMenuAccessControlPosition = "7";
    public const string AdminMenuSecurityPosition = "7";
    public const string AdminMenuAuditTrailPosition = "7.5";
    public const string AdminMenuWorkflowsPosition = "8";
    public const string AdminMenuConfigurationPosition = "100";
    public const string AdminId = "admin";
    public const string AdminMenuId = "adminMenu";
    public const string LegacyAdminMenuNavigationSwitchKey = "LegacyAdminMenuNavigation";
}

public static class NavigationExtensions
{
    public const string AdminMenuPositionPrefix = "am";
    public const string Separator = "-";

    /// <summary>Makes a position that sorts after the plain numbers, among others with the same prefix.</summary>
    public static string PrefixPosition(this string position, string sublevel = "", string prefix = AdminMenuPositionPrefix, string separator = Separator)
        => prefix + separator + position + (string.IsNullOrEmpty(sublevel) ? string.Empty : separator + sublevel);

    public static string PrefixPosition(this LocalizedString position, string sublevel = "", string prefix = AdminMenuPositionPrefix, string separator = Separator)
        => position.Value.PrefixPosition(sublevel, prefix, separator);
}

public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddNavigation(this IServiceCollection services)
    {
        services.TryAddScoped<INavigationManager, NavigationManager>();
        services.TryAddSingleton<BuiltMenus>();
        return services;
    }

    public static IServiceCollection AddNavigationProvider<TProvider>(this IServiceCollection services)
        where TProvider : class, INavigationProvider
        => services.AddScoped<INavigationProvider, TProvider>();
}
