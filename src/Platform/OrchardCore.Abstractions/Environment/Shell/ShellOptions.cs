namespace OrchardCore.Environment.Shell;

/// <summary>Where the application keeps its data.</summary>
public class ShellOptions
{
    /// <summary>The full path of the data folder.</summary>
    public string ShellsApplicationDataPath { get; set; } = string.Empty;

    /// <summary>The folder in it that holds a folder for each tenant.</summary>
    public string ShellsContainerName { get; set; } = "Sites";
}
