using Microsoft.Extensions.FileProviders;

namespace OrchardCore.Scripting;

/// <summary>A method that scripts can call.</summary>
public class GlobalMethod
{
    public string Name { get; set; }

    /// <summary>Makes the method for one evaluation, from the services of its scope.</summary>
    public Func<IServiceProvider, Delegate> Method { get; set; }
}

/// <summary>Brings methods for scripts.</summary>
public interface IGlobalMethodProvider
{
    IEnumerable<GlobalMethod> GetMethods();
}

/// <summary>What one engine keeps from evaluation to evaluation.</summary>
public interface IScriptingScope
{
}

/// <summary>Evaluates scripts of one language.</summary>
public interface IScriptingEngine
{
    /// <summary>What its scripts begin with, before a colon.</summary>
    string Prefix { get; }

    object Evaluate(IScriptingScope scope, string script);

    IScriptingScope CreateScope(IEnumerable<GlobalMethod> methods, IServiceProvider serviceProvider, IFileProvider fileProvider, string basePath);
}

/// <summary>Evaluates texts such as <c>js: 1 + 1</c>.</summary>
public interface IScriptingManager
{
    /// <returns>Null where no engine has this prefix.</returns>
    IScriptingEngine GetScriptingEngine(string prefix);

    /// <returns>The directive itself where it has no prefix that an engine knows.</returns>
    object Evaluate(string directive, IFileProvider fileProvider, string basePath, IEnumerable<IGlobalMethodProvider> scopedMethodProviders);

    IReadOnlyList<IGlobalMethodProvider> GlobalMethodProviders { get; }
}
