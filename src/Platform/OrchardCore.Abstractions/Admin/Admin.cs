using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Entities;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Admin
{
    /// <summary>Puts a controller or an action under the admin address, in the admin theme, behind AccessAdminPanel.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public class AdminAttribute : Attribute, IAsyncResourceFilter
    {
        public const string NameFromControllerAndAction = "{controller}{action}";

        private static readonly object AppliedKey = typeof(AdminAttribute);

        public AdminAttribute(string? template = null, string? routeName = null)
        {
            Template = template;
            RouteName = routeName;
        }

        /// <summary>Route below the admin prefix; null: <c>{area}/{controller}/{action}/{id?}</c>.</summary>
        public string? Template { get; set; }

        public string? RouteName { get; set; }

        public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
        {
            Apply(context.HttpContext);
            return next();
        }

        /// <summary>Marks the request as an admin one, so that it gets the admin theme.</summary>
        public static void Apply(HttpContext context) => context.Items[AppliedKey] = true;

        public static bool IsApplied(HttpContext? context) => context is not null && context.Items.ContainsKey(AppliedKey);
    }

    public class AdminOptions
    {
        private string _adminUrlPrefix = "Admin";

        /// <summary>First segment of admin addresses, without slashes.</summary>
        public string AdminUrlPrefix
        {
            get => _adminUrlPrefix;
            set => _adminUrlPrefix = string.IsNullOrWhiteSpace(value) ? _adminUrlPrefix : value.Trim(' ', '/');
        }
    }

    public static class AdminPermissions
    {
        public static readonly Permission AccessAdminPanel = new("AccessAdminPanel", "Access admin panel");

        public static readonly Permission ManageAdminSettings = new("ManageAdminSettings", "Manage Admin Settings");
    }
}

namespace OrchardCore.Admin.Models
{
    public class AdminSettings
    {
        public bool DisplayThemeToggler { get; set; } = true;

        public bool DisplayMenuFilter { get; set; }

        public bool DisplayNewMenu { get; set; }

        public bool DisplayTitlesInTopbar { get; set; }
    }

    /// <summary>The admin's top bar, to which drivers add items.</summary>
    public class Navbar : Entity
    {
    }
}
