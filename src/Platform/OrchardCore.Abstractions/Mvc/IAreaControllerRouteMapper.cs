using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;

namespace OrchardCore.Mvc.Routing;

/// <summary>Gives a controller without attribute routes its route.</summary>
public interface IAreaControllerRouteMapper
{
    int Order { get; }

    /// <summary>Whether this mapper was the right one and has mapped the action.</summary>
    bool TryMapAreaControllerRoute(IEndpointRouteBuilder routes, ControllerActionDescriptor descriptor);
}
