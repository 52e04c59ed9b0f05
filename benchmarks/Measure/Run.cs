using System.Globalization;

namespace PropertySuite.Measure;

/// <summary>One run: publishes both programs, measures them side by side, prints the figures as a table.</summary>
internal sealed class Run(string product, string hand, string output, bool quick)
{
    private const string ListPath = "/articles";
    private const string ItemPath = "/Contents/ContentItems/4article000000000000000001";
    private const string HandItemPath = "/item/4article000000000000000001";

    private readonly string _data = Path.Combine(output, "data");
    private readonly int _starts = quick ? 3 : 5;
    private readonly int _rounds = 3;
    private readonly double _seconds = quick ? 3 : 6;
    private readonly long _requests = quick ? 10_000 : 100_000;

    /// <param name="quick">Shorter and coarser.</param>
    /// <param name="part">One of <c>pages</c>, <c>communities</c>, <c>thousand</c>; null runs all of them.</param>
    public static async Task<int> AllAsync(bool quick, string? part = null)
    {
        var output = Path.Combine(Site.RepositoryRoot, "artifacts", "benchmarks");
        Table.Progress("Publishing …");
        var product = Publishing.Publish("src/Web/PropertySuite.Web.csproj", Path.Combine(output, "product"), "-p:Benchmark=true");
        var hand = Publishing.Publish("benchmarks/HandWritten/HandWritten.csproj", Path.Combine(output, "hand"));
        var run = new Run(product, hand, output, quick);
        Table.Head();
        if (part is null or "pages")
        {
            await run.SetUpAsync();
            await run.StartsAsync();
            await run.PagesAsync();
        }

        if (part is null or "communities")
        {
            await run.CommunitiesAsync(20);
            if (!quick)
            {
                await run.CommunitiesAsync(200);
            }
        }

        if (part == "thousand" || (part is null && !quick))
        {
            await run.ThousandAsync();
        }

        return 0;
    }

    private async Task SetUpAsync()
    {
        Table.Progress("Setting up …");
        var times = new List<double>();
        for (var i = 0; i < _starts; i++)
        {
            times.Add((await Community.SetUpAsync(product, _data)).TotalSeconds);
        }

        Table.Row("set up from a recipe, the whole command, s", Table.Number(Table.Median(times)));
    }

    private async Task StartsAsync()
    {
        Table.Progress("Starting …");
        List<double> ours = [], theirs = [], ourMemory = [], theirMemory = [];
        for (var i = 0; i < _starts; i++)
        {
            using (var yardstick = await StartHandAsync())
            {
                theirs.Add(yardstick.FirstAnswer.TotalSeconds);
                theirMemory.Add(yardstick.ResidentMegabytes);
            }

            using var site = await StartProductAsync();
            ours.Add(site.FirstAnswer.TotalSeconds);
            ourMemory.Add(site.ResidentMegabytes);
        }

        Table.Row("start to first answer, s", Table.Number(Table.Median(ours)), Table.Number(Table.Median(theirs)));
        Table.Row("resident after it, MB", Table.Number(Table.Median(ourMemory)), Table.Number(Table.Median(theirMemory)));
    }

    private async Task PagesAsync()
    {
        using var yardstick = await StartHandAsync();
        using var site = await StartProductAsync();
        await CompareAsync("list of 20", site, ListPath, yardstick, "/");
        await CompareAsync("one item", site, ItemPath, yardstick, HandItemPath);
        await FlatnessAsync(site);
    }

