using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using OrchardCore.Modules;
using OrchardCore.Scripting;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;
using YesSql;
using ISession = YesSql.ISession;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>What a signal's link grants.</summary>
/// <param name="CorrelationId">Only instances about this hear it.</param>
/// <param name="Once">Whether it can be sent once only.</param>
internal sealed record SignalGrant(string Signal, string? CorrelationId, bool Once);

/// <summary>What the address of a workflow grants.</summary>
internal sealed record InvokeGrant(string WorkflowTypeId, string ActivityId);

/// <summary>Makes signals' links and takes them back. Of a used link its hash is kept, as a unique key, so that of two who use it at once one fails.</summary>
internal sealed class Signals(ISecurityTokenService tokens, ISession session, IClock clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    public string LinkFor(string signal, string? correlationId, bool once) => "/workflows/Trigger?token=" + tokens.CreateToken(new SignalGrant(signal, correlationId, once), Life);

    /// <returns>Null where the link was not made here, is too old, or was used.</returns>
    public async Task<SignalGrant?> FindAsync(string? token)
    {
        if (!tokens.TryDecryptToken<SignalGrant>(token!, out var grant))
            return null;
        var hash = Hash(token!);
        return grant.Once && await session.QueryIndex<UsedSignalIndex>(index => index.TokenHash == hash).FirstOrDefaultAsync() is not null ? null : grant;
    }

    /// <summary>Uses a link up.</summary>
    public async Task UseAsync(string token, SignalGrant grant)
    {
        if (grant.Once)
            await session.SaveAsync(new UsedSignal { TokenHash = Hash(token), UsedUtc = clock.UtcNow });
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary><c>signalUrl('name')</c>: a link that sends the signal once; <c>signalUrl('name', false)</c>: as often as it is followed.</summary>
internal sealed class SignalMethods(Signals signals, IHttpContextAccessor http, OrchardCore.Settings.ISiteService sites) : WorkflowExecutionContextHandlerBase, IGlobalMethodProvider
{
    private WorkflowExecutionContext? _context;
    private string _origin = "";

    public override async Task EvaluatingScriptAsync(WorkflowExecutionScriptContext context)
    {
        _context = context.WorkflowContext;
        var site = await sites.GetSiteSettingsAsync();
        _origin = !string.IsNullOrEmpty(site.BaseUrl) ? site.BaseUrl.TrimEnd('/')
            : http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}{request.PathBase}" : "";
        context.ScopedMethodProviders.Add(this);
    }

    public IEnumerable<GlobalMethod> GetMethods() =>
        [new GlobalMethod { Name = "signalUrl", Method = _ => new Func<string, bool?, string>((name, once) => _origin + signals.LinkFor(name, _context?.CorrelationId, once ?? true)) }];
}
