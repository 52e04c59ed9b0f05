namespace PropertySuite.Platform.Commands;

/// <summary>What can be asked of the server at its own console.</summary>
internal static class SuiteCommands
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = SuiteHost.Build(args);
        await app.RunAsync();
        return 0;
    }
}