    private async Task CompareAsync(string what, Site site, string path, Site yardstick, string yardstickPath)
    {
        Table.Progress($"Asking for {what} …");
        // Both are warmed up first; then they take turns, so that what else the machine does touches both.
        await Load.RunAsync(site.Port, Community.Host, path, _seconds);
        await Load.RunAsync(yardstick.Port, "localhost", yardstickPath, _seconds / 2);
        List<LoadResult> ours = [], theirs = [];
        List<double> processor = [], allocated = [];
        for (var round = 0; round < _rounds; round++)
        {
            var processorBefore = site.Processor;
            var allocatedBefore = await site.NumberAsync(Community.Host, "/benchmark/allocated");
            var result = await Load.RunAsync(site.Port, Community.Host, path, _seconds);
            processor.Add((site.Processor - processorBefore).TotalMilliseconds / result.Requests);
            allocated.Add((await site.NumberAsync(Community.Host, "/benchmark/allocated") - allocatedBefore) / 1e3 / result.Requests);
            ours.Add(result);
            theirs.Add(await Load.RunAsync(yardstick.Port, "localhost", yardstickPath, _seconds));
        }

        var (our, their) = (Table.Median(ours.Select(result => result.RequestsPerSecond)), Table.Median(theirs.Select(result => result.RequestsPerSecond)));
        Table.Row($"{what}, requests/s", Whole(our), Whole(their), Table.Share(our, their));
        Table.Row("– time of an answer p50 / p95, ms", Times(ours), Times(theirs));
        Table.Row("– processor time of a request, ms", Table.Number(Table.Median(processor)));
        Table.Row("– allocated by a request, KB", Table.Number(Table.Median(allocated)));
        Table.Row("– SQL statements of a request", await StatementsAsync(site, path), "4");
        if (ours.Concat(theirs).Sum(result => result.Failures) is var failures and > 0)
        {
            Table.Row("– FAILED requests", Whole(failures));
        }
    }

    private async Task FlatnessAsync(Site site)
    {
        Table.Progress($"Asking for {_requests} list pages …");
        var live = await LiveAsync(site);
        var resident = site.ResidentMegabytes;
        var result = await Load.RunAsync(site.Port, Community.Host, ListPath, 3600, _requests);
        var residentAfter = site.ResidentMegabytes;
        Table.Row($"resident before → after {_requests} list pages, MB", $"{Table.Number(resident)} → {Table.Number(residentAfter)}");
        Table.Row("– live heap before → after, MB", $"{Table.Number(live)} → {Table.Number(await LiveAsync(site))}");
        if (result.Failures > 0)
        {
            Table.Row("– FAILED requests", Whole(result.Failures));
        }
    }

    private async Task CommunitiesAsync(int count)
    {
        Table.Progress($"Asking {count} communities for the first time …");
        await Community.SetUpAsync(product, _data);
        var hosts = Community.Copy(_data, count);
        using var site = await StartProductAsync();
        await Load.RunAsync(site.Port, Community.Host, ListPath, 3600, 500);
        var awake = await AwakeAsync(site);
        var (live, resident) = (await LiveAsync(site), site.ResidentMegabytes);
        List<double> first = [], second = [];
        foreach (var host in hosts)
        {
            first.Add((await Load.RunAsync(site.Port, host, ListPath, 60, 1, connections: 1)).P50);
            second.Add((await Load.RunAsync(site.Port, host, ListPath, 60, 1, connections: 1)).P50);
        }

        var liveAfter = await LiveAsync(site);
        Table.Row($"first request to each of {count} that slept p50 / p95, ms", $"{Table.Number(Table.Median(first))} / {Table.Number(Table.At(first, 0.95))}");
        Table.Row("– the next request of it p50 / p95, ms", $"{Table.Number(Table.Median(second))} / {Table.Number(Table.At(second, 0.95))}");
        Table.Row("– awake before → after", $"{Whole(awake)} → {Whole(await AwakeAsync(site))}");
        Table.Row("– live heap for each, MB", Table.Number((liveAfter - live) / count));
        Table.Row("– resident for each, MB", Table.Number((site.ResidentMegabytes - resident) / count));
    }

