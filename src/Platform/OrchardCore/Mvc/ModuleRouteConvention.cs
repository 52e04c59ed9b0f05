using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Admin;
using PropertySuite.Platform.Modules;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Mvc;

/// <summary>
/// Gives controllers their area, which is the module's id unless they name one, and actions without a route of their own
/// theirs: below the admin prefix for <see cref="AdminAttribute"/>, else <c>/{area}/{controller}/{action}/{id?}</c>.
/// </summary>
internal sealed class ModuleRouteConvention(FeatureSet set, ExtensionManager extensions) : IApplicationModelConvention
{
    private readonly string _adminPrefix = set.Configuration[FeatureSet.AdminPrefixKey] is { Length: > 0 } prefix ? prefix.Trim(' ', '/') : new AdminOptions().AdminUrlPrefix;

    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers)
        {
            var module = extensions.GetExtensionForDependency(controller.ControllerType).Id;
            if (!controller.RouteValues.ContainsKey("area"))
                controller.RouteValues["area"] = module;

            var controllerAdmin = controller.Attributes.OfType<AdminAttribute>().FirstOrDefault();
            if (controllerAdmin is null && controller.ControllerName == "Admin" && !HasRoute(controller.Selectors))
            {
                controllerAdmin = new AdminAttribute();
                controller.Filters.Add(controllerAdmin);
            }

            foreach (var action in controller.Actions)
                Route(controller, action, action.Attributes.OfType<AdminAttribute>().FirstOrDefault() ?? controllerAdmin);
        }
    }

    private void Route(ControllerModel controller, ActionModel action, AdminAttribute? admin)
    {
        if (admin is not null && !action.Filters.OfType<AdminAccessFilter>().Any())
            action.Filters.Add(new AdminAccessFilter());
        if (HasRoute(controller.Selectors) || HasRoute(action.Selectors))
            return;

        var area = action.RouteValues.TryGetValue("area", out var own) ? own : controller.RouteValues["area"];
        var template = admin is null
            ? $"{area}/{controller.ControllerName}/{action.ActionName}/{{id?}}"
            : $"{_adminPrefix}/{Fill(admin.Template ?? "{area}/{controller}/{action}/{id?}")}";
        var name = admin?.RouteName is { } routeName ? Fill(routeName) : null;
        foreach (var selector in action.Selectors)
            selector.AttributeRouteModel = new AttributeRouteModel { Template = template, Name = name };

        string Fill(string text) => text
            .Replace("{area}", area, StringComparison.OrdinalIgnoreCase)
            .Replace("{controller}", controller.ControllerName, StringComparison.OrdinalIgnoreCase)
            .Replace("{action}", action.ActionName, StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasRoute(IList<SelectorModel> selectors) => selectors.Any(selector => selector.AttributeRouteModel is not null);
}
