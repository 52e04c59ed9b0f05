using OrchardCore.Scripting;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Lets a script choose the exits of its task.</summary>
internal sealed class ExitMethods : IGlobalMethodProvider
{
    public List<string> Chosen { get; } = [];

    public IEnumerable<GlobalMethod> GetMethods() => [new GlobalMethod { Name = "setOutcome", Method = _ => new Action<string>(Chosen.Add) }];
}
