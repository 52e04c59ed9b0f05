#nullable enable
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Razor;

namespace PropertySuite.Platform.Display;

internal sealed class OrchardDisplayHelper(HttpContext httpContext, IDisplayHelper displayHelper) : IOrchardDisplayHelper
{
    public HttpContext HttpContext { get; } = httpContext;

    public IDisplayHelper DisplayHelper { get; } = displayHelper;
}
