using Microsoft.Extensions.Hosting;
using OrchardCore.Environment.Shell;

namespace PropertySuite.Platform.Features.Users;

/// <summary>Whether this is a demonstration community on a developer's machine, the only place where a link may sign in.</summary>
public sealed class Demonstration(ShellSettings settings, IHostEnvironment environment)
{
    /// <summary>Setting of a tenant that holds made-up people only.</summary>
    public const string Setting = "Demonstration";

    public bool IsOn => environment.IsDevelopment() && bool.TryParse(settings[Setting], out var on) && on;
}
