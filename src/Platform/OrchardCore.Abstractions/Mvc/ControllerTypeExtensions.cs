namespace OrchardCore.Mvc.Core.Utilities;

public static class ControllerTypeExtensions
{
    /// <summary>The controller's name in routes: the class's name without <c>Controller</c>.</summary>
    public static string ControllerName(this Type controllerType)
    {
        ArgumentNullException.ThrowIfNull(controllerType);
        var name = controllerType.Name;
        return name.EndsWith("Controller", StringComparison.OrdinalIgnoreCase) ? name[..^"Controller".Length] : name;
    }
}
