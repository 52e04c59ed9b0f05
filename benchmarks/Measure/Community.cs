using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PropertySuite.Measure;

/// <summary>The data folder of a run: one community set up by the command, and others that are copies of it.</summary>
internal static class Community
{
    private const string Name = "bench";

    public const string Host = Name + ".localhost";

    /// <summary>Sets the community up with the program's own command, and answers how long the process took.</summary>
    public static async Task<TimeSpan> SetUpAsync(string product, string data)
    {
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(product)! };
        foreach (var word in new[] { product, "setup", "--data", data, "--name", Name, "--recipe", "articles", "--site-name", "Bench", "--host", Host })
        {
            start.ArgumentList.Add(word);
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? clock.Elapsed
            : throw new InvalidOperationException($"The benchmark's community could not be set up: {said}");
    }

    /// <summary>Copies the community that is set up, and answers the host names of the copies.</summary>
    public static IReadOnlyList<string> Copy(string data, int count)
    {
        var file = Path.Combine(data, "tenants.json");
        var tenants = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        var hosts = new List<string>();
        for (var number = 1; number <= count; number++)
        {
            var copy = $"copy{number:0000}";
            var entry = tenants[Name]!.DeepClone();
            entry["RequestUrlHost"] = copy + ".localhost";
            entry["TenantId"] = copy;
            tenants[copy] = entry;
            hosts.Add(copy + ".localhost");

            var folder = Path.Combine(data, "Sites", copy);
            Directory.CreateDirectory(folder);
            foreach (var source in Directory.EnumerateFiles(Path.Combine(data, "Sites", Name)))
            {
                File.Copy(source, Path.Combine(folder, Path.GetFileName(source)), overwrite: true);
            }
        }

        File.WriteAllText(file, tenants.ToJsonString());
        return hosts;
    }
}
