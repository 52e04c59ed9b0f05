using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Routing;

namespace OrchardCore.Routing;

/// <summary>Chooses this action when the posted form holds a value of that name, which is the pressed button's.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FormValueRequiredAttribute : ActionMethodSelectorAttribute
{
    public FormValueRequiredAttribute(string formKey) => FormKey = formKey;

    public string FormKey { get; }

    public override bool IsValidForRequest(RouteContext routeContext, ActionDescriptor action)
    {
        var request = routeContext.HttpContext.Request;
        return request.HasFormContentType && request.Form.TryGetValue(FormKey, out var value) && !string.IsNullOrEmpty(value);
    }
}
