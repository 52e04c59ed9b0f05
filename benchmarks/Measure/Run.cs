using System.Diagnostics;
using System.Globalization;

namespace PropertySuite.Measure;

/// <summary>One run: publishes both programs, measures them side by side, prints the figures as a table.</summary>
internal static class Run
{
    private const string Community = "bench.localhost";
    private const double Seconds = 10;

    public static async Task<int> AllAsync(string[] arguments)
    {
        var requests = arguments.Length > 0 ? long.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        var output = Path.Combine(Site.RepositoryRoot, "artifacts", "benchmarks");
        var product = Publish("src/Web/PropertySuite.Web.csproj", Path.Combine(output, "product"), "-p:Benchmark=true", "-p:PublishReadyToRun=true");
        var hand = Publish("benchmarks/HandWritten/HandWritten.csproj", Path.Combine(output, "hand"), "-p:PublishReadyToRun=true");
        var data = Path.Combine(output, "data");
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        await SetUpAsync(product, data);
        Print("figure", "product", "hand-written", "share");

        using var yardstick = await Site.StartAsync(hand, "localhost", "/", "--data", Path.Combine(output, "hand.db"));
        using var site = await Site.StartAsync(product, Community, "/articles", "run", "--data", data);
        Print("start to first answer, s", Number(site.FirstAnswer.TotalSeconds), Number(yardstick.FirstAnswer.TotalSeconds), "");
        Print("resident after it, MB", Number(site.ResidentMegabytes), Number(yardstick.ResidentMegabytes), "");

        var item = await FirstItemAsync(site.Port);
        await CompareAsync("list of 20, requests/s", site, "/articles", yardstick, "/");
        await CompareAsync("one item, requests/s", site, item, yardstick, "/item/4article000000000000000001");

        var before = site.ResidentMegabytes;
        await Load.RunAsync(site.Port, Community, "/articles", 3600, requests);
        Print($"resident before and after {requests} list pages, MB", $"{Number(before)} → {Number(site.ResidentMegabytes)}", "", "");
        return 0;
    }

    private static async Task CompareAsync(string what, Site site, string path, Site yardstick, string yardstickPath)
    {
        // Both are warmed up first; then they take turns, so that what else the machine does touches both.
        await Load.RunAsync(site.Port, Community, path, Seconds);
        await Load.RunAsync(yardstick.Port, "localhost", yardstickPath, Seconds / 2);
        var cpuBefore = site.Processor;
        var ours = await Load.RunAsync(site.Port, Community, path, Seconds);
        var cpu = (site.Processor - cpuBefore).TotalMilliseconds / Math.Max(1, ours.Requests);
        var theirs = await Load.RunAsync(yardstick.Port, "localhost", yardstickPath, Seconds);
        Print(what, $"{ours.RequestsPerSecond:0}", $"{theirs.RequestsPerSecond:0}", $"{ours.RequestsPerSecond / theirs.RequestsPerSecond:P0}");
        Print("  time of an answer p50 / p95, ms", $"{Number(ours.P50)} / {Number(ours.P95)}", $"{Number(theirs.P50)} / {Number(theirs.P95)}", "");
        Print("  processor time of a request, ms", Number(cpu), "", "");
        if (ours.Failures > 0)
        {
            Print("  FAILED requests", $"{ours.Failures}", "", "");
        }
    }

    private static async Task SetUpAsync(string product, string data)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (var word in new[] { product, "setup", "--data", data, "--name", "bench", "--recipe", "articles", "--site-name", "Bench", "--host", Community })
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("The benchmark's community could not be set up.");
        }
    }

    private static async Task<string> FirstItemAsync(int port)
    {
        using var handler = new SocketsHttpHandler();
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/articles");
        request.Headers.Host = $"{Community}:{port}";
        using var answer = await invoker.SendAsync(request, CancellationToken.None);
        var html = await answer.Content.ReadAsStringAsync();
        var at = html.IndexOf("/Contents/ContentItems/", StringComparison.Ordinal);
        return html[at..html.IndexOf('"', at)];
    }

    private static string Publish(string project, string output, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Site.RepositoryRoot };
        foreach (var word in new[] { "publish", project, "-c", "Release", "-o", output, "-v", "quiet", "-nologo" }.Concat(properties))
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, Path.GetFileNameWithoutExtension(project) + ".dll")
            : throw new InvalidOperationException($"{project} could not be published.");
    }

    private static void Print(string what, string product, string hand, string share) =>
        Console.WriteLine($"| {what,-48} | {product,18} | {hand,18} | {share,6} |");

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
