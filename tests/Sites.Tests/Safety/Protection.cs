namespace Sites.Tests.Safety;

/// <summary>The headers and cookie flags that every answer must have.</summary>
internal static class Protection
{
    public static IEnumerable<string> FaultsOf(HttpResponseMessage answer)
    {
        var policy = One(answer, "Content-Security-Policy");
        if (!policy.Contains("default-src 'self'", StringComparison.Ordinal) || !policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) || policy.Contains("unsafe", StringComparison.Ordinal))
            yield return $"content policy '{policy}'";
        if (One(answer, "X-Content-Type-Options") != "nosniff")
            yield return "its type may be guessed";
        if (One(answer, "Referrer-Policy") is not ("same-origin" or "no-referrer"))
            yield return "its address is told to others";
        if (answer.Headers.CacheControl is null)
            yield return "says nothing of caches";
        if (answer.Headers.Contains("Server"))
            yield return "names its server";

        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var flags = cookie.ToLowerInvariant();
            if (!flags.Contains("; httponly", StringComparison.Ordinal))
                yield return $"a script can read the cookie {cookie.Split('=')[0]}";
            if (!flags.Contains("; samesite=lax", StringComparison.Ordinal) && !flags.Contains("; samesite=strict", StringComparison.Ordinal))
                yield return $"other sites send the cookie {cookie.Split('=')[0]}";
        }
    }

    private static string One(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join('|', values) : "";
}
