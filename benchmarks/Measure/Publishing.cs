using System.Diagnostics;

namespace PropertySuite.Measure;

/// <summary>Both programs, published as they would be delivered.</summary>
internal static class Publishing
{
    /// <summary>The path of the published assembly.</summary>
    public static string Publish(string project, string output, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Site.RepositoryRoot, RedirectStandardOutput = true };
        foreach (var word in new[] { "publish", project, "-c", "Release", "-o", output, "-v", "quiet", "-nologo", "-p:PublishReadyToRun=true", "-p:Fast=true" }.Concat(properties))
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, Path.GetFileNameWithoutExtension(project) + ".dll")
            : throw new InvalidOperationException($"{project} could not be published: {said}");
    }
}
