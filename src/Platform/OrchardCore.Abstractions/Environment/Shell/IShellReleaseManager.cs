namespace OrchardCore.Environment.Shell;

/// <summary>Lets the current tenant be built anew after the current scope.</summary>
public interface IShellReleaseManager
{
    void RequestRelease();

    /// <summary>Takes the request back, when it was made for a change that did not happen.</summary>
    void SuspendReleaseRequest();
}
