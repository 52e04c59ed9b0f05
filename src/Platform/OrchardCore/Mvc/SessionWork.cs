using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell.Scope;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Mvc;

/// <summary>Commits the request's session, if the request has asked for one.</summary>
internal sealed class SessionWork(ILoggerFactory loggers) : IRequestWork
{
    /// <summary>Category under which a request that should only read is noted when it has written.</summary>
    public const string WritesOnRead = "PropertySuite.WritesOnRead";

    public async Task CommitAsync(HttpContext context)
    {
        if (OpenSession.Of(ShellScope.Current) is not { } session)
            return;

        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            // A session that has only read has no transaction.
            await session.FlushAsync();
            if (session.CurrentTransaction is not null)
                loggers.CreateLogger(WritesOnRead).LogWarning("{Method} {Path} has written to the database", context.Request.Method, context.Request.Path);
        }

        await session.SaveChangesAsync();
    }
}
