using Microsoft.AspNetCore.Http;

namespace PropertySuite.Platform.Hosting;

/// <summary>Something that a request changes and that is committed after the action and before its result.</summary>
internal interface IRequestWork
{
    /// <summary>Does nothing when the request has not touched it.</summary>
    Task CommitAsync(HttpContext context);
}

/// <summary>Something that must be known before a result is executed, such as the theme.</summary>
internal interface IBeforeResult
{
    Task BeforeResultAsync(HttpContext context);
}
