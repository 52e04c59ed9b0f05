#nullable enable
using Microsoft.Extensions.FileProviders;
using OrchardCore.Scripting;

namespace PropertySuite.Platform.Workflows;

/// <summary>Finds the engine that a directive asks for.</summary>
internal sealed class ScriptingManager(IEnumerable<IScriptingEngine> engines, IEnumerable<IGlobalMethodProvider> providers, IServiceProvider services) : IScriptingManager
{
    public IReadOnlyList<IGlobalMethodProvider> GlobalMethodProviders { get; } = [.. providers];

    public IScriptingEngine GetScriptingEngine(string prefix) => engines.FirstOrDefault(engine => engine.Prefix == prefix)!;

    public object Evaluate(string directive, IFileProvider fileProvider, string basePath, IEnumerable<IGlobalMethodProvider> scopedMethodProviders)
    {
        var colon = directive.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || GetScriptingEngine(directive[..colon]) is not { } engine)
            return directive;
        var methods = GlobalMethodProviders.Concat(scopedMethodProviders ?? []).SelectMany(provider => provider.GetMethods());
        return engine.Evaluate(engine.CreateScope(methods, services, fileProvider, basePath), directive[(colon + 1)..]);
    }
}