    /// <summary>A thousand known, fifty busy, two hundred at once, and all asleep again.</summary>
    private async Task ThousandAsync()
    {
        const int Known = 1000, Busy = 50, Storm = 200;
        Table.Progress($"Starting with {Known} communities …");
        await Community.SetUpAsync(product, _data);
        var hosts = Community.Copy(_data, Known);
        using var site = await StartProductAsync(("PropertySuite__IdleMinutes", "1"));
        Table.Row($"{Known} known: start to first answer, s", Table.Number(site.FirstAnswer.TotalSeconds));
        Table.Row("– resident, MB / awake", $"{Table.Number(site.ResidentMegabytes)} / {Whole(await AwakeAsync(site))}");

        Table.Progress($"Keeping {Busy} of them busy …");
        var failures = 0L;
        for (var round = 0; round < 20; round++)
        {
            foreach (var host in hosts.Take(Busy))
            {
                failures += (await Load.RunAsync(site.Port, host, ListPath, 60, 4, connections: 4)).Failures;
            }
        }

        Table.Row($"{Busy} busy: resident, MB", Table.Number(site.ResidentMegabytes));
        Table.Row("– live heap, MB / awake", $"{Table.Number(await LiveAsync(site))} / {Whole(await AwakeAsync(site))}");

        Table.Progress($"Asking {Storm} sleeping ones at once …");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var storm = await Task.WhenAll(hosts.Skip(Busy).Take(Storm).Select(host => Load.RunAsync(site.Port, host, ListPath, 120, 1, connections: 1)));
        Table.Row($"{Storm} asked at once: p50 / p95, ms", $"{Table.Number(Table.Median(storm.Select(result => result.P50)))} / {Table.Number(Table.At(storm.Select(result => result.P50), 0.95))}");
        Table.Row("– all answered after, s", Table.Number(clock.Elapsed.TotalSeconds));
        Table.Row("– resident, MB / awake", $"{Table.Number(site.ResidentMegabytes)} / {Whole(await AwakeAsync(site))}");

        Table.Progress("Waiting for them to fall asleep …");
        while (clock.Elapsed < TimeSpan.FromMinutes(5) && await AwakeAsync(site) > 1)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        Table.Row("asleep again: live heap, MB / awake", $"{Table.Number(await LiveAsync(site))} / {Whole(await AwakeAsync(site))}");
        Table.Row("– resident, MB", Table.Number(site.ResidentMegabytes));
        var again = new List<double>();
        foreach (var host in hosts.Take(20))
        {
            again.Add((await Load.RunAsync(site.Port, host, ListPath, 60, 1, connections: 1)).P50);
        }

        Table.Row("– and woken again: first request p50, ms", Table.Number(Table.Median(again)));
        failures += storm.Sum(result => result.Failures);
        if (failures > 0)
        {
            Table.Row("– FAILED requests", Whole(failures));
        }
    }

    private Task<Site> StartProductAsync(params (string Name, string Value)[] environment) =>
        Site.StartAsync(product, Community.Host, ListPath, environment, "run", "--data", _data);

    private Task<Site> StartHandAsync() => Site.StartAsync(hand, "localhost", "/", [], "--data", Path.Combine(output, "hand.db"));

    private static Task<double> AwakeAsync(Site site) => site.NumberAsync(Community.Host, "/benchmark/awake");

    private static async Task<double> LiveAsync(Site site) => await site.NumberAsync(Community.Host, "/benchmark/live") / 1e6;

    // What the question itself costs is taken off: it is asked twice in a row first.
    private static async Task<string> StatementsAsync(Site site, string path)
    {
        const int Requests = 50;
        await site.NumberAsync(Community.Host, "/benchmark/statements");
        var zero = await site.NumberAsync(Community.Host, "/benchmark/statements");
        var question = await site.NumberAsync(Community.Host, "/benchmark/statements") - zero;
        await Load.RunAsync(site.Port, Community.Host, path, 60, Requests, connections: 1);
        var all = await site.NumberAsync(Community.Host, "/benchmark/statements") - zero - (2 * question);
        return Table.Number(all / Requests);
    }

    private static string Times(List<LoadResult> results) =>
        $"{Table.Number(Table.Median(results.Select(result => result.P50)))} / {Table.Number(Table.Median(results.Select(result => result.P95)))}";

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
