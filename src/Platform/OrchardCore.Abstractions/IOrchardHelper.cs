using Microsoft.AspNetCore.Http;

namespace OrchardCore;

/// <summary>The hook for helper methods of views, reached as <c>@Orchard</c>.</summary>
public interface IOrchardHelper
{
    HttpContext HttpContext { get; }
}
