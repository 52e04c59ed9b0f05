using Microsoft.AspNetCore.Mvc.Filters;

namespace PropertySuite.Parking;

/// <summary>Arguments of an action whose form is shown again.</summary>
internal static class FormArguments
{
    /// <summary>The argument; null when the action has none of this name.</summary>
    public static object? Given(this ActionExecutingContext refused, string name) => refused.ActionArguments.TryGetValue(name, out var value) ? value : null;
}
