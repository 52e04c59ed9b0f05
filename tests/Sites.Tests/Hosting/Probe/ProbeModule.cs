using System.Threading.Channels;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using OrchardCore.Modules.Manifest;
using YesSql;

[assembly: Module(Name = "Probe", Description = "A module that lets tests look into sites.")]
[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Probe", Name = "Probe")]
[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Extra", Name = "Extra", Dependencies = ["Sites.Probe"])]
[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Failing", Name = "Failing")]
[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Hourly", Name = "Hourly")]
[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Jobs", Name = "Jobs", Dependencies = ["PropertySuite.Core"])]

namespace Sites.Tests.Hosting.Probe;

/// <summary>Counts within one site.</summary>
public sealed class VisitCounter
{
    private int _count;

    public int Next() => Interlocked.Increment(ref _count);
}

[OrchardCore.Modules.Feature("Sites.Probe")]
public sealed class ProbeStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<VisitCounter>();
        services.AddScoped<IFeatureEventHandler, FeatureNotes>();
        services.AddSingleton<IBackgroundTask, Heartbeat>();
        services.AddSingleton<Beats>();
    }
}

/// <summary>The runs of the task of one site, for tests that wait for them.</summary>
public sealed class Beats
{
    public Channel<DateTime> Seen { get; } = Channel.CreateUnbounded<DateTime>();
}

[BackgroundTask(Schedule = "30 6 * * *", Title = "Heartbeat")]
public sealed class Heartbeat(Beats beats, IClock clock) : IBackgroundTask
{
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
        => beats.Seen.Writer.WriteAsync(clock.UtcNow, cancellationToken).AsTask();
}

/// <summary>A document, for tests of what is kept.</summary>
public sealed class Note
{
    public long Id { get; set; }

    public long Version { get; set; }

    public string Text { get; set; } = string.Empty;
}

/// <summary>Writes down which features were enabled.</summary>
public sealed class FeatureNotes : FeatureEventHandler
{
    public static System.Collections.Concurrent.ConcurrentQueue<string> Seen { get; } = new();

    public override Task InstalledAsync(IFeatureInfo feature)
    {
        Seen.Enqueue($"installed {feature.Id}");
        return Task.CompletedTask;
    }

    public override Task EnabledAsync(IFeatureInfo feature)
    {
        Seen.Enqueue($"enabled {feature.Id}");
        return Task.CompletedTask;
    }
}

[OrchardCore.Modules.Feature("Sites.Failing")]
public sealed class FailingStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<IModularTenantEvents, Failing>();

    private sealed class Failing : ModularTenantEvents
    {
        public override Task ActivatingAsync() => throw new InvalidOperationException("This site fails to start.");
    }
}

[OrchardCore.Modules.Feature("Sites.Probe")]
[AllowAnonymous]
public sealed class ProbeController(ShellSettings settings, VisitCounter counter, IAntiforgery antiforgery, IDataProtectionProvider protection, YesSql.ISession session) : Controller
{
    public IActionResult Who() => Content(settings.Name);

    public IActionResult Count() => Content(counter.Next().ToString(System.Globalization.CultureInfo.InvariantCulture));

    public IActionResult Link() => Content(Url.Action(nameof(Who))!);

    public IActionResult Form()
    {
        var tokens = antiforgery.GetAndStoreTokens(HttpContext);
        return Content($"<form><input name=\"__RequestVerificationToken\" type=\"hidden\" value=\"{tokens.RequestToken}\"></form>", "text/html");
    }

    [HttpPost]
    public IActionResult Act() => Content("done in " + settings.Name);

    [HttpPost]
    public IActionResult Remember(string text)
    {
        TempData["text"] = text;
        return Content("kept");
    }

    public IActionResult Recall() => Content(TempData["text"] as string ?? "nothing");

    public IActionResult Protect(string text) => Content(protection.CreateProtector("probe").Protect(text));

    public IActionResult Unprotect(string text)
    {
        try
        {
            return Content(protection.CreateProtector("probe").Unprotect(text));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return Content("refused");
        }
    }

    /// <summary>Saves a note; its result looks from another scope whether the note is there already.</summary>
    [HttpPost]
    public async Task<IActionResult> Write(string text, bool fail)
    {
        await session.SaveAsync(new Note { Text = text });
        return fail ? throw new InvalidOperationException("The action failed.") : new LooksFromOutside();
    }

    public async Task<IActionResult> Notes() => Content(string.Join(",", (await session.Query<Note>().ListAsync()).Select(note => note.Text)));

    public async Task<IActionResult> WriteOnRead()
    {
        await session.SaveAsync(new Note { Text = "by reading" });
        return Content("written");
    }

    [HttpPost]
    public async Task<IActionResult> Race()
    {
        var note = (await session.Query<Note>().ListAsync()).First();
        await ShellScope.UsingChildScopeAsync(async scope =>
        {
            var other = scope.ServiceProvider.GetRequiredService<YesSql.ISession>();
            var same = (await other.Query<Note>().ListAsync()).First();
            same.Text = "quicker";
            await other.SaveAsync(same);
        });
        note.Text = "slower";
        await session.SaveAsync(note, checkConcurrency: true);
        return Content("saved");
    }

    private sealed class LooksFromOutside : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var found = string.Empty;
            await ShellScope.UsingChildScopeAsync(async scope =>
                found = string.Join(",", (await scope.ServiceProvider.GetRequiredService<YesSql.ISession>().Query<Note>().ListAsync()).Select(note => note.Text)));
            await context.HttpContext.Response.WriteAsync("outside: " + found);
        }
    }

    public IActionResult Break() => throw new InvalidOperationException("secret detail");
}

[OrchardCore.Modules.Feature("Sites.Extra")]
[AllowAnonymous]
public sealed class ExtraController : Controller
{
    public IActionResult Index() => Content("extra");
}
