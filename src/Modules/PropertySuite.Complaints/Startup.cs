using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace PropertySuite.Complaints;

/// <summary>What the module brings: its table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
    }
}
