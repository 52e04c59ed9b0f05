using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Environment.Shell;

namespace PropertySuite.Articles;

/// <summary>What a measuring run asks the process about itself. In builds for benchmarks only.</summary>
[AllowAnonymous]
public sealed class DiagnosticsController(IShellHost host) : Controller
{
    /// <summary>Bytes allocated since the start, as a number.</summary>
    [HttpGet("/benchmark/allocated")]
    public IActionResult Allocated() => Ok(GC.GetTotalAllocatedBytes(precise: false));

    /// <summary>SQL statements run since this was first asked, as a number.</summary>
    [HttpGet("/benchmark/statements")]
    public IActionResult Statements() => Ok(StatementCounter.Count);

    /// <summary>Communities that are awake, as a number.</summary>
    [HttpGet("/benchmark/awake")]
    public IActionResult Awake() => Ok(host.ListShellContexts().Count());

    /// <summary>Bytes of live objects after a full collection, as a number.</summary>
    [HttpGet("/benchmark/live")]
    public IActionResult Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Ok(GC.GetTotalMemory(forceFullCollection: true));
    }
}
