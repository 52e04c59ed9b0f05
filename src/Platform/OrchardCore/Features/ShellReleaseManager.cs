using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;

namespace PropertySuite.Platform.Features;

/// <summary>Lets the tenant go at the end of the current scope, when that has been asked for and not been taken back.</summary>
internal sealed class ShellReleaseManager(IShellHost host, ShellSettings settings) : IShellReleaseManager
{
    private bool _registered;
    private bool _wanted;

    public void RequestRelease()
    {
        _wanted = true;
        if (_registered)
            return;
        _registered = true;
        ShellScope.RegisterBeforeDispose(_ => _wanted ? host.ReleaseShellContextAsync(settings) : Task.CompletedTask, last: true);
    }

    public void SuspendReleaseRequest() => _wanted = false;
}
