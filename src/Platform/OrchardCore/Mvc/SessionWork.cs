using Microsoft.AspNetCore.Http;
using OrchardCore.Environment.Shell.Scope;
using PropertySuite.Platform.Hosting;
using ISession = YesSql.ISession;

namespace PropertySuite.Platform.Mvc;

/// <summary>Commits the request's session, if the request has asked for one.</summary>
internal sealed class SessionWork : IRequestWork
{
    public async Task CommitAsync(HttpContext context)
    {
        if (OpenSession.Of(ShellScope.Current) is not { } session)
            return;
        await session.SaveChangesAsync();
    }
}
