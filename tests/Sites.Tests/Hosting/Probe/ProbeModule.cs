using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Modules.Manifest;

[assembly: Module(Name = "Probe", Description = "A module that lets tests look into sites.")]
[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Probe", Name = "Probe")]
[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Extra", Name = "Extra", Dependencies = ["Sites.Probe"])]
[assembly: OrchardCore.Modules.Manifest.Feature(Id = "Sites.Failing", Name = "Failing")]

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
    }
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
public sealed class ProbeController(ShellSettings settings, VisitCounter counter, IAntiforgery antiforgery, IDataProtectionProvider protection) : Controller
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

    public IActionResult Break() => throw new InvalidOperationException("secret detail");
}

[OrchardCore.Modules.Feature("Sites.Extra")]
[AllowAnonymous]
public sealed class ExtraController : Controller
{
    public IActionResult Index() => Content("extra");
}
