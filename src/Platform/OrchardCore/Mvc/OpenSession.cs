using OrchardCore.Environment.Shell.Scope;
using ISession = YesSql.ISession;

namespace PropertySuite.Platform.Mvc;

/// <summary>Whether a scope has asked for its session.</summary>
internal static class OpenSession
{
    private static readonly object s_key = new();

    /// <summary>Called by the registration of <see cref="ISession"/> when a scope's session is made.</summary>
    public static void Note(ISession session) => ShellScope.Set(s_key, session);

    public static ISession? Of(ShellScope? scope) => scope is null ? null : ShellScope.Get<ISession>(s_key);
}
